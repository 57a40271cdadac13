"""What has to come with the program: Qt's own Chinese words, its font, its icons; and what it
finds on the machine.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication

from liantu.render.faces import FAMILY, lacking_faces
from liantu.ui.dialogs.doctor import DoctorDialog
from liantu.ui.smoke.stage import Script, Stage, Step, expect
from liantu.ui.style import icons
from liantu.wording import text

SIDE = 32
"""Of the icons that are looked at, px."""


def steps(_: Stage) -> Iterator[Step]:
    """Words and pictures, then the findings of the doctor."""
    yield Step("program/equipment", text("ui.smoke.equipment"), _equipment)
    yield Step("program/doctor", text("ui.verb.doctor"), _doctor)


def _equipment(stage: Stage) -> Script:
    cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
    expect(cancel == text("ui.cancel"), f"Qt says {cancel}")
    expect(not lacking_faces() and FAMILY in QFontDatabase.families(), "no font")
    pictures = (QApplication.windowIcon(), icons.icon("search", stage.window.tones.secondary))
    for picture in pictures:
        image = picture.pixmap(SIDE).toImage()
        seen = {QColor(image.pixelColor(x, SIDE // 2)).alpha() for x in range(image.width())}
        expect(max(seen, default=0), "an icon is empty")
    yield stage.is_calm


def _doctor(stage: Stage) -> Script:
    """What it finds goes into the report; some machine may well lack something."""
    stage.run("doctor")
    dialog = stage.dialog(DoctorDialog)
    yield dialog.copy_button.isEnabled
    stage.findings += dialog.lines.toPlainText().splitlines()
    dialog.close()
