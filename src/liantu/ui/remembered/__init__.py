"""What the window finds again at the next start: ``settings``, how each folder was looked at and
what is starred in it, and what was chosen last in lists, exports, imports and papers, all in small
files of the planner's own that ``store`` reads and writes. Nothing here shows anything.
"""
