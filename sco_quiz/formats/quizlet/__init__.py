"""Quizlet: terms and definitions, as it imports and exports them as text."""
