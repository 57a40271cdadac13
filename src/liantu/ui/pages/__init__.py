"""The pages of the window; each has its panels and its wiring."""
