"""Mentions of one entity, and whom pronouns and descriptions stand for."""
