"""What differs between two atlases, in words: one line for each thing."""

from __future__ import annotations

from collections.abc import Iterable

from liantu.library.difference import Changed
from liantu.model import Atlas
from liantu.telling.versions.pieces import pieces
from liantu.telling.versions.values import Names, kind_word
from liantu.wording import text

PIECES = 4
"""So many of the changes within a thing are told."""


def differing(changes: Iterable[Changed], before: Atlas, after: Atlas) -> tuple[str, ...]:
    """``修改 企业 鲁西集团：双酚A 产能 20 → 40 万吨/年``."""
    names = Names(after, before)
    return tuple(_line(change, names) for change in changes)


def _line(change: Changed, names: Names) -> str:
    kind, name = kind_word(change.kind), names.of(change.kind, change.id)
    thing = kind if kind == name else text("ui.differing.thing", kind=kind, name=name)
    if change.before is None or change.after is None:
        code = "ui.differing.new" if change.before is None else "ui.differing.gone"
        return text(code, thing=thing)
    told = pieces(names, change.kind, change.before, change.after)
    words = "；".join(told[:PIECES])
    if len(told) > PIECES:
        words = text("ui.differing.more", words=words, count=len(told))
    return text("ui.differing.changed", thing=thing, words=words)
