"""Why a folder was not saved: each error is told by ``words()`` and names the file to look at."""

from __future__ import annotations

from collections.abc import Sequence

from liantu.library.keeping.holder import Holder
from liantu.wording import reason, text

MOST_NAMED = 3
"""Files that one sentence names; of more it says how many there are."""


class SavingError(Exception):
    """Saving was refused; ``code`` and ``params`` give the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def words(self) -> str:
        """What a planner is told."""
        return text(self.code, **self.params)


class ShippedError(SavingError):
    """The data that come with the program are never written; they are copied first."""

    def __init__(self) -> None:
        super().__init__("library.save.shipped")


class HeldError(SavingError):
    """Somebody else has the folder open."""

    def __init__(self, holder: Holder) -> None:
        super().__init__("library.save.held", who=holder.words())
        self.holder = holder


class ChangedOutsideError(SavingError):
    """Others changed, added or removed ``files`` since they were read; nothing was written."""

    def __init__(self, files: Sequence[str]) -> None:
        super().__init__("library.save.changed_outside", files=named(files))
        self.files = tuple(files)


class NotMeantError(SavingError):
    """What would be written reads as something else than was meant; nothing was written."""

    def __init__(self, files: Sequence[str]) -> None:
        super().__init__("library.save.not_meant", files=named(files))
        self.files = tuple(files)


class BadNameError(SavingError):
    """A file may not be called so, or lies outside of the folder; ``why`` ends the code."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"library.save.name.{why}", file=file)
        self.file = file


class FileError(SavingError):
    """The system refused ``file``; the folder is as it was."""

    def __init__(self, file: str, error: OSError, code: str = "library.save.file") -> None:
        super().__init__(code, file=file, reason=reason(error))
        self.file = file
        self.error = error


class HalfSavedError(SavingError):
    """Only ``files`` were written, and could not be put back; the journal has all of it."""

    def __init__(self, files: Sequence[str], error: OSError) -> None:
        super().__init__("library.save.half", files=named(files), reason=reason(error))
        self.files = tuple(files)
        self.error = error


class SpoiltError(Exception):
    """A backup or recovery file is damaged."""


def named(files: Sequence[str]) -> str:
    """The first files by name, and how many there are where that is not all."""
    names = "、".join(files[:MOST_NAMED])
    if len(files) <= MOST_NAMED:
        return names
    return text("library.save.files", names=names, count=len(files))
