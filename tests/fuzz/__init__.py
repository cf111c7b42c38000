"""Fuzzers: each module with a NAME tries random cases, and its `run(seed)` raises when an invariant breaks.

The seed is enough to make a case again: `python -m tests.fuzz NAME 1 --first SEED`. `FULL` is the number of cases of
the module in `.ci/run` (default: 500); all modules together try about ten thousand there.
"""
