"""Rules for good questions, and the engine that runs them over a bank."""
