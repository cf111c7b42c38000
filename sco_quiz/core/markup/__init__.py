"""From text as typed to content."""
