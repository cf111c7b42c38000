"""What did the teacher mean? From a file that cannot be read to a Problem with a hint."""
