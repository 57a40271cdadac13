"""演示: a story in full screen, slide by slide, and the way back into the window."""
