"""The reading room: the pages and the typed API of one store, served on this machine."""
