"""The page 看板: the A3 page of a chain or of the city, live."""
