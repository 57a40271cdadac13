"""Words that open below a button and close with Esc or a click elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from liantu.ui.widgets.scrolled import Measured
from liantu.ui.widgets.text import label

WIDEST = 660
AROUND = 40
"""Height that the frame and the edges of the screen keep (px)."""
BAR = 14
"""Room for a bar beside what scrolls."""


def paragraph(words: str, width: int, name: str = "") -> QLabel:
    """Words in lines of a width (px), as high as they need."""
    made = label(words, name, wrap=True)
    made.setFixedWidth(width)
    made.ensurePolished()
    made.setMinimumHeight(made.heightForWidth(width))
    return made


def pop_up(inside: QWidget, below: QWidget) -> QFrame:
    """Show ``inside`` below a widget (above it where there is more room), on its screen."""
    frame = QFrame(below, Qt.WindowType.Popup)
    frame.setObjectName("popover")
    frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    frame.setMaximumWidth(WIDEST)
    box = QVBoxLayout(frame)
    box.setContentsMargins(12, 10, 12, 10)
    room = below.screen().availableGeometry().height() - AROUND
    if inside.sizeHint().height() > room:
        box.addWidget(_scrolled(inside, room))
    else:
        box.addWidget(inside)
    frame.adjustSize()
    frame.move(_spot(frame, below))
    frame.show()
    inside.setFocus()
    return frame


def _scrolled(inside: QWidget, height: int) -> Measured:
    """What is higher than the screen, in a room of this height."""
    area = Measured()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    area.setFixedSize(inside.sizeHint().width() + BAR, height)
    return area


def _spot(frame: QWidget, below: QWidget) -> QPoint:
    screen = below.screen().availableGeometry()
    under = below.mapToGlobal(QPoint(0, below.height() + 2))
    over = below.mapToGlobal(QPoint(0, -frame.height() - 2))
    x = max(screen.left(), min(under.x(), screen.right() - frame.width()))
    fits = under.y() + frame.height() <= screen.bottom() or over.y() < screen.top()
    y = under.y() if fits else over.y()
    return QPoint(x, max(screen.top(), min(y, screen.bottom() + 1 - frame.height())))
