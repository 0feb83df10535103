"""When: time expressions and their dates."""
