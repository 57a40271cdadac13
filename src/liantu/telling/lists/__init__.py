"""Every list once, for the window, spreadsheets, papers and JSON."""
