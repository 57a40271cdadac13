"""Versions of the data in the window: kept, compared, and merged with those of a colleague."""
