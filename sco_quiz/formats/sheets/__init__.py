"""Spreadsheets of questions: CSV, TSV, Excel and OpenDocument, with columns of any order and language."""
