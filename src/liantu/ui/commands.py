"""What the verbs do, on the workbench of one window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from liantu import paths
from liantu.analysis.diagnosis import Diagnosis
from liantu.briefing.lists import write_lists
from liantu.briefing.papers import write_briefing
from liantu.document.explanation import explain
from liantu.document.naming import paper_stem, picture_stem
from liantu.jobs import Progress
from liantu.model import Atlas
from liantu.ui.dialogs.about import AboutDialog
from liantu.ui.dialogs.export import ExportDialog
from liantu.ui.dialogs.problems import ProblemsDialog
from liantu.ui.dialogs.switches import SwitchesDialog
from liantu.ui.dialogs.why import WhyDialog
from liantu.ui.picture import Wish, draw
from liantu.wording import text

Writer = Callable[[Atlas, Diagnosis, Sequence[str], Path, Progress], Path]

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
        """Ask what picture to make."""
        focus = self._bench.selection.focus
        stem = picture_stem(self._bench.workspace.atlas, focus.chain, self._bench.map.section)
        dialog = ExportDialog(stem, self._bench.map.canvas.visible_window(), None, self._bench)
        dialog.wished.connect(self._export)
        dialog.show()

    def _export(self, wish: Wish) -> None:
        if (
            self._bench.map.view is not None
            and self._bench.map.layout_ is not None
            and self._bench.map.view.chain_id
        ):
            wish = replace(wish, lens=self._bench.map.lens)
            drawing = draw(
                self._bench.workspace, self._bench.map.view, self._bench.map.layout_, wish
            )
            self._bench.exporter.save(drawing, wish)

    def export_briefing(self) -> None:
        """Ask for a file and write the briefing of all chains, or of the shown one."""
        self._paper("briefing", "pdf", write_briefing)

    def export_lists(self) -> None:
        """Ask for a file and write the lists."""
        self._paper("lists", "xlsx", write_lists)

    def _paper(self, key: str, suffix: str, write: Writer) -> None:
        bench = self._bench
        atlas, diagnosis = bench.workspace.atlas, bench.workspace.diagnosis
        focus = bench.selection.focus
        chains = [focus.chain] if focus.page == "map" and focus.chain else list(atlas.chains)
        name = paper_stem(atlas, key, chains, diagnosis.situation.date)
        chosen, _ = QFileDialog.getSaveFileName(
            bench, text(f"ui.verb.{key}"), f"{name}.{suffix}", f"{suffix.upper()} (*.{suffix})"
        )
        if chosen:
            path = Path(chosen).with_suffix(f".{suffix}")
            bench.exporter.make(lambda p: write(atlas, diagnosis, chains, path, p))

    def copy_picture(self) -> None:
        """Put the whole map on the clipboard."""
        if self._bench.map.view is not None and self._bench.map.layout_ is not None:
            wish = Wish(Path(), paper="fit", lens=self._bench.map.lens)
            self._bench.exporter.copy(
                draw(self._bench.workspace, self._bench.map.view, self._bench.map.layout_, wish)
            )

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
        if product in workspace.diagnosis.verdicts:
            chain = self._bench.selection.focus.chain
            sheet = explain(workspace.atlas, workspace.diagnosis, product, chain)
            dialog = WhyDialog(sheet, self._bench)
            dialog.followed.connect(self._bench.follow)
            dialog.show()

    def has_why(self) -> bool:
        """Whether a product with a verdict is selected."""
        return self._bench.selection.focus.product in self._bench.workspace.diagnosis.verdicts

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
        return bool(self._bench.workspace.atlas.chains)

    def has_map(self) -> bool:
        """Whether the map of a chain is shown."""
        view = self._bench.map.view
        return (
            self._bench.selection.focus.page == "map" and view is not None and bool(view.chain_id)
        )

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
