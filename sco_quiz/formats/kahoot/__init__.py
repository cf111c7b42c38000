"""Kahoot: the sheet from which it imports a quiz."""
