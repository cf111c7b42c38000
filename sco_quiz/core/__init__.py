"""The domain: questions, banks, sessions, verdicts. Pure: no file, clock, terminal or environment."""
