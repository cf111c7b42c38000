"""Tests of the progress file."""
