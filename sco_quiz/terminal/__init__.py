"""What the learner sees and types: blocks of lines, keys, and the loop of a quiz."""
