"""要素统筹: the question asked, the choice taken as a scenario, papers and what is to be asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from liantu.analysis.portfolio.answer import Answer
from liantu.analysis.reading import Reading
from liantu.jobs import Progress
from liantu.model.focus import MAP, PLAN, PORTFOLIO
from liantu.telling.filenames import filled
from liantu.ui.dialogs.ask_path import ask_path
from liantu.ui.pages.plan.portfolio.tab import PortfolioTab
from liantu.ui.parts import Parts
from liantu.ui.remembered import export_memory
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text

_PAPERS = ("docx", "pdf", "xlsx")
_SHEET = ("xlsx",)


def tab_of(parts: Parts) -> PortfolioTab:
    """The tab of the page 谋划."""
    found = parts.plan.tabs[PORTFOLIO]
    assert isinstance(found, PortfolioTab)
    return found


def is_seen(parts: Parts) -> bool:
    """Whether the tab is in front and knows the projects."""
    focus = parts.selection.focus
    return focus.page == PLAN and focus.plan == PORTFOLIO and tab_of(parts).ready


def has_answer(parts: Parts) -> bool:
    """Whether there is an answer to be written."""
    return is_seen(parts) and tab_of(parts).answer is not None


def has_choice(parts: Parts) -> bool:
    """Whether projects are chosen that can be taken to run."""
    return is_seen(parts) and tab_of(parts).scenario is not None


def solve(parts: Parts) -> None:
    """Ask the question as it stands."""
    tab_of(parts).solve()


def adopt(parts: Parts) -> None:
    """Look at the city as if the chosen projects ran; a step that can be undone."""
    scenario = tab_of(parts).scenario
    if scenario is None:
        return
    parts.bridge.look(scenario, text("portfolio.step", name=scenario.name))
    offers: list[tuple[str, Callable[[], None]]] = [
        (text("portfolio.ui.see_map"), partial(parts.selection.show_page, MAP)),
        (text("ui.verb.undo"), parts.bridge.undo),
    ]
    words = text("portfolio.adopted", count=len(scenario.projects), name=scenario.name)
    parts.banner.tell(words, offers, "good")


def export(parts: Parts) -> None:
    """The answer as a paper or a workbook."""
    answer, reading = tab_of(parts).answer, tab_of(parts).reading
    if answer is None or reading is None:
        return
    _ask_path(
        parts,
        _stem(reading, "ui.plan.portfolio"),
        _PAPERS,
        lambda path: parts.exporter.make(partial(_write, reading, answer, path)),
    )


def _write(reading: Reading, answer: Answer, path: Path, progress: Progress) -> Path:
    from liantu.briefing.portfolio import write  # noqa: PLC0415  papers are not for the start

    return write(reading, answer, path, progress)


def export_asks(parts: Parts) -> None:
    """The sheet that asks for missing figures."""
    asked, reading = tab_of(parts).asked, tab_of(parts).reading
    if asked is None or reading is None:
        return
    _ask_path(
        parts,
        _stem(reading, "portfolio.sheet.asks"),
        _SHEET,
        lambda path: parts.exporter.make(partial(_ask, reading, asked, path)),
    )


def _ask(reading: Reading, asked: Answer, path: Path, _progress: Progress) -> Path:
    from liantu.briefing.portfolio_sheets import asks  # noqa: PLC0415  as above
    from liantu.render.export import replace_file  # noqa: PLC0415  as above

    replace_file(path, asks(reading, asked))
    return path


def _stem(reading: Reading, kind: str) -> str:
    region = reading.atlas.library.region.name
    return filled("", region=region, chain="", kind=text(kind), date=reading.date)


def _ask_path(
    parts: Parts, stem: str, suffixes: tuple[str, ...], wished: Callable[[Path], None]
) -> None:
    formats = {text(f"portfolio.ui.format.{suffix}"): suffix for suffix in suffixes}
    kind = export_memory.Kind.LIST
    ask_path(parts.shell, text("ui.list.export.title"), stem, formats, wished, kind)


ADOPTING = ("portfolio_adopt", "portfolio_export", "portfolio_asks")
"""Verbs of the buttons of the tab."""
VERBS = (
    Verb(id="portfolio_solve", menu=Menu.EDIT, run=solve, apart=True, enabled=is_seen),
    Verb(id="portfolio_adopt", menu=Menu.EDIT, run=adopt, enabled=has_choice),
    Verb(id="portfolio_export", menu=Menu.EXPORT, run=export, apart=True, enabled=has_answer),
    Verb(id="portfolio_asks", menu=Menu.EXPORT, run=export_asks, enabled=is_seen),
)
