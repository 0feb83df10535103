"""What the world is called: the registry of actors and the gazetteer."""
