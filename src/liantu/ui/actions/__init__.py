"""What a user can do, as objects."""
