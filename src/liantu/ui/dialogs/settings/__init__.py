"""设置: the looks of the window, the settings of the folder, and where things are kept."""
