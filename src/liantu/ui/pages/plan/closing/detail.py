"""One plan: its map, what it builds, what it buys, and why the target is then made."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QTabWidget, QTreeWidget, QTreeWidgetItem

from liantu.analysis.plans.plan import Plan
from liantu.analysis.reading import Reading
from liantu.diagram.plan_map.picture import plan_map
from liantu.telling.plans import buying, links
from liantu.telling.plans.proof import proof_lines
from liantu.ui.lists.row_menu import row_menu
from liantu.ui.pages.plan.closing.map_view import PlanMapView
from liantu.ui.pages.plan.closing.rows import PRODUCT, Rows
from liantu.ui.style.look import Tones
from liantu.wording import text

_LINK_WIDTHS = (30, 92, 118, 92, 160, 96, 130, 150)
_BUY_WIDTHS = (150, 100, 200, 240)


class Detail(QTabWidget):
    """``followed`` carries a product that is to be seen on the map of its chain, ``edit_asked`` one
    whose cost is to be told, ``buy_asked`` one that is rather to be bought.
    """

    followed = Signal(str)
    edit_asked = Signal(str)
    buy_asked = Signal(str)

    def __init__(self, tones: Tones) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self._tones = tones
        self._shown: tuple[Reading, Plan] | None = None
        self.map = PlanMapView(tones)
        self.setAccessibleName(text("ui.plan.closing"))
        heads = [text(f"plan.head.{head}") for head in links.HEADS]
        self.links = Rows(heads, _LINK_WIDTHS, text("ui.closing.links"))
        heads = [text(f"plan.head.{head}") for head in buying.HEADS]
        self.bought = Rows(heads, _BUY_WIDTHS, text("ui.closing.bought"))
        self.proof = QTreeWidget()
        self.proof.setHeaderHidden(True)
        self.proof.setAccessibleName(text("ui.closing.proof"))
        for widget, code in (
            (self.map, "map"),
            (self.links, "links"),
            (self.bought, "bought"),
            (self.proof, "proof"),
        ):
            self.addTab(widget, text(f"ui.closing.{code}"))
        self._connect()

    def _connect(self) -> None:
        for table in (self.links, self.bought):
            table.itemSelectionChanged.connect(lambda t=table: self.mark(t.product))
            table.itemActivated.connect(lambda cell: self.followed.emit(cell.data(PRODUCT)))
        self.links.customContextMenuRequested.connect(self._on_link)
        self.bought.customContextMenuRequested.connect(self._on_bought)
        self.proof.itemActivated.connect(lambda row, _: self.followed.emit(row.data(0, PRODUCT)))
        self.proof.currentItemChanged.connect(self._on_step)
        self.map.chosen.connect(self.mark)
        self.map.opened.connect(self.followed)

    def show_plan(self, reading: Reading, plan: Plan | None) -> None:
        """Show another plan, or none."""
        self._shown = (reading, plan) if plan is not None else None
        if plan is None:
            self.map.show_map(None)
            return
        self.map.show_map(plan_map(reading, plan, self._tones.theme))
        rows = links.link_rows(reading, plan)
        self.links.show_rows([(row.product, links.cells(row)) for row in rows])
        buys = buying.buy_rows(reading, plan)
        self.bought.show_rows([(row.product, buying.cells(row)) for row in buys])
        self._tell(self.links, "links", len(rows))
        self._tell(self.bought, "bought", len(buys))
        self._show_proof(reading, plan)

    def _tell(self, table: Rows, code: str, count: int) -> None:
        words = text("ui.closing.counted", words=text(f"ui.closing.{code}"), count=count)
        self.setTabText(self.indexOf(table), words)

    def set_tones(self, tones: Tones) -> None:
        """Paint in other colours."""
        self._tones = tones
        self.map.set_tones(tones)
        if self._shown is not None:
            self.map.show_map(plan_map(*self._shown, tones.theme))

    def mark(self, product: str) -> None:
        """Stress a product wherever it stands."""
        self.map.mark(product)
        for table in (self.links, self.bought):
            if table.product != product:
                table.mark(product)

    def _show_proof(self, reading: Reading, plan: Plan) -> None:
        self.proof.blockSignals(True)
        self.proof.clear()
        above: list[QTreeWidgetItem] = []
        for line in proof_lines(reading, plan):
            row = QTreeWidgetItem([line.words])
            row.setData(0, PRODUCT, line.product)
            del above[line.depth :]
            if above:
                above[-1].addChild(row)
            else:
                self.proof.addTopLevelItem(row)
            above.append(row)
        self.proof.expandAll()
        self.proof.blockSignals(False)

    def _on_step(self, row: QTreeWidgetItem | None) -> None:
        if row is not None:
            self.mark(row.data(0, PRODUCT))

    def _on_link(self, spot: QPoint) -> None:
        if product := self.links.product:
            acts = {
                text("ui.row.map"): lambda: self.followed.emit(product),
                text("ui.closing.buy"): lambda: self.buy_asked.emit(product),
                text("ui.closing.cost"): lambda: self.edit_asked.emit(product),
            }
            self._pop(row_menu(self, [acts]), self.links, spot)

    def _on_bought(self, spot: QPoint) -> None:
        if product := self.bought.product:
            acts = {text("ui.row.map"): lambda: self.followed.emit(product)}
            self._pop(row_menu(self, [acts]), self.bought, spot)

    @staticmethod
    def _pop(menu: QMenu, table: Rows, spot: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(table.viewport().mapToGlobal(spot))
