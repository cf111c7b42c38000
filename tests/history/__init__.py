"""Tests of what is kept of a student's answers."""
