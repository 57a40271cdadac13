"""A slide drawn small while the words of its step are written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from liantu.diagram.slides.model import Slide
from liantu.jobs import Progress
from liantu.render.pixels import fitted
from liantu.ui.habits.fault import told
from liantu.ui.widgets.sight import Sight
from liantu.wording import text

SIZE = QSize(434, 245)
"""Room of a slide where the screen has it, px."""


class SlidePreview(Sight):
    """Shows what a function makes; it is called by a worker."""

    def __init__(self) -> None:
        super().__init__(SIZE, text("ui.story.preview"), _failed)

    def show_slide(self, make: Callable[[], Slide] | None) -> None:
        """Draw another slide, or none; what was asked before is dropped."""
        self.draw(partial(_drawn, make) if make is not None else None)


def _drawn(make: Callable[[], Slide], room: QSize, progress: Progress) -> tuple[QImage, str]:
    slide = make()
    progress.check()
    return fitted(slide.drawing, room.width(), room.height()), slide.alt


def _failed(error: Exception) -> str:
    return text("ui.story.preview.failed", reason=told(error))
