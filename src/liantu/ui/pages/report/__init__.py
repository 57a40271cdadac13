"""汇报: what paper is wanted and how it will look."""
