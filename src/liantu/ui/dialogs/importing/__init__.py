"""导入表格: from the file to the rows that are taken in, on one page."""
