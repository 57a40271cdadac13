"""Takes the pictures of the manual from the real window, the same on every machine."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QTimer
from PySide6.QtGui import QFont, QPixmap
from PySide6.QtWidgets import QApplication

from liantu import paths
from liantu.render.faces import FAMILY
from liantu.telling.help import book
from liantu.ui.smoke.stage import Stage
from liantu.ui.window import Window
from tests.manual.scenes import CHAIN, DAY, WINDOW, Scene

COLOURS = 256
LOOK_MS, LOOKS = 20, 3
PLACE = book.folder() / "pictures"
README_PLACE = Path(__file__).parents[2] / "docs"


def open_window() -> Window:
    """The window at its size, light, in the bundled font alone."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setFont(QFont(FAMILY, app.font().pointSize()))
    window = Window(paths.shipped_chains(), CHAIN, DAY)
    window.settings.theme, window.settings.hinted = "light", True
    window.show()
    window.resize(WINDOW)
    window.choose_theme("light")
    return window


def wait(until: Callable[[], bool]) -> None:
    """Let the window work until something has come about several times in a row."""
    loop, timer, calm = QEventLoop(), QTimer(interval=LOOK_MS), [0]

    def look() -> None:
        calm[0] = calm[0] + 1 if until() else 0
        if calm[0] >= LOOKS:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()


def take(stage: Stage, scene: Scene) -> Image.Image:
    """The picture, in all its colours."""
    _reset(stage)
    stage.window.resize(scene.size)
    for until in scene.show(stage):
        wait(until)
    wait(stage.is_calm)
    part = scene.part(stage)
    cut = scene.cut.intersected(part.rect())
    picture = part.grab(cut)
    for dialog in stage.dialogs:
        dialog.reject()
    stage.parts.search.hide()
    wait(stage.is_calm)
    return _image(picture)


def _reset(stage: Stage) -> None:
    """As it was at the start, whatever the picture before wanted."""
    if stage.desk.actions_.by_id["scenario_now"].isEnabled():
        stage.run("scenario_now")
        wait(stage.is_calm)
    if stage.parts.map.side.isVisible():
        stage.run("inspector")
    stage.parts.bridge.choose_date(DAY)
    wait(stage.is_calm)


def small(picture: Image.Image) -> bytes:
    """As PNG with few colours: the manual is carried by every copy of the program."""
    few = picture.quantize(
        COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE
    )
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def _image(picture: QPixmap) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
