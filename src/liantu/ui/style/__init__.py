"""How the window is dressed: colours by role, the style sheet, line icons and the size of type."""
