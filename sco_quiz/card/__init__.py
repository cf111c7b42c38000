"""What Anki's cards and the page share: a question's parts as HTML, its key, and the scripts and styles for both."""
