"""导出: pictures of the map and of the city, the clipboard, papers, the graph."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.briefing import graphs
from liantu.briefing.order import Kind, Order
from liantu.briefing.papers import names, write
from liantu.briefing.pictures import Wish, draw
from liantu.diagram.city import PICTURES
from liantu.diagram.lenses import LENSES
from liantu.diagram.page import FIT
from liantu.diagram.views.map_view import MapView
from liantu.model.focus import MAP, REPORT
from liantu.telling.filenames import city_stem, firm_stem, graph_stem, picture_stem
from liantu.ui import looking
from liantu.ui.dialogs.export import ExportDialog
from liantu.ui.dialogs.graph import GraphDialog
from liantu.ui.exporting import Named
from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb
from liantu.ui.verbs.view import has_map
from liantu.wording import text


def has_chains(parts: Parts) -> bool:
    """Whether there is anything to report."""
    return bool(parts.reading.atlas.chains)


def has_picture(parts: Parts) -> bool:
    """Whether there is a map or a city to make a picture of."""
    return has_map(parts) or (has_chains(parts) and parts.selection.focus.page != MAP)


def export_picture(parts: Parts) -> None:
    """Ask what picture to make: of the shown map, or of the city on the other pages."""
    if not has_map(parts):
        export_city(parts)
        return
    window = parts.map.panel.canvas.visible_window()
    dialog = ExportDialog(_stem(parts), window, None, parts.shell)
    dialog.wished.connect(lambda wish: _export(parts, wish))
    dialog.show()


def copy_picture(parts: Parts) -> None:
    """Put the whole map on the clipboard, or the overview on the other pages."""
    view = parts.map.panel.view
    if not has_map(parts):
        copy_city(parts, next(iter(PICTURES)))
    elif view is not None:
        parts.exporter.copy(draw(parts.reading, _of_map(parts, Wish(paper=FIT), view)))


def export_city(parts: Parts, name: str = "") -> None:
    """Ask for a picture of the city."""
    atlas, date = parts.reading.atlas, parts.reading.date
    stems = {key: city_stem(atlas, text(f"ui.picture.{key}"), date) for key in PICTURES}
    dialog = ExportDialog("", None, None, parts.shell, stems)
    dialog.show_picture(name or next(iter(stems)))
    dialog.wished.connect(lambda wish: parts.exporter.save(draw(parts.reading, wish), wish))
    dialog.show()


def copy_city(parts: Parts, name: str) -> None:
    """Put a picture of the city on the clipboard."""
    parts.exporter.copy(draw(parts.reading, Wish(paper=FIT, picture=name)))


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
    """Write the papers of an order in the background."""
    if not folder.is_dir():
        parts.banner.tell(text("ui.export.nofolder"), kind="bad")
        return
    reading = parts.reading
    wanted = [folder / name for name in names(reading, order)]

    def start(named: Named) -> None:
        parts.exporter.make(lambda progress: write(reading, order, folder, progress, named))

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


def _stem(parts: Parts) -> str:
    reading, focus = parts.reading, parts.selection.focus
    if focus.firm:
        return firm_stem(reading.atlas, focus.firm)
    return picture_stem(reading.atlas, focus.chain, looking.section_of(reading, focus))


def _export(parts: Parts, wish: Wish) -> None:
    view = parts.map.panel.view
    if view is not None:
        wish = _of_map(parts, wish, view)
        parts.exporter.save(draw(parts.reading, wish), wish)


def _of_map(parts: Parts, wish: Wish, view: MapView) -> Wish:
    """The wish for the shown map as it is painted."""
    lens = LENSES[parts.selection.focus.lens]
    return replace(wish, lens=lens, chain=view.chain_id, section=view.section, firm=view.firm)


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
