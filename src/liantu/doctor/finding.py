"""One line of the report, and how it is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Finding:
    """``good`` is false for what has to be mended before the program works well; a ``note`` is
    neither good nor bad.
    """

    name: str
    value: str
    good: bool = True
    note: bool = False


def lines(found: Iterable[Finding]) -> list[str]:
    """A line for each, with its mark."""
    return [f"{_mark(item)} {item.name}：{item.value}" for item in found]


def as_json(found: Iterable[Finding]) -> list[dict[str, object]]:
    """The same for programs."""
    return [{"name": f.name, "value": f.value, "good": f.good} for f in found]


def _mark(item: Finding) -> str:
    if item.note:
        return text("cli.doctor.note")
    return text("cli.doctor.good" if item.good else "cli.doctor.bad")
