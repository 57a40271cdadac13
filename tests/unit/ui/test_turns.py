"""Pieces of work in turns: some at once, then what is made meanwhile, then the rest."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from liantu.ui.work.turns import Turns


def test_pieces_are_done_in_their_order(qtbot: QtBot) -> None:
    parent, done = QObject(), list[str]()
    turns = Turns(parent)
    turns.add(lambda: done.append("a"))
    turns.add(lambda: done.append("b"))
    assert turns.pending
    qtbot.waitUntil(lambda: not turns.pending)
    assert done == ["a", "b"]


def test_what_is_held_waits_for_its_release(qtbot: QtBot) -> None:
    parent, done = QObject(), list[str]()
    turns = Turns(parent)
    turns.hold(1, lambda: done.append("then"))
    assert turns.holding, "of itself"
    for name in "abc":
        turns.add(partial(done.append, name))
    qtbot.waitUntil(lambda: len(done) == 2)
    qtbot.wait(30)
    assert done == ["a", "then"]
    assert turns.pending
    turns.release()
    qtbot.waitUntil(lambda: not turns.pending)
    assert done == ["a", "then", "b", "c"]


def test_without_pieces_what_follows_is_done(qtbot: QtBot) -> None:
    parent, done = QObject(), list[str]()
    turns = Turns(parent)
    turns.hold(1, lambda: done.append("then"))
    qtbot.waitUntil(lambda: done == ["then"])


def test_a_release_or_stop_forgets_what_was_to_follow(qtbot: QtBot) -> None:
    parent, done = QObject(), list[str]()
    turns = Turns(parent)
    turns.hold(1, lambda: done.append("then"))
    turns.release()
    turns.add(lambda: done.append("a"))
    qtbot.waitUntil(lambda: done == ["a"])
    turns.add(lambda: done.append("b"))
    turns.stop()
    qtbot.wait(20)
    assert done == ["a"]
