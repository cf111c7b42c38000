"""The command line. Heavy modules are imported inside functions, so that `--help` is quick."""
