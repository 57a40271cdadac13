"""Whether this machine has what the program needs: one source for the window and the console."""
