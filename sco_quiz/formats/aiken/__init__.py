"""Aiken, a format of Moodle for single choice: a question, lettered options and `ANSWER: B`."""
