"""Rules for good questions, and the engine that checks a bank with them."""
