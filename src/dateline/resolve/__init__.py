"""Which actor, which place: candidates, choice, runner-up, reason; coreference."""
