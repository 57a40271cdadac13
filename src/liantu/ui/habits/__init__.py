"""What every program on the planner's desk does: its language, undo, drops, and what went wrong."""
