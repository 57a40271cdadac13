"""Table models of the lists."""
