"""总览: the chains as tiles and the pictures of the city."""
