"""A dossier as a column that scrolls: the sentence, what is asked first, then folded parts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.telling.line import Dossier, Line, Part
from liantu.ui.widgets.flow import Flow
from liantu.ui.widgets.fold import Fold
from liantu.ui.widgets.mark import MarkView
from liantu.ui.widgets.row import FigureButton, LinkLine, Pill, RowButton
from liantu.ui.widgets.scrolled import Measured
from liantu.ui.widgets.text import label
from liantu.wording import text

WIDE = 1500
"""Width of a window from which some parts open by themselves."""
OPEN_WHEN_WIDE = frozenset({"ui.part.sums", "ui.part.routes", "ui.part.projects"})
LONG = 14
"""Letters of a figure that is given a second line rather than half of the row."""
INDENT = 12


class DossierView(Measured):
    """``followed`` carries the target of a clicked line, ``entered`` a product and the chain in
    which it is to be shown, ``amended`` the :class:`Amend` of a figure that is to be changed; that
    can be done only where it is asked for with ``amending``.
    """

    followed = Signal(object)
    entered = Signal(str, str)
    amended = Signal(object)

    def __init__(self, *, amending: bool = False) -> None:
        super().__init__()
        self._amending = amending
        self.setObjectName("dossier")
        self.setAccessibleName(text("ui.inspector"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.folds: dict[str, Fold] = {}
        self._chosen: dict[str, bool] = {}
        self._chain = ""
        self._chip = self._title = ""

    @property
    def chosen(self) -> dict[str, bool]:
        """Which parts the user has opened or shut."""
        return dict(self._chosen)

    def choose(self, chosen: Mapping[str, bool]) -> None:
        """Open and shut parts as the user did before, from the next dossier on."""
        self._chosen = dict(chosen)

    def show_hint(self, words: str) -> None:
        """Say why nothing is shown."""
        self.folds = {}
        body, box = _body()
        box.addWidget(label(words, "hint", wrap=True))
        box.addStretch(1)
        self.setWidget(body)

    def wipe(self) -> None:
        """Show nothing until the next dossier."""
        self.folds = {}
        self.widget().hide()

    def show_dossier(self, dossier: Dossier, chain: str = "") -> None:
        """Show everything known of a thing; ``chain`` is the one that is looked at."""
        same = (dossier.chip, dossier.title) == (self._chip, self._title)
        self._chip, self._title = dossier.chip, dossier.title
        at = self.verticalScrollBar().value() if same else 0
        held = self._held() if same else None
        self.folds, self._chain = {}, chain
        body, box = _body()
        if dossier.conclusion:
            said = selectable(label(dossier.conclusion, "answer", wrap=True))
            said.setProperty("look", dossier.marks[0].look.value if dossier.marks else "")
            box.addWidget(said)
        for part in dossier.parts:
            if not part.folded:
                self._add_part(box, part)
        folded = [part for part in dossier.parts if part.folded]
        if folded:
            box.addSpacing(8)
            box.addWidget(self._jumps(folded))
        for part in folded:
            self._add_fold(box, part)
        box.addStretch(1)
        self.setWidget(body)
        if held is not None:
            self._hold(*held)
        if at:  # told of another date, the same thing stays where it was read
            QCoreApplication.sendPostedEvents(body, QEvent.Type.LayoutRequest)
            self.verticalScrollBar().setValue(at)

    def links(self) -> list[LinkLine | Pill]:
        """The clickable lines that are made, from top to bottom."""
        if self.widget().isHidden():
            return []
        found = self.widget().findChildren(RowButton)
        return [b for b in found if isinstance(b, (LinkLine, Pill))]

    def jump(self, key: str) -> None:
        """Open a part and bring it into sight."""
        fold = self.folds[key]
        fold.set_open(True)
        self._chosen[key] = True
        QCoreApplication.sendPostedEvents(self.widget(), QEvent.Type.LayoutRequest)
        self.verticalScrollBar().setValue(fold.y())
        fold.head.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _buttons(self) -> list[QPushButton]:
        return self.widget().findChildren(QPushButton) if self.widget() is not None else []

    def _held(self) -> tuple[str, int] | None:
        """What in it has the keys, by its name and its place."""
        focus, buttons = self.window().focusWidget(), self._buttons()
        if not isinstance(focus, QPushButton) or focus not in buttons:
            return None
        return focus.accessibleName(), buttons.index(focus)

    def _hold(self, name: str, at: int) -> None:
        """Give the keys to the same again, where the thing they had is told anew."""
        buttons = [button for button in self._buttons() if button.isEnabled()]
        found = next((button for button in buttons if button.accessibleName() == name), None)
        if found is None and buttons:
            found = buttons[min(at, len(buttons) - 1)]
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building

    def _add_part(self, box: QVBoxLayout, part: Part) -> None:
        box.addSpacing(8)
        box.addWidget(label(part.title, "partTitle", wrap=True))
        box.addWidget(self._lines(part))

    def _add_fold(self, box: QVBoxLayout, part: Part) -> None:
        fold = Fold(part, lambda: self._lines(part))
        self.folds[part.id] = fold
        wide = self.window().width() >= WIDE and part.id in OPEN_WHEN_WIDE
        fold.set_open(self._chosen.get(part.id, wide))
        fold.toggled.connect(lambda opened: self._chosen.__setitem__(part.id, opened))
        box.addWidget(fold)

    def _jumps(self, parts: list[Part]) -> QWidget:
        """The names of the folded parts as links."""
        made = QWidget()
        made.setObjectName("jumps")
        flow = Flow(12)
        flow.setContentsMargins(0, 4, 0, 4)
        made.setLayout(flow)
        for part in parts:
            if not part.lines:
                continue
            button = QPushButton(part.title)
            button.setObjectName("jump")
            button.setAccessibleName(text("ui.inspector.jump", title=part.title))
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, key=part.id: self.jump(key))
            flow.addWidget(button)
        return made

    def _lines(self, part: Part) -> QWidget:
        made = QWidget()
        if part.pills:
            flow = Flow(6)
            flow.setContentsMargins(0, 2, 0, 2)
            made.setLayout(flow)
            for line in part.lines:
                flow.addWidget(self._pill(line))
            return made
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 4)
        box.setSpacing(3)
        for line in part.lines:
            box.addWidget(self._line(line))
        return made

    def _pill(self, line: Line) -> QWidget:
        if line.target is None:
            return label(line.words, "remark")
        pill = Pill(line, chosen=bool(line.chain) and line.chain == self._chain)
        pill.clicked.connect(lambda: self._follow(line))
        return pill

    def _line(self, line: Line) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins((len(line.words) - len(line.words.lstrip())) * INDENT, 1, 0, 2)
        box.setSpacing(1)
        row = QHBoxLayout()
        row.setSpacing(6)
        if line.mark is not None:
            row.addWidget(MarkView(line.mark), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words(line), 3)
        if line.figure:
            long = len(line.figure) > LONG
            figure = label(line.figure, "faded" if line.faded else "figure", wrap=long)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            row.addWidget(self._figure(line, figure), 2 if long else 0)
        box.addLayout(row)
        if line.remark:
            name = "doubt" if line.doubt and not line.faded else "remark"
            box.addWidget(selectable(label(line.remark, name, wrap=True)))
        return made

    def _figure(self, line: Line, figure: QLabel) -> QWidget:
        if line.amend is None or not self._amending:
            return selectable(figure)
        button = FigureButton(line, figure)
        button.clicked.connect(lambda: self.amended.emit(line.amend))
        return button

    def _words(self, line: Line) -> QWidget:
        if line.target is None:
            return selectable(label(line.words.lstrip(), _name(line), wrap=True))
        link = LinkLine(line)
        link.clicked.connect(lambda: self._follow(line))
        return link

    def _follow(self, line: Line) -> None:
        if line.chain and line.target is not None:
            self.entered.emit(line.target.id, line.chain)
        else:
            self.followed.emit(line.target)


def _name(line: Line) -> str:
    if line.head:
        return "lineHead"
    if line.faded:
        return "faded"
    return "doubt" if line.doubt else ""


def _body() -> tuple[QWidget, QVBoxLayout]:
    body = QWidget()
    body.setObjectName("inspectorBody")
    box = QVBoxLayout(body)
    box.setContentsMargins(16, 4, 16, 12)
    box.setSpacing(3)
    return body, box


def selectable(words: QLabel) -> QLabel:
    """The label with words that the mouse can select."""
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words
