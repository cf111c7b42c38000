"""Banks that are remembered from the last run, as long as nothing in their files has changed."""
