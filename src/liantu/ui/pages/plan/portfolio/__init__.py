"""要素统筹: what is missing, the question, the choice, its trade-offs and why."""
