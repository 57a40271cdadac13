"""Two sides as plain text: for the clipboard and the command line."""

from __future__ import annotations

from liantu.telling.beside import lists
from liantu.telling.beside.told import Beside


def lines(found: Beside) -> list[str]:
    """Sentence and notes, then every table with tabs between the cells."""
    figures = lists.figures(found)
    told = [found.sentence, *found.notes, "", "\t".join(c.head for c in figures.columns)]
    told += ["\t".join(c.text(row) for c in figures.columns) for row in found.figures]
    for group in found.groups:
        item = lists.ties(found, group)
        told += ["", lists.title(found, group)]
        told += ["\t".join(column.text(tie) for column in item.columns) for tie in group.ties]
    return told
