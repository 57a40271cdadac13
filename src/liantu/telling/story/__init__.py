"""What a story tells in each of its steps: written words, and sentences of the data beside them."""
