"""What the inspector says about one thing, as plain lines that know where they lead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from liantu.model import Atlas, Capacity
from liantu.model.target import Target
from liantu.telling.dates import is_stale
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: words at the left, a figure at the right, a remark below.

    ``doubt`` marks what is inferred, stale or estimated.
    """

    words: str
    figure: str = ""
    remark: str = ""
    target: Target | None = None
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A headed group of lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is shown of one thing; ``state`` is the code of a class, a :class:`State` value
    or empty; ``suspected``: its class is not confirmed.

    ``map_of`` is an enterprise that has a map of its own, ``why_of`` a product with a verdict.
    """

    title: str
    chip: str
    state: str
    subtitle: str
    parts: tuple[Part, ...]
    map_of: str = ""
    why_of: str = ""
    suspected: bool = False


def parts(*pairs: tuple[str, Iterable[Line]]) -> tuple[Part, ...]:
    """Parts of (wording code, lines) without the empty ones."""
    made = (Part(text(code), tuple(lines)) for code, lines in pairs)
    return tuple(part for part in made if part.lines)


def joined(*words: str) -> str:
    """The non-empty words with a middle dot between."""
    return " · ".join(word for word in words if word)


def source_lines(atlas: Atlas, ids: Iterable[str]) -> list[Line]:
    """Each source once, numbered, with publisher, date and grade."""
    lines = []
    for index, key in enumerate(dict.fromkeys(ids), start=1):
        source = atlas.sources.get(key)
        if source is None:
            lines.append(Line(f"{index}  {key}", remark=text("ui.source.missing"), doubt=True))
            continue
        grade = text("ui.source.grade", grade=source.grade) if source.grade else ""
        remark = joined(source.publisher, source.date, grade, "" if source.mirror else source.url)
        lines.append(Line(f"{index}  {source.title}", remark=remark))
    return lines


def honesty(atlas: Atlas, as_of: str, inferred: bool, why: str) -> tuple[str, bool]:
    """The remark about date, inference and age of a statement, and whether it casts doubt."""
    stale = is_stale(atlas, as_of)
    words = [text("ui.as_of", year=as_of) if as_of else ""]
    if stale:
        words.append(text("ui.stale"))
    if inferred:
        words.append(text("ui.inferred.why", why=why) if why else text("ui.inferred"))
    return joined(*words), stale or inferred


def capacity_remark(atlas: Atlas, item: Capacity, *more: str) -> tuple[str, bool]:
    """What stands below a capacity: its time, wording, note and honesty; and whether in doubt."""
    remark, doubt = honesty(atlas, item.as_of, item.inferred, item.why)
    project = atlas.projects.get(item.project)
    words = joined(
        text("ui.contested") if item.contested else "",
        text("ui.since", date=item.since) if item.since else "",
        text("ui.until", date=item.until) if item.until else "",
        *more,
        text("ui.claim", value=item.claim) if item.claim else "",
        text("ui.of_project", name=project.name) if project else "",
        item.note,
        remark,
    )
    return words, doubt or item.contested
