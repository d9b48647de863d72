"""Whom a mention stands for: gazetteer, composition, offices by date."""
