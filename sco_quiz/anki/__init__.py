"""Anki: a bank as a deck that students can import again after changes, and their reviews from it."""
