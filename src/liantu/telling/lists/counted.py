"""How many rows a list has, in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from liantu.model.classes import ORDER, Word
from liantu.telling import classes
from liantu.telling.lists.column import List
from liantu.wording import text


def counted(item: List[Any], where: str, rows: Sequence[Any], shown: int) -> str:
    """``全市 80 项：断链 35、短链·向上 45；每个缺口只列一次``, and how many of them are shown."""
    told = worst(item)
    return summed(item, where, len(rows), Counter(w for row in rows if (w := told(row))), shown)


def summed(item: List[Any], where: str, whole: int, kinds: Mapping[Word, int], shown: int) -> str:
    """:func:`counted` of so many rows, where they are counted by their worst class already."""
    words = text("ui.list.counted", where=where, count=whole)
    if any(kinds.values()):
        told = "、".join(
            text("ui.list.kind", name=classes.word(word), count=kinds[word])
            for word in sorted(kinds, key=ORDER.__getitem__)
        )
        words = text("ui.list.counted.classes", words=words, classes=told)
        words += text("ui.list.counted.once") if item.block else ""
    if shown < whole:
        words += text("ui.list.counted.shown", count=shown)
    return words


def worst(item: List[Any]) -> Callable[[Any], Word | None]:
    """Tells the worst of the classes of a row; of a list without classes, of none."""
    marks = next((c.marks for c in item.columns if c.marks is not None), None)

    def told(row: Any) -> Word | None:
        found = marks(row) if marks is not None else ()
        return found[0][0] if found else None

    return told
