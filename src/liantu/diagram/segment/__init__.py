"""分段图: the default picture of a chain, laid out for the area in which it is shown."""
