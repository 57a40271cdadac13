"""改假设…: every assumption of the scenario looked at, in sections; live, and each a step."""
