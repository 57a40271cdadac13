"""What a smoke run does with the window, in modules by what it is about."""
