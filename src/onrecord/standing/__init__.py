"""Records of many reports: copies, stories, incidents, and who confirms or contradicts what."""
