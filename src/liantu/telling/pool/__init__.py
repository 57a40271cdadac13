"""项目库 in words: how projects stand, their rates, what each changes, and what was noted of it."""
