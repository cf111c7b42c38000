"""What the formats share, from items and reasons to archives and XML; JSON of our own for other programs."""
