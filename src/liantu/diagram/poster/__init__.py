"""The A3 pages of a chain and of the city (看板), drawn round the segment map."""
