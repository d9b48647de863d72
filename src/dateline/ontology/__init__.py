"""PLOVER and CAMEO as data."""
