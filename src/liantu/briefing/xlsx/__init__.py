"""A workbook as Excel has it: sheets with a contents page, cell formats, and how a sheet fits."""
