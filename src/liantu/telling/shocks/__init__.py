"""What is said of 断供推演: outages, exposures and who could step in."""
