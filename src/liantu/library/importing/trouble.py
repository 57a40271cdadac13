"""Why a cell or a row cannot be taken, as a sentence with what to do about it."""

from __future__ import annotations

from liantu.wording import table, text


class Trouble(ValueError):  # noqa: N818  of the planner's sheet, not of the program
    """``code`` and ``params`` of the sentence."""

    def __init__(self, code: str, /, **params: str | int) -> None:
        super().__init__(code)
        self.code, self.params = f"library.import.bad.{code}", params

    def __str__(self) -> str:
        return text(self.code, **self.params)


def listed(code: str) -> tuple[str, ...]:
    """The words of a list of the wording, which ``|`` divides; none where there is no such list."""
    return tuple(table()[code].split("|")) if code in table() else ()
