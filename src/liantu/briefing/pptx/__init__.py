"""A presentation as PowerPoint has it: a ``deck`` of slides with native shapes, tables and text."""
