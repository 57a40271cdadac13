"""Small wrong changes, each of which some test must notice: ``python -m tests.lies [word]``."""
