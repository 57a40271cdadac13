"""Spreadsheets → tables → rows of one kind → one edit, with a preview of every row."""
