"""The same act told in several reports."""
