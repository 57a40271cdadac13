"""Steps of editing in the window: made by a worker, shown once diagnosed, taken back by keys."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liantu.library.editing import RefusedError
from liantu.model import Atlas, Status
from liantu.model.edits import Edit
from liantu.wording import text
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
PRODUCT, FIRM = "bpa", "luxi"


def renamed(name: str, merge: str = "") -> Edit:
    def change(atlas: Atlas) -> Atlas:
        product = replace(atlas.products[PRODUCT], name=name)
        return replace(atlas, products={**atlas.products, PRODUCT: product})

    return Edit(f"改名为{name}", change, merge)


def stopped() -> Edit:
    """No maker of the product works any more."""

    def change(atlas: Atlas) -> Atlas:
        firms = {}
        for firm in atlas.enterprises.values():
            rows = tuple(
                replace(c, status=Status.STOPPED) if c.product == PRODUCT else c
                for c in firm.capacities
            )
            firms[firm.id] = replace(firm, capacities=rows)
        return replace(atlas, enterprises=firms)

    return Edit("改产能状态", change)


def refused() -> Edit:
    def change(_: Atlas) -> Atlas:
        raise RefusedError(())

    return Edit("不行", change)


def name(window: OpenWindow) -> str:
    return window.workspace.reading.atlas.products[PRODUCT].name


def test_an_edit_is_diagnosed_and_taken_back_by_the_keys(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2023-01-01")
    before = window.workspace.reading
    assert before.situation.is_local(PRODUCT)
    window.bridge.edit(stopped())
    window.settle()
    assert not window.workspace.reading.situation.is_local(PRODUCT)
    assert window.workspace.dirty
    assert "改产能状态：7 个环节有变化" in window.banner.words
    qtbot.keyClick(window.frame, Qt.Key.Key_Z, CONTROL)
    window.settle()
    assert window.workspace.reading.situation.is_local(PRODUCT)
    assert window.workspace.atlas is before.atlas
    assert not window.workspace.dirty
    assert "撤销 改产能状态：7 个环节有变化" in window.banner.words
    qtbot.keyClick(window.frame, Qt.Key.Key_Y, CONTROL)
    window.settle()
    assert not window.workspace.reading.situation.is_local(PRODUCT)


def test_it_is_made_away_from_the_windows_thread(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    seen: list[threading.Thread] = []

    def change(atlas: Atlas) -> Atlas:
        seen.append(threading.current_thread())
        return replace(atlas)

    window.bridge.edit(Edit("看", change))
    assert window.bridge.busy
    window.settle()
    assert len(seen) == 1
    assert seen[0] is not threading.main_thread()


def test_many_edits_in_a_row_are_steps_each_and_few_readings(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    readings: list[object] = []
    window.bridge.revised.connect(readings.append)
    for number in range(20):
        window.bridge.edit(renamed(f"双酚{number}"))
    window.settle()
    assert name(window) == "双酚19"
    assert len(readings) < 5
    for number in reversed(range(19)):
        window.bridge.undo()
        window.settle()
        assert name(window) == f"双酚{number}"


def test_steps_keep_their_order(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    window.bridge.edit(renamed("甲"))
    window.bridge.edit(renamed("乙"))
    window.bridge.undo()
    window.bridge.choose_date("2022-10-26")
    window.bridge.edit(renamed("丙"))
    window.settle()
    assert (name(window), window.workspace.reading.date) == ("丙", "2022-10-26")
    window.bridge.undo()
    window.settle()
    assert (name(window), window.workspace.reading.date) == ("甲", "2022-10-26")
    window.bridge.undo()
    window.settle()
    assert (name(window), window.workspace.reading.date) == ("甲", "2022-10-25")


def test_typing_is_one_step(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    before = name(window)
    for words in ("甲", "甲乙", "甲乙丙"):
        window.bridge.edit(renamed(words, merge="product:bpa:name"))
        window.settle()
    assert name(window) == "甲乙丙"
    window.run("undo")
    assert name(window) == before


def test_what_is_refused_changes_nothing_and_the_others_are_done(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    told: list[object] = []
    window.bridge.refused.connect(told.append)
    window.bridge.edit(renamed("甲"))
    window.bridge.edit(refused())
    window.bridge.edit(renamed("乙"))
    window.settle()
    assert [type(error) for error in told] == [RefusedError]
    assert name(window) == "乙"
    window.run("undo")
    assert name(window) == "甲"


def test_a_fault_of_an_edit_is_told_and_changes_nothing(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: told.append(kind))
    window = open_window(chain="pc-nylon")

    def change(_: Atlas) -> Atlas:
        raise ZeroDivisionError

    window.bridge.edit(Edit("坏", change))
    window.settle()
    assert told == [ZeroDivisionError]
    assert not window.can("undo")


def test_nothing_is_edited_while_another_folder_is_read(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    told: list[str] = []
    window.bridge.blocked.connect(told.append)
    window.bridge.open(window.workspace.folder)
    window.bridge.edit(renamed("甲"))
    window.settle()
    assert told == [text("ui.edit.reading")]
    assert not window.workspace.dirty
