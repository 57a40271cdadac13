"""The map of a closing plan: what is built, what runs, what is bought, from left to right."""
