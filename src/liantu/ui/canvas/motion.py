"""Cards go from where they were to where they are, unless the system wants no motion."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QApplication, QStyle

from liantu.diagram.segment.model import Placed
from liantu.ui.canvas.segment_scene import SegmentScene

LASTS_MS = 150


def wanted() -> bool:
    """Whether the desktop wants things to move."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return QApplication.style().styleHint(hint) > 0


class Motion(QObject):
    """Moves the cards of one scene at a time."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._scene: SegmentScene | None = None
        self._old: Placed | None = None
        self._clock = QVariantAnimation(self)
        self._clock.setDuration(LASTS_MS)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._step)

    @property
    def running(self) -> bool:
        """Whether something moves."""
        return self._scene is not None

    def start(self, scene: SegmentScene, old: Placed) -> None:
        """Let the cards of ``scene`` come from where they were; lines are not seen meanwhile."""
        self.stop()
        if wanted() and scene.moves(old):
            self._scene, self._old = scene, old
            scene.come_from(old, 0.0)
            self._clock.start()

    def stop(self) -> None:
        """Let all stand where they belong."""
        self._clock.stop()
        if self._scene is not None:
            self._step(1.0)

    def _step(self, share: float) -> None:
        if self._scene is not None and self._old is not None:
            self._scene.come_from(self._old, share)
            if share >= 1.0:
                self._scene = None
