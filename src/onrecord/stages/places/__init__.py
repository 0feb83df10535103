"""Where: toponyms and what they resolve to."""
