"""Write bank files: new, appended to, formatted, renamed."""
