"""Pictures to disk: of a chain, an enterprise or the city; one entry for window and command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.diagram.city import PICTURES
from liantu.diagram.lenses import DIAGNOSIS, Lens
from liantu.diagram.page import FIT, PAPERS, SheetOptions
from liantu.diagram.plate import on_paper
from liantu.diagram.poster.city_page import city_pages
from liantu.diagram.poster.model import Page
from liantu.diagram.poster.pages import SPLIT, chain_pages
from liantu.diagram.segment.sheet import SCREEN, Seen, draw_segments
from liantu.diagram.segment.tree import build_tree
from liantu.diagram.sheet import Window, draw_sheets
from liantu.diagram.theme import PRINT
from liantu.diagram.views.firm import build_firm_view
from liantu.diagram.views.map_view import MapView, folded
from liantu.jobs import Progress
from liantu.model.focus import AUTO, SEGMENTS
from liantu.render.bundle import export_pages, files_of
from liantu.render.charts.sheet import sheets
from liantu.render.limits import most_dpi
from liantu.render.vector import Picture, Svg
from liantu.telling.charts.catalogue import CHARTS, ChartName, chart
from liantu.telling.charts.placed import products_of

BOARD, CITY = "board", "city"
"""The pictures that are pages of their own: 看板 of a chain and of the city."""
NAMES = (BOARD, CITY, *PICTURES, *map(str, CHARTS))
"""Every picture that is no map by its name on the command line."""
OF_CHAIN = frozenset({BOARD, *(str(name) for name, kind in CHARTS.items() if kind.of_chain)})
"""Those that are of one chain."""
RESOLUTIONS = (300, 200, 150, 96)
"""Dots an inch that the window offers."""
_WALL = ("A1", "A0")
_SCREEN = ("16:9", FIT)


@dataclass(frozen=True, slots=True)
class Wish:
    """What to draw and where to; ``dpi`` 0 is what suits the paper,
    or less where the picture would have too many pixels.

    One of ``chain`` (with its ``section``, or all of it), ``firm`` (an enterprise's own map) and
    ``picture`` (one of :data:`NAMES`; one of :data:`OF_CHAIN` with its ``chain``) is asked for;
    ``lines`` off leaves the lines out of the map of a 看板. ``window`` is a part of a map or
    ``None`` for all of it; an empty background is transparent.

    A chain is drawn as ``view`` says: the segment map, or the layered one. Of it is shown what
    ``fold`` (a product) or ``box`` (the key of a segment, segment map only) leaves; ``selected`` is
    stressed, what firms of ``county`` or the enterprise ``maker`` make stays while all else fades.
    ``detail``, ``every`` and ``trunk`` are those of :class:`liantu.model.focus.Focus`; ``size`` is
    the area of a segment map on a page that fits its picture.
    """

    path: Path = Path()
    paper: str = PAPERS[0]
    dpi: int = 0
    background: str = "#FFFFFF"
    window: Window | None = None
    lens: Lens = DIAGNOSIS
    chain: str = ""
    section: str | None = None
    firm: str = ""
    picture: str = ""
    view: str = SEGMENTS
    fold: str = ""
    box: str = ""
    selected: str = ""
    county: str = ""
    maker: str = ""
    detail: str = AUTO
    every: bool = False
    trunk: bool = False
    size: tuple[float, float] = SCREEN
    lines: bool = True

    @property
    def layered(self) -> bool:
        """Whether the layered map is drawn: of an enterprise, or as it is asked for."""
        return bool(self.firm) or self.view != SEGMENTS


def pages(reading: Reading, wish: Wish) -> tuple[Picture, ...]:
    """The finished sheets: several for a 看板 on small paper, and for a layered map that could not
    be read on one; raises as :func:`draw`.
    """
    if wish.picture == BOARD:
        return _grounded(chain_pages(reading, wish.chain, wish.paper, lines=wish.lines), wish)
    if wish.picture == CITY:
        return _grounded(city_pages(reading, wish.paper), wish)
    if wish.picture in CHARTS:
        made = chart(reading, ChartName(wish.picture), wish.chain)
        return sheets(reading, made, wish.paper, wish.background)
    if wish.layered and not wish.picture:
        return _layered(reading, wish)
    return (_sheet(reading, wish),)


def _grounded(found: Sequence[Page], wish: Wish) -> tuple[Picture, ...]:
    return tuple(replace(page.drawing, background=wish.background) for page in found)


def draw(reading: Reading, wish: Wish) -> Picture:
    """The first sheet; raises ``KeyError`` for what the reading does not know."""
    return pages(reading, wish)[0]


def _sheet(reading: Reading, wish: Wish) -> Picture:
    options = SheetOptions(wish.paper, wish.background, wish.lens)
    if wish.picture:
        return on_paper(reading, PICTURES[wish.picture](reading, PRINT), options)
    return draw_segments(reading, _seen(reading, wish), options)


def _layered(reading: Reading, wish: Wish) -> tuple[Picture, ...]:
    return draw_sheets(
        reading,
        _view(reading, wish),
        SheetOptions(wish.paper, wish.background, wish.lens),
        window=wish.window,
        selected=wish.selected,
        stressed=_stressed(reading, wish),
        detail=wish.detail,
    )


def _seen(reading: Reading, wish: Wish) -> Seen:
    return Seen(
        chain=wish.chain,
        section=wish.section,
        fold=wish.fold,
        box=wish.box,
        selected=wish.selected,
        county=wish.county,
        stressed=_stressed(reading, wish),
        detail=wish.detail,
        every=wish.every,
        trunk=wish.trunk,
        size=wish.size,
    )


def _stressed(reading: Reading, wish: Wish) -> frozenset[str] | None:
    """What the chosen enterprise or the firms of the chosen county make, ``None`` for neither."""
    if wish.firm or not (wish.maker or wish.county):
        return None
    firms = reading.atlas.enterprises.values()
    chosen = [f for f in firms if (f.id == wish.maker if wish.maker else f.county == wish.county)]
    return products_of(chosen)


def _view(reading: Reading, wish: Wish) -> MapView:
    if wish.firm:
        return folded(build_firm_view(reading, wish.firm), wish.fold)
    view = build_tree(reading, wish.chain, wish.section, every=wish.every)
    return folded(view, wish.fold)


def write(
    drawings: Picture | Sequence[Picture], wish: Wish, progress: Progress | None = None
) -> Path:
    """Write one sheet, or all pages of a 看板, as the suffix of the path says; returns the (first)
    path.

    Raises ``ImportError`` where pixels are wanted without Qt, ``ExportError``, or ``Cancelled``.
    """
    shown = [drawings] if isinstance(drawings, Picture) else drawings
    if wish.path.suffix.casefold() == ".png" and not isinstance(shown[0], Svg):
        from liantu.render.headless import prepare  # noqa: PLC0415  only pixels need Qt

        prepare()
    dpi = wish.dpi or min(suited(wish.paper), *(most_dpi(drawing) for drawing in shown))
    return export_pages(shown, wish.path, dpi=dpi, progress=progress)[0]


def first_file(wish: Wish) -> Path:
    """The first file that is written: with a number where a format holds one page only. Whether a
    map or chart needs several is seen when it is drawn; then it is the one that is there already.
    """
    numbered = files_of(wish.path, 2)[0]
    if wish.picture in (BOARD, CITY):
        return numbered if wish.paper in SPLIT else wish.path
    return numbered if numbered.exists() and not wish.path.exists() else wish.path


def suited(paper: str) -> int:
    """300 dots an inch for desk sizes, 200 for wall maps, screen pixels for slides."""
    return 200 if paper in _WALL else 144 if paper in _SCREEN else 300
