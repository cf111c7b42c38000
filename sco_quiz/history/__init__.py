"""The progress file: a student's answers in a database, scheduled by FSRS, and statistics."""
