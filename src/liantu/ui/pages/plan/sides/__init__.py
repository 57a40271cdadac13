"""The tab 并排 of the page 谋划: two chains or two counties side by side."""
