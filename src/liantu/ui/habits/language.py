"""Qt's own words (menus of fields, buttons of dialogs, the calendar) in Chinese."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

CHINESE = QLocale(QLocale.Language.Chinese, QLocale.Country.China)


def speak_chinese(app: QApplication) -> bool:
    """Let Qt speak Chinese, whatever the system does; ``False`` where its translation is missing
    (then its words stay English, while dates and weekdays are Chinese).
    """
    QLocale.setDefault(CHINESE)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    return translator.load(CHINESE, "qtbase", "_", folder) and app.installTranslator(translator)
