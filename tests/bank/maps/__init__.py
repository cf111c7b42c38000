"""The script that draws the maps of the built-in bank."""
