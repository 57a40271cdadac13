"""Office files as another program shows them: ``python -m tests.office FILE …``."""
