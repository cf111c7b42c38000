"""Formulas in TeX as a tree."""
