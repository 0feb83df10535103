"""Reports for `onrecord demo`. All of them are invented; their people, papers and incidents do not exist."""
