"""What maps show, computed from a reading: one module a map, and the cards they share."""
