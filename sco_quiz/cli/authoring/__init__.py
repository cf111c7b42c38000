"""The questions that `sco-quiz new` asks."""
