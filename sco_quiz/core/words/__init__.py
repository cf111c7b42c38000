"""The words of cards in the languages of banks: a module for each language, and `language` to choose from them."""
