"""Keep what was edited here, on top of what somebody else has written meanwhile."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from liantu.ui.dialogs.changed import ConflictsDialog
from liantu.ui.session.bridge import Bridge
from liantu.ui.widgets.banner import Banner
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

if TYPE_CHECKING:  # else where it is used: brings YAML
    from liantu.document.rebasing import Decided, Rebase
    from liantu.document.saving import Outside

KEPT = "outside"
"""What the banner tells about then: the same as that files were changed."""


class Merging(QObject):
    """What only one side changed is taken; what both did in another way each is asked."""

    def __init__(self, bridge: Bridge, banner: Banner, window: QWidget) -> None:
        super().__init__(window)
        self._bridge, self._banner, self._window = bridge, banner, window
        self._tasks = Tasks(self)

    @property
    def busy(self) -> bool:
        """Whether both sides are being put together."""
        return self._tasks.running

    def stop(self) -> None:
        """Leave no thread behind."""
        self._tasks.stop()

    def take(self, found: Outside) -> None:
        """Take what the files say now, and what was edited here on top of it."""
        self._bridge.after_steps(partial(self._merge, found))

    def _merge(self, found: Outside) -> None:
        from liantu.document import rebasing  # noqa: PLC0415  brings YAML

        session = self._bridge.session
        disk, atlas = session.disk, session.atlas
        if disk is None:
            return
        task = self._tasks.new(lambda progress: rebasing.begun(disk, atlas, found, progress))
        task.done.connect(self._on_begun)
        task.start()

    def _on_begun(self, found: object) -> None:
        from liantu.document.rebasing import Rebase  # noqa: PLC0415  brings YAML
        from liantu.telling.conflict import conflict_words  # noqa: PLC0415

        assert isinstance(found, Rebase)
        if not found.merged.conflicts:
            self._finish(found, {})
            return
        theirs = found.outside.loaded.atlas
        rows = [conflict_words(one, found.mine, theirs) for one in found.merged.conflicts]
        dialog = ConflictsDialog(rows, self._window)
        dialog.decided.connect(lambda sides: self._decide(found, sides))
        dialog.open()

    def _decide(self, found: Rebase, mine: list[bool]) -> None:
        from liantu.document.rebasing import Side  # noqa: PLC0415  brings YAML

        sides = [Side.OURS if own else Side.THEIRS for own in mine]
        self._finish(found, dict(zip(found.merged.conflicts, sides, strict=True)))

    def _finish(self, found: Rebase, decided: Decided) -> None:
        from liantu.document import rebasing  # noqa: PLC0415  brings YAML

        task = self._tasks.new(lambda _: rebasing.finished(found, decided))
        task.done.connect(partial(self._on_finished, found))
        task.start()

    def _on_finished(self, found: Rebase, outcome: object) -> None:
        from liantu.library.editing import RefusedError  # noqa: PLC0415  brings YAML
        from liantu.model import Atlas  # noqa: PLC0415

        if isinstance(outcome, RefusedError):
            self._bridge.refused.emit(outcome)
            return
        if self._bridge.session.atlas is not found.mine:  # edited meanwhile
            self.take(found.outside)
            return
        assert isinstance(outcome, Atlas)
        self._bridge.take_outside(found.outside.disk, found.outside.loaded.issues, outcome)
        self._banner.tell(text("ui.outside.kept"), kind="good", about=KEPT)
