"""What follows from an atlas: states, closure, completeness. Pure functions, no Qt."""
