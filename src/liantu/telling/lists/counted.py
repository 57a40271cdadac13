"""How many rows a list has, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from liantu.model.classes import ORDER
from liantu.telling import classes
from liantu.telling.lists.column import List
from liantu.wording import text


def counted(item: List[Any], where: str, rows: Sequence[Any], shown: int) -> str:
    """``全市 80 项：断链 35、短链·向上 45；每个缺口只列一次``, and how many of them are shown."""
    words = text("ui.list.counted", where=where, count=len(rows))
    kinds = by_class(item, rows)
    if kinds:
        told = "、".join(text("ui.list.kind", name=n, count=c) for n, c in kinds.items())
        words = text("ui.list.counted.classes", words=words, classes=told)
        words += text("ui.list.counted.once") if item.block else ""
    if shown < len(rows):
        words += text("ui.list.counted.shown", count=shown)
    return words


def by_class(item: List[Any], rows: Sequence[Any]) -> dict[str, int]:
    """Rows by the worst of their classes, the most urgent first; empty where they have none."""
    column = next((c for c in item.columns if c.marks is not None), None)
    if column is None or column.marks is None:
        return {}
    found = Counter(marks[0][0] for row in rows if (marks := column.marks(row)))
    return {classes.word(word): found[word] for word in sorted(found, key=ORDER.__getitem__)}
