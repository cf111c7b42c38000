"""Tests on paper: the sheet of an exam form, and its files as PDF, Word document and Markdown."""
