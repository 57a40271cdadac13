"""断供演练: what fails, what is done about it, and what that stops day by day."""
