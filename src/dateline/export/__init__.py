"""How a record goes out: one module for each format."""
