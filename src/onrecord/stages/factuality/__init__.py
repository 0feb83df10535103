"""How sure, by holder."""
