"""Two versions of the data side by side: what changed, in words, and what follows from it."""
