"""What a smoke run visits, in the order in which it does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from liantu.model.focus import MAP, POSTER
from liantu.ui.bars.topbar import PAGES
from liantu.ui.smoke.stage import Script, Stage, Step, expect
from liantu.wording import text


def plan(stage: Stage) -> list[Step]:
    """All steps for the folder that is open."""
    return [*_pages(), *_chains(stage), _leave()]


def _pages() -> Iterator[Step]:
    for page in PAGES:
        yield Step(f"page/{page}", text(f"ui.page.{page}"), partial(_show_page, page))


def _show_page(page: str, stage: Stage) -> Script:
    stage.run(f"page_{page}")
    yield stage.is_calm
    stage.grab(page)


def _chains(stage: Stage) -> Iterator[Step]:
    for key, chain in stage.parts.reading.atlas.chains.items():
        for page, see in ((MAP, _see_map), (POSTER, _see_poster)):
            title = f"{text(f'ui.page.{page}')} · {chain.label}"
            yield Step(f"{page}/{key}", title, partial(see, key))


def _see_map(chain: str, stage: Stage) -> Script:
    stage.parts.selection.open_chain(chain)
    yield stage.is_calm
    expect(stage.parts.map.panel.shows, "no map")


def _see_poster(chain: str, stage: Stage) -> Script:
    stage.run("page_poster")
    yield stage.is_calm
    expect(stage.parts.poster.view.pages, "no pages")
    expect(stage.parts.poster.sight.chain == chain, "another chain")


def _leave() -> Step:
    return Step("quit", text("ui.verb.quit"), _quit)


def _quit(stage: Stage) -> Script:
    stage.run("quit")
    yield lambda: not stage.window.isVisible()
