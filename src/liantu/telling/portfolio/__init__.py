"""要素统筹 in words: the choice, what each project gives or costs, what blocks it, what to ask."""
