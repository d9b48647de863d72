"""Toponyms put on the map, all of a report together."""
