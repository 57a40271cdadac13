"""断供推演 in words."""
