"""What is known of the world before a report is read: the registry of actors and the gazetteer."""
