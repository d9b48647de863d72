"""Dateline: who did what to whom, when, where, and according to whom, with the words that prove it."""

__version__ = "0.1.0"
