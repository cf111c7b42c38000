"""Text of bank files: new, appended, formatted, renamed."""
