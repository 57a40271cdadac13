"""新建城市: the pages that ask what a new library is to begin with."""
