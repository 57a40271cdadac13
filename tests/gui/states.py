"""The states that a window can be in; each can be gone back to after something was done."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from liantu import paths
from liantu.diagram.lenses import LENSES
from liantu.jobs import Progress
from liantu.library import Loaded
from liantu.model.focus import (
    AUTO,
    CHARTS,
    HOME,
    LISTS_PAGE,
    MAP,
    PLAN,
    PLANS,
    POSTER,
    REPORT,
    SIDES,
    TILES,
    TREE,
    WHOLE,
    Focus,
)
from liantu.model.scenario import Scenario
from liantu.model.target import Target
from liantu.ui.seen import looking
from tests.gui.opened import OpenWindow
from tests.helpers.folders import CHAIN, LIBRARY, SOURCES, write

CHAIN_ID, PRODUCT, FIRM = "pc-nylon", "bpa", "luxi"
SHIPPED = Focus(MAP, CHAIN_ID)
HOME_PAGE = Focus()
COUNTY = Target("county", "茌平区")
SMALL = (800, 460)
"""The least window, px."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """``folder`` writes what is opened (``None``: the shipped one), ``focus`` is what is looked at
    in it; ``thorough``: not only verbs are tried, but everything that is seen. ``turns``: so many
    thorough states of one page share the verbs.
    """

    folder: Callable[[Path], Path] | None = None
    focus: Focus = HOME_PAGE
    date: str = ""
    size: tuple[int, int] = (1366, 768)
    thorough: bool = False
    turns: int = 1
    box: bool = False

    def path(self, within: Path) -> Path:
        """The folder that is opened."""
        return paths.shipped_chains() if self.folder is None else self.folder(within)

    def looked(self, window: OpenWindow) -> Focus:
        """What is looked at; a box by the key that the data give it."""
        if not self.box:
            return self.focus
        graph = looking.graph_of(window.workspace.reading, self.focus)
        assert graph is not None
        return replace(self.focus, box=graph.segments[0].key)


def _empty(within: Path) -> Path:
    folder = within / "空文件夹"
    folder.mkdir(exist_ok=True)
    return folder


def _no_chain(within: Path) -> Path:
    folder = write(within / "没有链", {"library.yaml": LIBRARY.replace("[resin]", "[]")})
    (folder / "01-resin.yaml").unlink()
    (folder / "enterprises.yaml").unlink()
    return folder


def _half_broken(within: Path) -> Path:
    return write(
        within / "一半坏", {"01-resin.yaml": CHAIN.replace("raw: yes", "raw: 是"), "b.yaml": "a: ["}
    )


def _all_broken(within: Path) -> Path:
    bad = dict.fromkeys(("library.yaml", "sources.yaml", "01-resin.yaml"), "a: [\n")
    return write(within / "全坏", {**bad, "enterprises.yaml": b"\xff\xfe\x00"})


def _ordinary(within: Path) -> Path:
    return write(within / "好的", {"sources.yaml": SOURCES})


def missing(within: Path) -> Path:
    """A folder that nobody has made."""
    return within / "不存在" / "的"


def _small(**changes: object) -> State:
    focus = replace(Focus(MAP, "resin"), **changes)  # type: ignore[arg-type]
    return State(folder=_ordinary, focus=focus)


def _shipped(page: str, **changes: object) -> State:
    return State(focus=replace(SHIPPED, page=page, **changes))  # type: ignore[arg-type]


def _thorough(state: State, turns: int = 1) -> State:
    return replace(state, thorough=True, turns=turns)


STATES: Mapping[str, Mapping[str, State]] = {
    "no data": {
        "an empty folder": State(folder=_empty, thorough=True),
        "its map": State(folder=_empty, focus=Focus(MAP, "resin")),
        "its report": State(folder=_empty, focus=Focus(REPORT)),
        "no folder": State(folder=missing, thorough=True),
        "its lists": State(folder=missing, focus=Focus(LISTS_PAGE)),
        "all broken": State(folder=_all_broken, focus=Focus(POSTER)),
        "no chain": State(folder=_no_chain, thorough=True),
        "its charts": State(folder=_no_chain, focus=Focus(CHARTS)),
    },
    "pages": {
        "half broken": State(folder=_half_broken, focus=Focus(MAP, "resin"), thorough=True),
        "overview": _thorough(_small(page=HOME)),
        "lists": _thorough(_small(page=LISTS_PAGE)),
        "charts": _thorough(_small(page=CHARTS)),
        "report": _thorough(_small(page=REPORT)),
        "board": _thorough(_small(page=POSTER)),
        "board of the city": _small(page=POSTER, chain=""),
    },
    "planning": {tab: _thorough(_small(page=PLAN, plan=tab)) for tab in PLANS},
    "maps": {
        "chain": _thorough(_small()),
        "firm map": _thorough(_small(map=Target("enterprise", "plant")), 3),
        "tree": _thorough(_small(view=TREE), 3),
        "least window": replace(_thorough(_small(), 3), size=SMALL),
        "selected product": _small(target=Target("product", "bpa")),
        "selected firm": _small(target=Target("enterprise", "plant"), county="东县"),
        "folded": _small(fold="bpa", target=Target("product", "bpa")),
        "box": replace(_small(), box=True),
        "tree of every link, folded": _small(view=TREE, every=True, fold="bpa"),
        **{
            f"lens {lens}, {detail}": _small(lens=lens, detail=detail, trunk=detail == TILES)
            for lens, detail in zip(LENSES, (AUTO, TILES, WHOLE, AUTO), strict=False)
        },
        "not there": _small(chain="none", target=Target("product", "none")),
        "long ago": replace(_small(), date="1949-10-01"),
        "far ahead": replace(_small(), date="2099-12-31"),
    },
    "shipped maps": {
        "chain": _thorough(_shipped(MAP)),
        "part": _shipped(MAP, section="pc", county="高新区", target=Target("product", PRODUCT)),
        "firm map": _shipped(MAP, map=Target("enterprise", FIRM)),
    },
    "shipped pages": {page: _shipped(page) for page in (HOME, POSTER, LISTS_PAGE, CHARTS, REPORT)},
    "shipped planning": {
        **{tab: _shipped(PLAN, plan=tab) for tab in PLANS},
        "counties": _shipped(PLAN, plan=SIDES, left=COUNTY, right=Target("county", "临清市")),
    },
}
"""Groups of states that one window goes through."""


class Gate:
    """A reading of folders that takes as long as the gate is shut."""

    def __init__(self, load: Callable[[Path, Progress | None], Loaded]) -> None:
        self._load = load
        self.open = threading.Event()
        self.open.set()

    def load(self, folder: Path, progress: Progress | None = None) -> Loaded:
        """As ``library.load``, and as easy to cancel."""
        while not self.open.wait(0.01):
            if progress is not None:
                progress.check()
        return self._load(folder, progress)


def go_back(window: OpenWindow, state: State, folder: Path) -> None:
    """Bring a window into a state again, whatever was done to it."""
    bridge, selection = window.bridge, window.selection
    if window.frame.isFullScreen():
        window.frame.showNormal()
    if window.frame.size().toTuple() != state.size:
        window.frame.resize(*state.size)
    if bridge.folder != folder or window.workspace.folder != folder:
        bridge.open(folder)
    window.settle()
    give_up(window)
    start = Scenario(date=state.date)
    if window.workspace.wanted != start:
        bridge.look(start)
        window.settle()
    wanted = state.looked(window)
    if selection.focus != wanted:
        selection.reset(wanted)
        window.settle()


def give_up(window: OpenWindow) -> None:
    """Nothing is left that was edited."""
    if window.workspace.dirty:
        window.bridge.discard()
        window.settle()
