"""The open folder and what is said of each thing in it. No Qt."""
