"""Benchmarks: each is one command, and measures beside a floor of the same minute."""
