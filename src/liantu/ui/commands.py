"""What the verbs do, on the workbench of one window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from liantu import paths
from liantu.briefing.order import Kind, Order
from liantu.briefing.papers import write
from liantu.briefing.pictures import Wish, draw
from liantu.diagram.city import PICTURES
from liantu.diagram.lenses import LENSES
from liantu.diagram.page import FIT
from liantu.diagram.views.map_view import MapView
from liantu.model.focus import MAP, Focus
from liantu.telling.explanation import explain
from liantu.telling.filenames import city_stem, firm_stem, picture_stem
from liantu.ui import looking
from liantu.ui.dialogs.about import AboutDialog
from liantu.ui.dialogs.export import ExportDialog
from liantu.ui.dialogs.problems import ProblemsDialog
from liantu.ui.dialogs.switches import SwitchesDialog
from liantu.ui.dialogs.why import WhyDialog
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.ui.workbench import Workbench


class Commands:
    """Implements :class:`liantu.ui.actions.verbs.Host`."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def reload(self) -> None:
        """Read the folder again."""
        self._bench.reload()

    def choose_folder(self) -> None:
        """Let the user choose a data folder."""
        found = QFileDialog.getExistingDirectory(
            self._bench, text("ui.verb.open"), str(self._bench.folder)
        )
        if found:
            self._bench.open_folder(Path(found))

    def open_shipped(self) -> None:
        """Open the data that comes with the program."""
        self._bench.open_folder(paths.shipped_chains())

    def export_picture(self) -> None:
        """Ask what picture to make: of the shown map, or of the city on the other pages."""
        if not self.has_map():
            self.export_city()
            return
        focus = self._bench.selection.focus
        stem = self._stem(focus)
        dialog = ExportDialog(stem, self._bench.map.canvas.visible_window(), None, self._bench)
        dialog.wished.connect(self._export)
        dialog.show()

    def _stem(self, focus: Focus) -> str:
        reading = self._bench.workspace.reading
        if focus.firm:
            return firm_stem(reading.atlas, focus.firm)
        return picture_stem(reading.atlas, focus.chain, looking.section_of(reading, focus))

    def export_city(self, name: str = "") -> None:
        """Ask for a picture of the city."""
        workspace = self._bench.workspace
        stems = {
            key: city_stem(
                workspace.reading.atlas, text(f"ui.picture.{key}"), workspace.reading.date
            )
            for key in PICTURES
        }
        dialog = ExportDialog("", None, None, self._bench, stems)
        dialog.show_picture(name or next(iter(stems)))
        dialog.wished.connect(self._export_city)
        dialog.show()

    def _export_city(self, wish: Wish) -> None:
        self._bench.exporter.save(draw(self._bench.workspace.reading, wish), wish)

    def copy_city(self, name: str) -> None:
        """Put a picture of the city on the clipboard."""
        wish = Wish(paper=FIT, picture=name)
        self._bench.exporter.copy(draw(self._bench.workspace.reading, wish))

    def _export(self, wish: Wish) -> None:
        if self._bench.map.view is not None:
            wish = self._of_map(wish, self._bench.map.view)
            self._bench.exporter.save(draw(self._bench.workspace.reading, wish), wish)

    def _of_map(self, wish: Wish, view: MapView) -> Wish:
        """The wish for the shown map as it is painted."""
        return replace(
            wish,
            lens=LENSES[self._bench.selection.focus.lens],
            chain=view.chain_id,
            section=view.section,
            firm=view.firm,
        )

    def export_briefing(self) -> None:
        """Show the briefing of the shown chain, or of all, on the page 汇报."""
        self._report(Kind.BRIEFING)

    def export_lists(self) -> None:
        """Show the lists on the page 汇报."""
        self._report(Kind.LISTS)

    def export_visit(self) -> None:
        """Show 巡链一页纸 of the shown chain on the page 汇报."""
        self._report(Kind.VISIT)

    def _report(self, kind: Kind) -> None:
        focus = self._bench.selection.focus
        chains = list(self._bench.workspace.reading.atlas.chains)
        if focus.page == "report":
            chains = list(self._bench.reports.form.chosen())
        elif focus.chain in chains and focus.page == "map":
            chains = [focus.chain]
        self._bench.reports.ask(kind, chains)
        self._bench.selection.show_page("report")

    def write_report(self, order: Order, folder: Path) -> None:
        """Write the papers of an order in the background."""
        workspace = self._bench.workspace
        if not folder.is_dir():
            self._bench.banner.tell(text("ui.export.nofolder"), kind="bad")
            return
        reading = workspace.reading
        self._bench.exporter.make(lambda p: write(reading, order, folder, p))

    def copy_picture(self) -> None:
        """Put the whole map on the clipboard, or the overview on the other pages."""
        view = self._bench.map.view
        if not self.has_map():
            self.copy_city(next(iter(PICTURES)))
        elif view is not None:
            wish = self._of_map(Wish(paper=FIT), view)
            self._bench.exporter.copy(draw(self._bench.workspace.reading, wish))

    def leave(self) -> None:
        """Close the window."""
        self._bench.frame.window().close()

    def undo(self) -> None:
        """Take back the last change of assumptions."""
        if self._bench.workspace.undo():
            self._bench.refresh()

    def redo(self) -> None:
        """Do it again."""
        if self._bench.workspace.redo():
            self._bench.refresh()

    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._bench.workspace.can_undo

    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self._bench.workspace.can_redo

    def show_switches(self) -> None:
        """Let the user change the assumptions."""
        dialog = SwitchesDialog(self._bench.workspace, self._bench)
        dialog.changed.connect(self._bench.assume)
        dialog.show()

    def why(self) -> None:
        """The sheet of the selected product."""
        self.show_why(self._bench.selection.focus.product)

    def show_why(self, product: str) -> None:
        """The sheet “为什么” of a product; nothing for what has no verdict."""
        workspace = self._bench.workspace
        if product in workspace.reading.verdicts:
            chain = self._bench.selection.focus.chain
            sheet = explain(workspace.reading, product, chain)
            dialog = WhyDialog(sheet, self._bench)
            dialog.followed.connect(self._bench.follow)
            dialog.show()

    def has_why(self) -> bool:
        """Whether a product with a verdict is selected."""
        return self._bench.selection.focus.product in self._bench.workspace.reading.verdicts

    def fit(self) -> None:
        """Show the whole map."""
        self._bench.map.canvas.fit()

    def zoom_in(self) -> None:
        """Nearer."""
        self._bench.map.canvas.zoom_in()

    def zoom_out(self) -> None:
        """Away."""
        self._bench.map.canvas.zoom_out()

    def actual_size(self) -> None:
        """100 %."""
        self._bench.map.canvas.actual_size()

    def back(self) -> None:
        """To the focus before."""
        self._bench.selection.back()

    def forward(self) -> None:
        """To the focus after."""
        self._bench.selection.forward()

    def toggle_full_screen(self) -> None:
        """Into full screen and back."""
        window = self._bench.frame.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def toggle_map_only(self) -> None:
        """Give the map the room of the lists and the inspector, or take it back."""
        self._bench.show_sides(self.is_map_only())

    def is_map_only(self) -> bool:
        """Whether the map stands alone."""
        return self._bench.lists.isHidden()

    def show_problems(self) -> None:
        """List the problems of the folder."""
        ProblemsDialog(self._bench.workspace.issues, self._bench).show()

    def show_about(self) -> None:
        """Tell about program and data."""
        AboutDialog(self._bench.workspace, self._bench).show()

    def open_search(self) -> None:
        """Open the search palette."""
        self._bench.search.open()

    def choose_theme(self, choice: str) -> None:
        """Light, dark or as the system."""
        self._bench.frame.choose_theme(choice)

    def has_chains(self) -> bool:
        """Whether there is anything to report."""
        return bool(self._bench.workspace.reading.atlas.chains)

    def has_map(self) -> bool:
        """Whether a map is shown."""
        return self._bench.selection.focus.page == MAP and self._bench.map.view is not None

    def has_picture(self) -> bool:
        """Whether there is a map or a city to make a picture of."""
        return self.has_map() or (self.has_chains() and self._bench.selection.focus.page != "map")

    def can_go_back(self) -> bool:
        """Whether there is a focus before."""
        return self._bench.selection.can_go_back

    def can_go_forward(self) -> bool:
        """Whether there is a focus after."""
        return self._bench.selection.can_go_forward

    def has_problems(self) -> bool:
        """Whether reading found anything."""
        return bool(self._bench.workspace.issues)

    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self._bench.frame.window().isFullScreen()

    def theme_choice(self) -> str:
        """The chosen theme."""
        return self._bench.settings.theme
