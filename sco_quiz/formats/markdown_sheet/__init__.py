"""A readable Markdown file of a bank, with the answers at its end."""
