"""The key of a line of 摸底任务单: by it an answer finds home, however the rows were moved."""

from __future__ import annotations

from dataclasses import dataclass

_MARK = "liantu-ask-1"
_BAR = "|"
_PARTS = 6


@dataclass(frozen=True, slots=True, order=True)
class TaskKey:
    """What a line asks: ``product`` in ``county`` of ``region`` on ``date`` (the 口径日期, a day),
    to be answered by ``due`` (a day, or empty).
    """

    region: str
    county: str
    date: str
    due: str
    product: str

    def __str__(self) -> str:
        return _BAR.join((_MARK, self.region, self.county, self.date, self.due, self.product))

    @property
    def line(self) -> tuple[str, str]:
        """Product and county."""
        return self.product, self.county


def task_key(words: object) -> TaskKey | None:
    """The key that a cell holds; ``None`` where it holds none."""
    parts = str(words or "").strip().split(_BAR)
    if len(parts) != _PARTS or parts[0] != _MARK or not all((*parts[1:4], parts[5])):
        return None
    return TaskKey(*parts[1:])
