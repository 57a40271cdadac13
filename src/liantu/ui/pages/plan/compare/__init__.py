"""The tab 对比 of the page 谋划: any two dates, scenarios or versions side by side."""
