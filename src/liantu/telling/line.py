"""What the inspector says about one thing, as plain lines that know where they lead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from liantu.model import Atlas, Capacity
from liantu.model.target import Target
from liantu.telling.dates import is_stale
from liantu.telling.mark import Mark
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Amend:
    """The capacity that a figure tells, which can be changed where it is read."""

    enterprise: str
    capacity: Capacity


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: words at the left, a figure at the right, a remark below.

    ``doubt`` marks what is inferred, stale or estimated, ``faded`` what does not hold at the date;
    ``mark`` is the letter of the product that the line names, ``chain`` the one in which ``target``
    is to be shown (empty: where it is best seen), ``head`` a line that names those below it,
    ``amend`` what ``figure`` tells.
    """

    words: str
    figure: str = ""
    remark: str = ""
    target: Target | None = None
    doubt: bool = False
    faded: bool = False
    mark: Mark | None = None
    chain: str = ""
    head: bool = False
    amend: Amend | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A headed group of lines. ``id`` is the code of its title.

    ``folded``: only the head is seen at first, so ``gist`` answers in one line what the part tells.
    ``pills``: the lines are names that stand side by side.
    """

    title: str
    lines: tuple[Line, ...]
    id: str = ""
    gist: str = ""
    folded: bool = False
    pills: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is shown of one thing; ``marks`` are the letters of a product, ``chip`` says the
    kind of anything else.

    ``conclusion`` is the one sentence that answers first. ``map_of`` is an enterprise that has a
    map of its own, ``why_of`` a product with a verdict, ``fold_of`` one whose up- and downstream
    can be shown alone.
    """

    title: str
    chip: str
    subtitle: str
    parts: tuple[Part, ...]
    conclusion: str = ""
    marks: tuple[Mark, ...] = ()
    map_of: str = ""
    why_of: str = ""
    fold_of: str = ""


def parts(*pairs: tuple[str, Iterable[Line]]) -> tuple[Part, ...]:
    """Open parts of (wording code, lines) without the empty ones."""
    made = (Part(text(code), tuple(lines), code) for code, lines in pairs)
    return tuple(part for part in made if part.lines)


def counted(code: str, lines: Iterable[Line], count: int, *, pills: bool = False) -> Part:
    """An open part whose title tells how many there are."""
    title = text("ui.part.counted", title=text(code), count=count)
    return Part(title, tuple(lines), code, pills=pills)


def folded(code: str, gist: str, lines: Iterable[Line]) -> Part:
    """A part of which only the head with its answer is seen at first."""
    return Part(text(code), tuple(lines), code, gist, folded=True)


def amend(base: Atlas, enterprise: str, item: Capacity) -> Amend | None:
    """How a capacity is changed where its figure stands; not one that no file says."""
    found = base.enterprises.get(enterprise)
    return Amend(enterprise, item) if found and item in found.capacities else None


def how_many(lines: Iterable[Line]) -> str:
    """``3 条``: the answer of a part that is a list."""
    return text("ui.part.lines", count=sum(not line.head for line in lines))


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
