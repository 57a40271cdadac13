"""Charts drawn with matplotlib; only here, and imported only when one is wanted."""
