"""The tab 情景: what is kept, what it assumes, and what it changes against 现状."""
