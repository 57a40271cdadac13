"""Every page, and every chain on each of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from liantu.model.focus import CHARTS as CHARTS_PAGE
from liantu.model.focus import LISTS_PAGE, MAP, POSTER, REPORT
from liantu.telling.charts.catalogue import CHARTS, ChartName
from liantu.ui.bars.topbar import PAGES
from liantu.ui.pages.lists.ledger import GROUPS
from liantu.ui.smoke.stage import Script, Stage, Step, expect
from liantu.wording import text

SHOT = (MAP, POSTER, LISTS_PAGE)
"""Pages of which a picture is kept."""


def steps(stage: Stage) -> Iterator[Step]:
    """Pages first, then chain by chain."""
    for page in PAGES:
        yield Step(f"page/{page}", text(f"ui.page.{page}"), partial(_show_page, page))
    names = list(CHARTS)
    visits = {MAP: _map, POSTER: _poster, LISTS_PAGE: _lists, REPORT: _report}
    for at, (key, chain) in enumerate(stage.parts.reading.atlas.chains.items()):
        for page, visit in visits.items():
            title = f"{text(f'ui.page.{page}')} · {chain.label}"
            yield Step(f"{page}/{key}", title, partial(visit, key))
        shown = names if key in stage.samples else [names[at % len(names)]]
        for name in shown:
            title = f"{text(f'ui.picture.{name}')} · {chain.label}"
            yield Step(f"charts/{key}/{name}", title, partial(_chart, key, name))


def _show_page(page: str, stage: Stage) -> Script:
    stage.run(f"page_{page}")
    yield stage.is_calm
    if page in SHOT:
        stage.grab(page)


def _map(chain: str, stage: Stage) -> Script:
    stage.parts.selection.open_chain(chain)
    yield stage.is_calm
    expect(stage.parts.map.panel.shows, "no map")
    expect(stage.desk.stack.currentWidget() is stage.parts.map.widget, "another page")


def _poster(chain: str, stage: Stage) -> Script:
    stage.parts.selection.open_chain(chain)
    stage.run("page_poster")
    yield stage.is_calm
    poster = stage.parts.poster
    expect(poster.sight.chain == chain and poster.view.pages, "no pages")


def _lists(chain: str, stage: Stage) -> Script:
    """Every list of a chain that stands for all, of the others what can be done."""
    stage.run("page_lists")
    ledger = stage.desk.lists.view
    ledger.side.choose("chain", chain)
    for key in ledger.side.entries if chain in stage.samples else GROUPS["boards"]:
        ledger.side.entries[key].click()
        yield stage.is_calm
        expect(ledger.key == key, f"list {key}")


def _report(chain: str, stage: Stage) -> Script:
    """The preview of 巡链一页纸."""
    stage.parts.selection.open_chain(chain)
    stage.run("visit")
    preview = stage.parts.report.view.preview
    yield lambda: preview.settled
    expect(stage.parts.report.view.form.chosen() == (chain,), "another chain")
    expect(preview.pages.count, preview.hint.text())


def _chart(chain: str, name: ChartName, stage: Stage) -> Script:
    stage.parts.selection.open_chain(chain)
    stage.run(f"page_{CHARTS_PAGE}")
    charts = stage.parts.charts.view
    charts.choose(name)
    yield lambda: not charts.card.view.isVisible() or not charts.card.view.busy
    expect(charts.shown[0] == name, "another chart")
    expect(not charts.card.view.isVisible() or charts.card.view.surface, "no chart")
