"""According to whom: attribution."""
