"""Two chains, or two counties, side by side: told once for window, papers, workbook and JSON."""
