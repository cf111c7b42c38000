"""From items of other programs to drafts of our kinds, one module for each sort of body."""
