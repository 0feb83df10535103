"""Who: mentions, coreference, links."""
