"""The window of the manual, and the sheet of shortcuts."""
