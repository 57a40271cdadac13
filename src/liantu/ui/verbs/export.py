"""导出: pictures of the map and of the city, the clipboard, papers, the graph."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.briefing import graphs
from liantu.briefing.order import Kind, Order
from liantu.briefing.papers import names, write
from liantu.briefing.pictures import BOARD, CITY, NAMES, OF_CHAIN, Wish, draw, pages
from liantu.diagram.lenses import DIAGNOSIS
from liantu.diagram.page import FIT
from liantu.diagram.segment.mapping import graph_of
from liantu.model.focus import AUTO, MAP, POSTER, REPORT, SEGMENTS, WHOLE
from liantu.model.focus import CHARTS as CHARTS_PAGE
from liantu.telling.filenames import city_stem, firm_stem, graph_stem, picture_stem, poster_stem
from liantu.ui.dialogs.export import ExportDialog, Offer
from liantu.ui.dialogs.graph import GraphDialog
from liantu.ui.exporting.exporter import Named
from liantu.ui.parts import Parts
from liantu.ui.remembered import export_memory
from liantu.ui.seen import lenses, looking
from liantu.ui.verbs.verb import Menu, Verb
from liantu.ui.verbs.view import has_map
from liantu.wording import reason, text


def has_chains(parts: Parts) -> bool:
    """Whether there is anything to report."""
    return bool(parts.reading.atlas.chains)


def has_picture(parts: Parts) -> bool:
    """Whether there is a map or a city to make a picture of."""
    return has_map(parts) or (has_chains(parts) and parts.selection.focus.page != MAP)


def export_picture(parts: Parts) -> None:
    """Ask what picture to make: of the shown map or sheet, or of the city on the other pages."""
    if on_poster(parts):
        _ask(parts, Offer([("", sheet(parts))], partial(pages, parts.reading), sheet_stem(parts)))
        return
    if not has_map(parts):
        export_city(parts, *_front(parts))
        return
    found = Offer(_ranges(parts), partial(pages, parts.reading), stem(parts), memos=_noted(parts))
    _ask(parts, found)


def _noted(parts: Parts) -> bool:
    """Whether the shown map has notes for a meeting."""
    graph = looking.graph_of(parts.reading, parts.selection.focus)
    return graph is not None and any(item.memo for item in graph.items)


def copy_picture(parts: Parts) -> None:
    """Put what the map or the sheet shows on the clipboard, or the overview on other pages."""
    if on_poster(parts):
        parts.exporter.copy(partial(draw, parts.reading), sheet(parts))
    elif has_map(parts):
        parts.exporter.copy(partial(draw, parts.reading), replace(seen(parts), paper=FIT))
    else:
        copy_city(parts, *_front(parts))


def _front(parts: Parts) -> tuple[str, str]:
    """The chart in front with its chain; on other pages the page of the city."""
    charts = parts.selection.focus.page == CHARTS_PAGE
    return parts.charts.view.shown if charts else (CITY, "")


def export_city(parts: Parts, name: str, chain: str = "") -> None:
    """Ask for a picture of the city, or for a chart of ``chain``."""
    atlas, date = parts.reading.atlas, parts.reading.date
    stems = {
        key: city_stem(atlas, _named(parts, key, chain), date)
        for key in NAMES
        if key != BOARD and (chain or key not in OF_CHAIN)
    }
    offer = Offer([("", Wish(chain=chain))], partial(pages, parts.reading), pictures=stems)
    _ask(parts, offer).show_picture(name)


def _named(parts: Parts, key: str, chain: str) -> str:
    """The name of a picture, after that of the chain that it tells of."""
    label = parts.reading.atlas.chains[chain].label if key in OF_CHAIN else ""
    return label + text(f"ui.picture.{key}")


def copy_city(parts: Parts, name: str, chain: str = "") -> None:
    """Put a picture of the city, or a chart of ``chain``, on the clipboard."""
    wish = Wish(paper=FIT, picture=name, chain=chain)
    parts.exporter.copy(partial(draw, parts.reading), wish)


def on_poster(parts: Parts) -> bool:
    """Whether a sheet of 看板 is seen."""
    return parts.selection.focus.page == POSTER and has_chains(parts)


def sheet(parts: Parts) -> Wish:
    """The sheet as it is seen."""
    sight = parts.poster.sight
    picture = BOARD if sight.chain else CITY
    return Wish(chain=sight.chain, picture=picture, paper=sight.paper, lines=sight.lines)


def sheet_stem(parts: Parts) -> str:
    """The name of a file with the sheet."""
    return poster_stem(parts.reading.atlas, parts.poster.sight.chain, parts.reading.date)


def _ask(parts: Parts, offer: Offer) -> ExportDialog:
    dialog = ExportDialog(offer, parts.shell)
    make = partial(pages, parts.reading)
    dialog.wished.connect(lambda wish: parts.exporter.save(make, wish, dialog.made))
    dialog.show()
    return dialog


def export_briefing(parts: Parts) -> None:
    """Show the briefing of the shown chain, or of all, on the page 汇报."""
    _report(parts, Kind.BRIEFING)


def export_visit(parts: Parts) -> None:
    """Show 巡链一页纸 of the shown chain on the page 汇报."""
    _report(parts, Kind.VISIT)


def export_lists(parts: Parts) -> None:
    """Show the lists on the page 汇报."""
    _report(parts, Kind.LISTS)


def export_graph(parts: Parts) -> None:
    """Ask for a file for the graph of the shown chain, or of the city on the other pages."""
    reading, focus = parts.reading, parts.selection.focus
    chain = focus.chain if focus.page == MAP else ""
    dialog = GraphDialog(graph_stem(reading.atlas, chain, reading.date), parts.shell)
    dialog.wished.connect(lambda path: _write_graph(parts, reading, chain, path))
    dialog.open()


def _write_graph(parts: Parts, reading: Reading, chain: str, path: Path) -> None:
    parts.exporter.make(lambda progress: graphs.write(reading, chain, path, progress))


def write_report(parts: Parts, order: Order, folder: Path) -> None:
    """Write the papers of an order in the background; a folder that is not there is made."""
    try:
        made = export_memory.make(folder)
    except OSError as error:
        parts.banner.tell(text("ui.export.unmade", reason=reason(error)), kind="bad")
        return
    export_memory.save(export_memory.Kind.PAPER, export_memory.Choice(str(folder)))
    reading = parts.reading
    wanted = [folder / name for name in names(reading, order)]

    def start(named: Named) -> None:
        parts.exporter.make(lambda progress: write(reading, order, folder, progress, named), made)

    parts.exporter.ask(wanted, start)


def _report(parts: Parts, kind: Kind) -> None:
    focus = parts.selection.focus
    parts.selection.show_page(REPORT)
    form = parts.report.view.form
    chains = list(parts.reading.atlas.chains)
    if focus.page == REPORT:
        chains = list(form.chosen())
    elif focus.chain in chains and focus.page == MAP:
        chains = [focus.chain]
    form.ask(kind, chains)


def _ranges(parts: Parts) -> list[tuple[str, Wish]]:
    """What is seen, the whole of it where that is more, and of a layered map what is in view."""
    shown = seen(parts)
    whole = Wish(
        chain=shown.chain, firm=shown.firm, view=shown.view, lens=shown.lens, size=shown.size
    )
    found = [(text("ui.export.seen"), shown)]
    if whole != shown:
        found.append((text("ui.export.firm" if shown.firm else "ui.export.chain"), whole))
    if shown.layered:
        found.append((text("ui.export.full"), replace(shown, detail=WHOLE)))
    window = parts.map.panel.canvas.visible_window() if shown.layered else None
    if window is not None:
        found.append((text("ui.export.current"), replace(shown, window=window)))
    if shown.chain:
        found.append((text("ui.export.board"), Wish(chain=shown.chain, picture=BOARD)))
    return found


def seen(parts: Parts) -> Wish:
    """The shown map as it is painted: the part, the selection, the county, the lens."""
    reading, focus = parts.reading, parts.selection.focus
    room = parts.map.panel.canvas.size()
    firm = bool(focus.firm)
    return Wish(
        lens=lenses.lens_of(reading, focus) or DIAGNOSIS,
        chain="" if firm else focus.chain,
        section=None if firm else looking.section_of(reading, focus),
        firm=focus.firm,
        view=focus.view,
        fold=focus.fold,
        box="" if firm else focus.box,
        selected=focus.product,
        county="" if firm else looking.county_of(reading, focus),
        maker="" if firm else focus.enterprise,
        detail=focus.detail if not firm and focus.view == SEGMENTS else AUTO,
        every=focus.every,
        trunk=focus.trunk,
        size=(max(LEAST[0], room.width()), max(LEAST[1], room.height())),
    )


LEAST = (900.0, 500.0)
"""Least area of a picture that is as large as the window."""


def stem(parts: Parts) -> str:
    """The name of a file with the shown map."""
    reading, focus = parts.reading, parts.selection.focus
    if focus.firm:
        return firm_stem(reading.atlas, focus.firm, reading.date)
    section = looking.section_of(reading, focus)
    return picture_stem(reading.atlas, focus.chain, reading.date, section, _part(parts))


def _part(parts: Parts) -> str:
    """Of a part of a map its product or segment, for the file name."""
    reading, focus = parts.reading, parts.selection.focus
    graph = graph_of(reading, focus.chain, looking.section_of(reading, focus))
    if focus.fold in graph.by_id:
        return text("ui.export.stem.folded", name=graph.by_id[focus.fold].name)
    return next((s.name for s in graph.segments if s.key == focus.box), "")


VERBS = (
    Verb(
        id="picture",
        menu=Menu.EXPORT,
        run=export_picture,
        icon="image",
        keys=("Ctrl+E",),
        enabled=has_picture,
    ),
    Verb(
        id="copy_picture",
        menu=Menu.EXPORT,
        run=copy_picture,
        icon="copy",
        keys=("Ctrl+Shift+C",),
        enabled=has_picture,
    ),
    Verb(
        id="briefing",
        menu=Menu.EXPORT,
        run=export_briefing,
        keys=("Ctrl+P",),
        apart=True,
        enabled=has_chains,
    ),
    Verb(
        id="visit",
        menu=Menu.EXPORT,
        run=export_visit,
        keys=("Ctrl+Shift+P",),
        enabled=has_chains,
    ),
    Verb(id="lists", menu=Menu.EXPORT, run=export_lists, keys=("Ctrl+L",), enabled=has_chains),
    Verb(id="graph", menu=Menu.EXPORT, run=export_graph, apart=True, enabled=has_chains),
)
