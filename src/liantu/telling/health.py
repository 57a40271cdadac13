"""数据体检: which named checks found something, and the loops that need the graph library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liantu.analysis.structure import loops_in
from liantu.issues import Issue, Place, Severity
from liantu.model import Atlas
from liantu.telling.names import named
from liantu.wording import text

MOST_LOOPED = 8
"""Products of a loop, by name."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A named check with how often it found something; 0 is good news and shown as well.

    ``code`` is empty for what the reading of the files reported.
    """

    code: str
    title: str
    severity: Severity
    count: int


def findings(issues: Iterable[Issue]) -> tuple[Finding, ...]:
    """Every check in its order, after the problems of reading if there are any."""
    kinds, found = _kinds(), list(issues)
    counts = Counter(issue.code for issue in found)
    reading = [i for i in found if i.code not in kinds]
    rows = [Finding(code, check_title(code), grave, counts[code]) for code, grave in kinds.items()]
    if reading:
        worst = min((i.severity for i in reading), key=list(Severity).index)
        rows.insert(0, Finding("", check_title(""), worst, len(reading)))
    return tuple(rows)


def check_title(code: str) -> str:
    """The name of the check behind the code of a problem."""
    if code not in _kinds():
        return text("library.reading.title")
    check = code.rpartition(".")[2]
    return text(f"library.{check}.title")


def loop_issues(atlas: Atlas) -> tuple[Issue, ...]:
    """Products that feed each other in a circle: allowed, and worth knowing."""
    return tuple(_loop(atlas, group) for group in loops_in(atlas))


def _kinds() -> Mapping[str, Severity]:
    from liantu.library.checks.catalogue import KINDS  # noqa: PLC0415  YAML must not delay the first frame

    return KINDS


def _loop(atlas: Atlas, group: tuple[str, ...]) -> Issue:
    names = named([atlas.products[p].name for p in group], MOST_LOOPED)
    place = atlas.places.get(f"product:{group[0]}", Place(group[0]))
    params: dict[str, str | int | float] = {"count": len(group), "names": names}
    return Issue("library.loop", _kinds()["library.loop"], place, params)
