"""Blueprints: which questions an exam consists of, by section, and the forms that are drawn from a bank for it."""
