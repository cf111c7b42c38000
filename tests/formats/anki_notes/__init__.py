"""Notes of other decks of Anki."""
