"""要素统筹: which projects to take under quotas of land, capital, energy and emissions, and why."""
