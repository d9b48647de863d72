"""How many: killed, wounded, captured, present."""
