"""Text of other programs: their HTML into our Markdown, and our content into their HTML."""
