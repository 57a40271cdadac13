"""The page 清单: every list of the city or of a chain, with filters at the left."""
