"""Place names as they stand in the text, literal or not."""
