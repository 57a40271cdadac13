"""What dialogs share: a row with a folder and the button that looks for one, the way out, a size
that no screen is too small for.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QPushButton

from liantu.ui.widgets.buttons import button
from liantu.wording import text

AROUND = QSize(80, 80)
"""What the screen keeps around a dialog: its frame, a task bar, px."""


def fit(dialog: QDialog, size: QSize) -> None:
    """The size of a dialog where the screen has room for it, else as large as the screen lets it
    be; whatever is said in it later, it does not grow beyond the screen.
    """
    dialog.resize(size.boundedTo(_free(dialog)))
    dialog.installEventFilter(_Height(dialog))


def _free(dialog: QDialog) -> QSize:
    return dialog.screen().availableGeometry().size() - AROUND


class _Height(QObject):
    """Keeps a dialog as high as what is in it needs at its width. The layout itself would ask for
    a wrapped sentence as if it stood in the narrowest column.
    """

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog, self._least = dialog, max(dialog.minimumHeight(), 1)
        dialog.setMinimumHeight(self._least)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Something else is in it, or it is of another width."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return False

    def _fit(self) -> None:
        if (layout := self._dialog.layout()) is not None:
            wraps = layout.hasHeightForWidth()
            least = layout.totalMinimumSize().height()
            if wraps:
                least = min(least, layout.totalMinimumHeightForWidth(self._dialog.width()))
            high = min(max(least, self._least), _free(self._dialog).height())
            if high != self._dialog.minimumHeight():
                self._dialog.setMinimumHeight(high)


def folder_row(field: QLineEdit) -> QHBoxLayout:
    """``field`` holds the path of a folder; the button beside it lets one be chosen."""
    field.setAccessibleName(text("ui.export.folder"))

    def look() -> None:
        head = text("ui.export.folder")
        found = QFileDialog.getExistingDirectory(field.window(), head, field.text())
        if found:
            field.setText(found)

    row = QHBoxLayout()
    row.addWidget(field, 1)
    row.addWidget(button(text("ui.export.browse"), look))
    return row


def end_row(
    main: QPushButton,
    run: Callable[[], object],
    leave: Callable[[], object],
    *,
    default: bool = True,
) -> QHBoxLayout:
    """取消, which leaves, and at its right the ``main`` button, which Enter presses as well unless
    it is no ``default``.
    """
    main.setObjectName("primary")
    main.setDefault(default)
    main.clicked.connect(lambda _=False: run())
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(button(text("ui.cancel"), leave))
    row.addWidget(main)
    return row
