"""What the inspector says about one thing."""
