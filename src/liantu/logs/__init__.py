"""What went wrong, written where an engineer finds it: records, native crashes, no private data."""
