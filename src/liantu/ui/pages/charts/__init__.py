"""图表: the charts of a chain and of the city."""
