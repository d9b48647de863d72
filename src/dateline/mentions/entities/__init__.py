"""Mentions: names, descriptions, pronouns and values."""
