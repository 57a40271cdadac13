"""Windows beside the main window; none is modal."""
