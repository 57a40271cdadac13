"""The manual: chapters, words and keys, told once for the window, the command line and paper."""
