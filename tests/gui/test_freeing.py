"""What is large is freed a little at a time, and what others hold stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from weakref import ref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from liantu.ui.work import freeing
from liantu.ui.work.freeing import MANY, Freeing


class Row:
    """One of many."""


@dataclass
class Made:
    """Holds many, in and beside what is small."""

    rows: dict[int, Row] = field(default_factory=lambda: {at: Row() for at in range(3 * MANY)})
    few: tuple[Row, ...] = field(default_factory=lambda: (Row(), Row()))


def test_all_of_it_goes_but_for_what_somebody_holds(qtbot: QtBot) -> None:
    made, ended = Made(), list[bool]()
    seen = [ref(row) for row in (*made.rows.values(), *made.few)]
    kept = made.rows[7]
    parent = QObject()
    worker = Freeing(parent, lambda: ended.append(True))
    worker.free([made, {"again": made}])
    del made
    assert all(one() for one in seen), "nothing goes at once"
    qtbot.waitUntil(lambda: ended == [True])
    assert [one() for one in seen if one() is not None] == [kept]
    assert not worker.running
    worker.free([Made()])
    qtbot.waitUntil(lambda: ended == [True, True])


def test_it_is_done_in_pieces_of_many() -> None:
    worker = Freeing(QObject())
    worker._held = [(Made(), 0)]
    pauses = sum(1 for _ in worker._work())
    assert pauses == (3 * MANY + 5) // MANY
    assert freeing._parts(Row, 0) == []
