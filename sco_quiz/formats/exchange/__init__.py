"""What other programs read: questions, answers, reviews and changes."""
