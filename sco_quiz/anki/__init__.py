"""Anki: a bank as a deck that can be imported again and again without harm."""
