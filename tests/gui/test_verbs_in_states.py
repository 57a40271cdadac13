"""Every verb, and everything else that can be clicked, chosen or typed, in every state.

States that differ from a thorough one in little share the verbs among themselves;
``LIANTU_VERBS=1`` tries all of them everywhere.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QDeadlineTimer, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from liantu import library
from liantu.library import Loaded
from liantu.model.focus import MAP, Focus
from liantu.model.target import Target
from liantu.ui.canvas import motion, zooming
from liantu.ui.pages.map import side
from liantu.ui.verbs.registry import VERBS
from liantu.ui.window import Window
from liantu.ui.work.tasks import Task
from tests.gui.conftest import Open
from tests.gui.hands import Act, Faults, Log, acts, answer, breathe, over, put_away, strays
from tests.gui.opened import OpenWindow
from tests.gui.states import (
    CHAIN_ID,
    FIRM,
    PRODUCT,
    SHIPPED,
    SMALL,
    STATES,
    Gate,
    State,
    give_up,
    go_back,
)
from tests.helpers import offline
from tests.helpers.folders import write

LAST = "quit"
TURNS = 1 if os.environ.get("LIANTU_VERBS") else 3
"""At least so many states that differ in little share the verbs among themselves."""
OUTSIDE = frozenset({"pages", "shipped pages", "shipped planning"})
"""Groups in which dialogs are opened and not gone through: the others open the same ones."""
POLISHED = {"no data", "pages"}
"""Groups that wear every theme for good; the others are only told of it."""
MOST_ACTS = 9_000
"""More would mean that the search for things to do goes round in circles."""
STEPS, STORY = 120, 6
"""How many verbs a walk has, and so many of the last are told of a fault."""
WAIT_FOR_FILES_MS = 300
"""So long an export may go on; then it is cancelled."""


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The system, which answers by turns that nothing is chosen, and a path. Nothing is opened and
    nothing is written outside of the test's own folder.
    """
    chosen = write(tmp_path / "选中的")
    folders, names, words = (
        cycle(["", str(chosen)]),
        cycle(["", str(tmp_path / "名")]),
        cycle("n甲"),
    )
    seen = SimpleNamespace(opened=[], asked=[])

    def told(what: str, make: Callable[[], object]) -> Callable[..., object]:
        def ask(*_args: object, **_more: object) -> object:
            seen.asked.append(what)
            return make()

        return ask

    def opened(url: QUrl) -> bool:
        seen.opened.append(url)
        return True

    def name() -> tuple[str, str]:
        return next(names), ""

    def text() -> tuple[str, bool]:
        word = next(words)
        return word, word != "n"

    statics: dict[type, dict[str, Callable[..., object]]] = {
        QFileDialog: {
            "getExistingDirectory": told("folder", lambda: next(folders)),
            "getOpenFileName": told("file", name),
            "getOpenFileNames": told("files", lambda: ([n for n in name()[:1] if n], "")),
            "getSaveFileName": told("file", name),
        },
        QInputDialog: {"getText": told("text", text)},
        QMessageBox: {
            key: told(key, lambda: QMessageBox.StandardButton.Cancel)
            for key in ("question", "warning", "information", "critical")
        },
        QDesktopServices: {"openUrl": opened},
        QStandardPaths: {"writableLocation": lambda _place: str(tmp_path)},
    }
    for kind, fakes in statics.items():
        for key, fake in fakes.items():
            monkeypatch.setattr(kind, key, staticmethod(fake))
    for kind in (QDialog, QMessageBox, QFileDialog):
        monkeypatch.setattr(kind, "exec", lambda _dialog: 0)
    monkeypatch.setenv("HOME", str(tmp_path))
    return seen


@pytest.fixture
def faults(qtlog: Log, caplog: pytest.LogCaptureFixture) -> Iterator[Faults]:
    """What goes wrong during the test; no program is started either."""
    with Faults(qtlog, caplog).watching() as found, offline.refused(programs=True) as tried:
        yield found
    assert tried == []


@pytest.fixture
def restless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Maps are laid out and cards arrive at once: the way back waits for both a thousand times."""
    monkeypatch.setattr(zooming, "REST_MS", 0)
    monkeypatch.setattr(motion, "LASTS_MS", 1)
    monkeypatch.setattr(side, "SLIDE_MS", 1)


class Hands:
    """Tries everything in one window, which is brought back to its state after each."""

    def __init__(self, window: OpenWindow, faults: Faults) -> None:
        self.window, self.faults, self.frame = window, faults, window.frame
        self.inside = True
        self._state = ""
        self._again: Callable[[], None] = breathe
        self._known: set[str] = set()
        self.done: list[str] = []

    def enter(self, name: str, again: Callable[[], None]) -> None:
        """From now on ``again`` brings the window back, to a state of this name."""
        self._state, self._again = name, again
        self.attempt(Act("entered", self.frame, breathe))

    def again(self) -> None:
        put_away(self.frame)
        self._stop_writing()
        self._again()

    def verbs(self, system: SimpleNamespace, first: int = 0, turns: int = 1) -> None:
        """Every verb but the last, or of so many turns one; those that ask the system once for each
        of its answers.
        """
        for verb in VERBS[first % turns :: turns]:
            action = self.window.desk.actions_.by_id[verb.id]
            asked = len(system.asked)
            for _ in range(2):
                if verb.id != LAST:
                    # also where the menu greys it: a key may come before that
                    self.attempt(Act(f"verb {verb.id}", self.frame, action.triggered.emit))
                if len(system.asked) == asked:
                    break

    def everything(self) -> None:
        """All that is seen in the window."""
        for planned in list(acts(self.frame, self.again)):
            act = planned if planned.possible else self._found(self.frame, planned.name)
            if act is not None:
                self.attempt(act)

    def step(self, name: str, do: Callable[[], object]) -> None:
        """Do it, and put away what lies over the window then; nothing is brought back."""
        self.done.append(name)
        before = " < ".join(reversed(self.done[-STORY:]))
        self.faults.attempt(before, do)
        self.faults.attempt(before, lambda: put_away(self.frame))

    def attempt(self, act: Act) -> None:
        name = f"{self._state}: {act.name}"
        self.done.append(name)
        assert len(self.done) < MOST_ACTS
        self.faults.attempt(name, act.do)
        self.faults.found += [f"{name}: stray {kind}" for kind in strays(self.frame)]
        for window in [w for w in over(self.frame) if isinstance(w, QDialog)]:
            self._inside(window, act)
        self.faults.attempt(f"{name}, back", self.again)

    # -- dialogs

    def _inside(self, dialog: QWidget, opener: Act) -> None:
        """All that is in a dialog, once for each kind; it is opened anew when it has closed."""
        kind = _kind(dialog)
        if kind in self._known or not self.inside:
            return
        self._known.add(kind)
        if isinstance(dialog, QFileDialog):
            self.faults.attempt(f"{kind} answered", lambda: answer(dialog, "名"))
            return
        done: set[str] = set()
        while (top := self._shown(kind, opener)) is not None:
            act = next((a for a in acts(top, breathe) if a.name not in done), None)
            if act is None:
                return
            done.add(act.name)
            self.done.append(f"{kind}: {act.name}")
            self.faults.attempt(f"{kind}: {act.name}", act.do)

    def _shown(self, kind: str, opener: Act) -> QWidget | None:
        for _ in range(2):
            for top in over(self.frame):
                if _kind(top) == kind:
                    return top
            again = opener if opener.possible else self._found(self.frame, opener.name)
            if again is None:
                return None
            self.again()
            self.faults.attempt(f"{kind} opened anew", again.do)
        return None

    def _found(self, top: QWidget, name: str) -> Act | None:
        return next((act for act in acts(top, self.again) if act.name == name), None)

    def _stop_writing(self) -> None:
        """What is written for long is cancelled, as a planner may do."""
        tasks = [t for t in self.window.desk.parts.exporter.findChildren(Task) if t.running]
        patient = QDeadlineTimer(WAIT_FOR_FILES_MS)
        while any(task.running for task in tasks):
            if patient.hasExpired():
                for task in tasks:
                    task.cancel()
            QTest.qWait(5)


def _kind(window: QWidget) -> str:
    """A window of another thing is of the same kind: 编辑环节：双酚A, 编辑环节：苯酚."""
    return f"{type(window).__name__} {window.windowTitle().partition('：')[0]}"


def leave_polishing(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on another theme is told to all parts, but Qt does not polish its thousands of
    widgets for it, which takes a second each time.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    worn = [app.styleSheet()]
    monkeypatch.setattr(QApplication, "setStyleSheet", lambda _app, sheet: worn.append(sheet))
    monkeypatch.setattr(QApplication, "styleSheet", lambda _app: worn[-1])


def quit_and_look(window: OpenWindow, hands: Hands, system: SimpleNamespace) -> None:
    """Choose the last verb; nothing went wrong until then, and nothing is left."""
    give_up(window)
    window.desk.actions_.by_id[LAST].triggered.emit()
    hands.faults.attempt(LAST, breathe)
    assert hands.faults.found == []
    assert over(window.frame) == []
    window.wait(lambda: not window.frame.isVisible())  # what was still asked for is taken first
    assert all(url.isLocalFile() for url in system.opened)
    assert len(hands.done) >= len(VERBS) - 1


def turns(group: str, state: State) -> int:
    """How many states share the verbs with this one: those that are not thorough, so that in a
    large group two of them still try each, of the shipped data one; thorough ones whose verbs are
    those of the first.
    """
    if TURNS == 1:
        return 1
    if state.thorough:
        return state.turns
    plain = sum(not s.thorough for s in STATES[group].values())
    return max(TURNS, plain if group.startswith("shipped") else plain // 2)


@pytest.mark.usefixtures("restless")
@pytest.mark.parametrize("group", STATES)
def test_in_a_state(
    group: str,
    open_window: Open,
    system: SimpleNamespace,
    faults: Faults,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = next(iter(STATES[group].values()))
    window = open_window(first.path(tmp_path), size=first.size)
    if group not in POLISHED:
        leave_polishing(monkeypatch)
    hands = Hands(window, faults)
    hands.inside = group not in OUTSIDE or TURNS == 1
    for turn, (name, state) in enumerate(STATES[group].items()):
        hands.enter(name, partial(go_back, window, state, state.path(tmp_path)))
        hands.verbs(system, turn, turns(group, state))
        if state.thorough:
            hands.everything()
        if turn == 0 and group in POLISHED:
            leave_polishing(monkeypatch)
    quit_and_look(window, hands, system)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Holds back every reading of a folder while it is shut."""
    found = Gate(library.load)
    monkeypatch.setattr(library, "load", found.load)
    yield found
    found.open.set()


@pytest.mark.usefixtures("restless")
@pytest.mark.parametrize("seen", ["nothing", "a city"])
def test_while_a_folder_is_read(
    seen: str,
    start_window: Open,
    open_window: Open,
    system: SimpleNamespace,
    faults: Faults,
    gate: Gate,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = write(tmp_path / "好的")
    if seen == "nothing":
        gate.open.clear()
    window = start_window(folder) if seen == "nothing" else open_window(folder)
    gate.open.clear()

    def again() -> None:
        if window.bridge.folder != folder or not window.bridge.busy:
            window.bridge.open(folder)
        assert window.workspace.ready == (seen != "nothing")
        window.selection.reset(Focus(MAP, "resin") if window.workspace.ready else Focus())

    leave_polishing(monkeypatch)
    hands = Hands(window, faults)
    hands.enter("it", again)
    hands.verbs(system)
    hands.everything()
    gate.open.set()
    faults.attempt("it is read", window.settle)
    assert window.workspace.reading.atlas.library.region.name == "试验市"
    quit_and_look(window, hands, system)


def test_where_reading_failed_for_a_reason_nobody_foresaw(
    start_window: Open,
    system: SimpleNamespace,
    faults: Faults,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fails(_folder: Path, _progress: object = None) -> Loaded:
        raise RuntimeError(faults.expected)

    faults.expected = "nobody foresaw it"
    monkeypatch.setattr(library, "load", fails)
    window = start_window()
    folder = window.bridge.folder

    def again() -> None:
        if window.bridge.folder != folder:
            window.bridge.open(folder)
        window.settle()
        assert not window.workspace.ready
        window.selection.reset(Focus())

    leave_polishing(monkeypatch)
    hands = Hands(window, faults)
    hands.enter("it", again)
    hands.verbs(system)
    hands.everything()
    quit_and_look(window, hands, system)
    caplog.clear()


@pytest.mark.usefixtures("restless")
def test_in_the_city_after_another(
    open_window: Open,
    system: SimpleNamespace,
    faults: Faults,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The focus, the selection and the history before are of things that are not there."""
    window = open_window(chain=CHAIN_ID, date="2022-10-26")
    window.follow(Target("product", PRODUCT))
    window.selection.go(replace(SHIPPED, map=Target("enterprise", FIRM)))
    window.settle()
    folder = write(tmp_path / "好的")
    window.bridge.open(folder)
    window.settle()
    state = State(focus=Focus(MAP, "resin"))
    leave_polishing(monkeypatch)
    hands = Hands(window, faults)
    hands.enter("it", lambda: go_back(window, state, folder))
    hands.verbs(system)
    faults.attempt("read again", window.reload)
    hands.verbs(system, 1, TURNS)
    hands.everything()
    quit_and_look(window, hands, system)


@pytest.mark.parametrize("seed", range(3))
def test_on_a_walk_without_a_way_back(
    seed: int,
    open_window: Open,
    system: SimpleNamespace,
    faults: Faults,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Verbs in any order, one upon the other: often the one before has not been served yet."""
    leave_polishing(monkeypatch)
    rolls = random.Random(seed)
    window = open_window(write(tmp_path / "好的"))
    states = [s for group in STATES.values() for s in group.values() if s.folder is not None]
    hands = Hands(window, faults)
    for _ in range(STEPS):
        verb = rolls.choice(VERBS)
        if verb.id != LAST:
            hands.step(f"verb {verb.id}", window.desk.actions_.by_id[verb.id].triggered.emit)
        if rolls.random() < 0.2:
            focus = rolls.choice(states).focus
            hands.step(f"{focus}", lambda focus=focus: window.selection.go(focus))
        if rolls.random() < 0.3:
            hands.step("calm", window.settle)
    hands.step("calm", window.settle)
    quit_and_look(window, hands, system)


def test_before_the_window_is_furnished(
    qtbot: QtBot, system: SimpleNamespace, faults: Faults, tmp_path: Path
) -> None:
    window = Window(write(tmp_path / "好的"))
    qtbot.addWidget(window)
    window.furnish = lambda: None  # type: ignore[method-assign]
    window.resize(*SMALL)
    window.show()
    qtbot.waitExposed(window)
    assert window.desk is None
    for act in list(acts(window, breathe)):
        faults.attempt(act.name, act.do)
        put_away(window)
    faults.attempt("close", window.close)
    assert faults.found == []
    assert system.opened == []
