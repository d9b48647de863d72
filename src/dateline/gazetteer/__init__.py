"""Lists of the world: countries, roles, actors, places; data with small loaders."""
