"""The lists under the map, as Qt shows them; what stands in them is in ``telling/lists``."""
