"""What an export will write, drawn small while its choices change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from liantu.briefing.pictures import Wish
from liantu.jobs import Progress
from liantu.render.pictures import as_image
from liantu.render.vector import Picture
from liantu.ui.habits.fault import told
from liantu.ui.widgets.sight import Sight
from liantu.wording import text

SIZE = QSize(492, 362)
"""Room of the preview where the screen has it, px."""
DOTS = 96
"""Points of a drawing an inch."""


class Preview(Sight):
    """Shows the first sheet of a wish as :func:`liantu.briefing.pictures.pages` makes it, and tells
    how many there are.
    """

    def __init__(self, make: Callable[[Wish], Sequence[Picture]]) -> None:
        super().__init__(SIZE, text("ui.export.preview"), _failed)
        self._make = make

    def show_wish(self, wish: Wish) -> None:
        """Draw ``wish``; what was asked before is dropped."""
        self.draw(partial(_drawn, self._make, wish))


def _drawn(
    make: Callable[[Wish], Sequence[Picture]], wish: Wish, room: QSize, progress: Progress
) -> tuple[QImage, str]:
    drawings = make(wish)
    drawing = drawings[0]
    progress.check()
    count = len(drawings)
    words = text("ui.export.sheets", count=count) if count > 1 else ""
    across, down = room.width() / drawing.width, room.height() / drawing.height
    return as_image(drawing, max(1, int(DOTS * min(across, down))), progress), words


def _failed(error: Exception) -> str:
    return text("ui.export.failed", reason=told(error))
