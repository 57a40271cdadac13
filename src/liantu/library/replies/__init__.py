"""Taking in what counties answer to 摸底任务单: from tables to drafts, all of it or nothing."""
