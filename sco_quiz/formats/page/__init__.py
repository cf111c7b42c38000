"""A page for a class: one HTML file that practices and tests, without a server."""
