"""Time expressions: found, resolved to values and to days."""
