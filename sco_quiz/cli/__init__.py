"""The command line: one file per command. Heavy imports stand inside functions, so that `--help` is quick."""
