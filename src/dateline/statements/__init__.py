"""Who says what: source, cue, content, act."""
