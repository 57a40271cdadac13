"""Words about facts: each sentence once, for window, paper, spreadsheet and map. No Qt."""
