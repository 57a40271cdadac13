"""What was made of readings is kept, they are not."""

from __future__ import annotations

import weakref

from liantu.analysis.reading import Reading
from liantu.ui.seen.kept import KEPT, kept
from tests.helpers.atlases import atlas, maker, product
from tests.helpers.readings import reading


def test_values_are_made_once_and_hold_no_reading() -> None:
    made: list[tuple[int, str]] = []

    @kept
    def told(of: Reading, words: str) -> str:
        made.append((of.serial, words))
        return words

    first = reading(atlas([product("a")], [maker("f", "a")]), "2022")
    serial, ghost = first.serial, weakref.ref(first)
    assert [told(first, "a"), told(first, "b"), told(first, "a")] == ["a", "b", "a"]
    assert made == [(serial, "a"), (serial, "b")]
    for at in range(KEPT - 1):
        told(first, str(at))
    told(first, "a")
    told(first, "b")
    assert made[-1] == (serial, "b"), "the one that was asked for least lately is made anew"
    assert made.count((serial, "a")) == 1
    del first
    assert ghost() is None
