"""What is in front as pages: the map as it is seen, a sheet, a chart, a list, a paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from liantu.briefing.pictures import CITY, Wish, pages
from liantu.jobs import Progress
from liantu.model.focus import (
    CHARTS,
    CLOSING,
    COMPARE,
    DRILL,
    LISTS_PAGE,
    MAP,
    PLAN,
    POOL,
    PORTFOLIO,
    POSTER,
    REPORT,
    SIDES,
)
from liantu.render.leaves import Leaf
from liantu.ui.dialogs.printing import Front
from liantu.ui.parts import Parts
from liantu.ui.verbs import export
from liantu.ui.verbs.view import has_map
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.briefing.blocks import Report
    from liantu.briefing.office import Sheet


def front(parts: Parts) -> Front | None:
    """What is in front; ``None`` where it has no pages, as a list of scenarios."""
    page = parts.selection.focus.page
    if page == MAP:
        return _of_wish(parts, export.seen(parts), export.stem(parts)) if has_map(parts) else None
    if page == POSTER:
        return _of_wish(parts, export.sheet(parts), export.sheet_stem(parts))
    if page == LISTS_PAGE:
        return _of_list(parts)
    if page == REPORT:
        return _of_report(parts)
    if page == PLAN:
        make = _PLANS.get(parts.selection.focus.plan)
        return make(parts) if make is not None else None
    name, chain = parts.charts.view.shown if page == CHARTS else (CITY, "")
    return _of_wish(parts, Wish(chain=chain, picture=name), text(f"ui.picture.{name}"))


def _of_wish(parts: Parts, wish: Wish, title: str) -> Front:
    reading = parts.reading

    def make(paper: str, _dpi: int, _progress: Progress) -> Sequence[Leaf]:
        return pages(reading, replace(wish, paper=paper, background="#FFFFFF"))

    return Front(title, make, composed=True)


def _of_list(parts: Parts) -> Front:
    from liantu.briefing.list_paper import LANDSCAPE, list_paper  # noqa: PLC0415  papers come late

    reading, wish = parts.reading, parts.lists.view.wish

    def compose(_progress: Progress) -> Composed:
        found = list_paper(reading, wish.item, wish.rows, wish.columns, wish.lead)
        return found, LANDSCAPE

    return _of_paper(wish.item.title, compose)


def _of_report(parts: Parts) -> Front | None:
    from liantu.briefing.order import Kind  # noqa: PLC0415  as above
    from liantu.briefing.papers import preview  # noqa: PLC0415  as above

    reading, order = parts.reading, parts.report.view.form.order()
    if not order.chains or order.kind in (Kind.LISTS, Kind.SLIDES):
        return None

    def make(_paper: str, dpi: int, progress: Progress) -> Sequence[Leaf]:
        return preview(reading, order, dpi, progress)

    return Front(text(f"brief.kind.{order.kind}"), make)


# -- the tabs of 谋划

Composed = tuple["Report", "Sheet | None"]


def _of_paper(title: str, compose: Callable[[Progress], Composed]) -> Front:
    from liantu.briefing.office import Office  # noqa: PLC0415  papers come late
    from liantu.briefing.typeset import to_pages  # noqa: PLC0415  as above

    def make(_paper: str, dpi: int, progress: Progress) -> Sequence[Leaf]:
        report, sheet = compose(progress)
        progress.check()
        return to_pages(report, Office(), sheet, dpi)

    return Front(title, make)


def _closing(parts: Parts) -> Front | None:
    from liantu.briefing import plans  # noqa: PLC0415  as above
    from liantu.ui.verbs.plan import tab  # noqa: PLC0415  as above

    shown = tab(parts).view.shown
    if shown is None:
        return None
    reading, found, at = shown
    return _of_paper(
        plans.title(reading, [found]), lambda _: (plans.report(reading, [found], at), None)
    )


def _portfolio(parts: Parts) -> Front | None:
    from liantu.briefing import portfolio  # noqa: PLC0415  as above
    from liantu.ui.verbs.portfolio import tab_of  # noqa: PLC0415  as above

    answer, reading = tab_of(parts).answer, tab_of(parts).reading
    if answer is None or reading is None:
        return None
    return _of_paper(text("ui.plan.portfolio"), lambda _: (portfolio.report(reading, answer), None))


def _drill(parts: Parts) -> Front | None:
    from liantu.briefing.drill_page import drill_paper  # noqa: PLC0415  as above
    from liantu.briefing.office import Office  # noqa: PLC0415  as above
    from liantu.briefing.papers import one_page  # noqa: PLC0415  as above

    reading, chain = parts.reading, parts.selection.focus.chain
    if not reading.scenario.drill.shocks:
        return None

    def compose(_progress: Progress) -> Composed:
        found = reading.outage
        assert found is not None  # something fails
        shown = chain if found.chains(reading.atlas)[chain] else ""
        report = drill_paper(reading, found, shown)
        return report, one_page(report, Office())

    return _of_paper(text("ui.plan.drill"), compose)


def _compare(parts: Parts) -> Front | None:
    from liantu.briefing import versions  # noqa: PLC0415  as above
    from liantu.ui.pages.plan.compare.page import CompareTab  # noqa: PLC0415  as above

    view = cast(CompareTab, parts.plan.tabs[COMPARE]).view
    found, chain = view.found, view.maps.chain.currentData() or ""
    if found is None:
        return None
    return _of_paper(text("ui.plan.compare"), lambda _: (versions.report(found, chain), None))


def _sides(parts: Parts) -> Front | None:
    from liantu.briefing import sides  # noqa: PLC0415  as above
    from liantu.ui.verbs.sides import tab  # noqa: PLC0415  as above

    view = tab(parts).view
    found, chain = view.found, view.maps.chain.currentData() or ""
    if found is None:
        return None
    return _of_paper(text("ui.plan.sides"), lambda _: (sides.report(found, chain), None))


def _pool(parts: Parts) -> Front:
    from liantu.analysis.pool.changing import work_out  # noqa: PLC0415  as above
    from liantu.briefing import projects  # noqa: PLC0415  as above
    from liantu.ui.verbs.pool import tab  # noqa: PLC0415  as above

    reading = parts.reading
    ids = [row.project.id for row in tab(parts).view.shown]

    def compose(progress: Progress) -> Composed:
        rows = projects.rows_of(reading, ids)
        work_out(reading, [row.project for row in rows], progress)
        return projects.report(reading, rows), None

    return _of_paper(text("pool.paper.name"), compose)


_PLANS: dict[str, Callable[[Parts], Front | None]] = {
    CLOSING: _closing,
    PORTFOLIO: _portfolio,
    DRILL: _drill,
    COMPARE: _compare,
    SIDES: _sides,
    POOL: _pool,
}
