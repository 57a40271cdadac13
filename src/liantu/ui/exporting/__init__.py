"""What goes out of the window into a file or the clipboard, in the background: pictures and papers
(``exporter``), and one list as it is shown (``list_export``).
"""
