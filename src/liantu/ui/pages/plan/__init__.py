"""The page 谋划: scenarios, comparison, projects, closing plans and the portfolio, a tab each."""
