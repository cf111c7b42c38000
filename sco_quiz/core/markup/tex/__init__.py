"""Formulas in TeX as a tree.

The reader is our own, after two libraries were tried: latex2mathml gives no positions, and accepts commands that
MathJax does not know; pylatexenc leaves scripts, fences and tables open, so that its adapter is as long as this reader.
"""
