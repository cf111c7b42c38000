"""What a student answered: kept in a database, scheduled by FSRS, counted."""
