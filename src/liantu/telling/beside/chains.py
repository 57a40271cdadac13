"""The figures of a chain that can stand beside those of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from liantu.analysis.asking import home_or_key
from liantu.analysis.certain import chain_tallies, gaps
from liantu.analysis.reading import Reading
from liantu.analysis.summary import Mains, Ratio
from liantu.model import Atlas, Project
from liantu.model.classes import ACTED_ON, RANKED, Word
from liantu.model.standing import LOCAL
from liantu.telling import classes, completeness
from liantu.telling.beside import figures
from liantu.telling.beside.figures import Figure, How, Value
from liantu.telling.charts.names import shown
from liantu.telling.charts.placed import running
from liantu.telling.charts.sole import bound
from liantu.telling.line import joined
from liantu.telling.names import plain_firm, plain_name
from liantu.telling.relations import projects_of
from liantu.telling.trust import Trust, chain_trust
from liantu.wording import text

Values = Mapping[str, Value]
"""Values of one side by the key of their figure, in the order in which they are told."""
PARTS = ("local", "keys", "sole", "running", "unknown", "stale", "chains")
"""Figures that are a part of a whole."""
COUNTS = ("firms", "leads", "projects", "made")
"""Figures that are compared as numbers: their wholes are the city in both."""
_UNITS = {
    "firms": "firm",
    "running": "firm",
    "leads": "firm",
    "projects": "project",
    "made": "kind",
    "chains": "chain",
    "unknown": "record",
    "stale": "record",
}
_LISTS: Mapping[str, str] = {
    "leads": "enterprises",
    "firms": "enterprises",
    "running": "enterprises",
    "projects": "projects",
    "asked": "survey",
    "unknown": "enterprises",
    "stale": "enterprises",
    "gaps": "fill",
}
"""Figure → the list in which its rows are; of others it is that of products."""


def values(reading: Reading, chain: str) -> Values:
    """All figures of a chain; raises ``KeyError`` for an unknown one."""
    return dict(_values(reading, chain))


def rows(left: Values, right: Values) -> tuple[Figure, ...]:
    """Both sides row by row; a class that neither has is no row."""
    return tuple(
        Figure(
            key=key,
            words=_words(key),
            unit=unit_of(key),
            left=left[key],
            right=right[key],
            how=_how(key),
            list=_LISTS.get(key, "products"),
        )
        for key in left
        if key not in ACTED_ON or left[key].whole or right[key].whole
    )


def _words(key: str) -> str:
    if key in ACTED_ON:
        return text("beside.figure.class", word=classes.word(Word(key)))
    return text(f"beside.figure.{key}")


def unit_of(key: str) -> str:
    """What is counted."""
    return text(f"beside.unit.{_UNITS.get(key, 'link')}")


def _how(key: str) -> How:
    if key == "span":
        return How.SPAN
    if key in COUNTS:
        return How.COUNT
    if key == "mains":
        return How.SHARE
    return How.PART if key in PARTS else How.APART


def _values(reading: Reading, chain: str) -> Iterator[tuple[str, Value]]:
    summary, item = reading.summary(chain), reading.atlas.chains[chain]
    link = unit_of("local")
    yield "local", figures.part(Ratio(summary.local, summary.products), link)
    keys = sum(summary.keys.values())
    made = sum(summary.keys.get(standing, 0) for standing in LOCAL)
    yield "keys", figures.part(Ratio(made, keys), link, completeness.keys_in_full(summary))
    yield "span", figures.span(summary.span)
    yield "mains", figures.mains(summary.mains)
    yield "lacking", lacking(reading.atlas, summary.mains)
    yield "gaps", figures.tally(gaps(reading, chain))
    for word, tally in chain_tallies(reading, chain).items():
        sure = word not in RANKED and not tally.suspected
        yield word, figures.counted(tally.whole, link) if sure else figures.tally(tally)
    single = [v.product for v in bound(reading, shown(reading.atlas, chain))]
    yield "sole", figures.part(Ratio(len(single), summary.local), link, names(reading, single))
    yield from firms(reading, summary.enterprises, item.leads)
    yield "projects", projects(projects_of(reading.atlas, chain=chain))
    own = home_or_key(reading.atlas, chain)
    asked = [q.product for q in reading.questions if q.product in own]
    yield "asked", figures.counted(len(asked), link, names(reading, asked))
    yield from trust(chain_trust(reading.atlas, chain))


# -- what counties tell, too


def lacking(atlas: Atlas, found: Mains) -> Value:
    """``缺主材 2 种 · 缺部件 1 种``, with their names."""
    told = completeness.lacking(found)
    if not told:
        return figures.unknown()
    more = "\n".join(completeness.lacking_in_full(atlas, found))
    return Value(told=told, number=len(found.materials) + len(found.parts), more=more)


def firms(
    reading: Reading, ids: Iterable[str], leads: Iterable[str]
) -> Iterator[tuple[str, Value]]:
    """Enterprises on record, how many of them run something, and 链主."""
    known, unit = list(ids), unit_of("firms")
    yield "firms", figures.counted(len(known), unit)
    run = running(reading)
    yield "running", figures.part(Ratio(sum(e in run for e in known), len(known)), unit)
    found = [plain_firm(reading, e) for e in leads if e in reading.atlas.enterprises]
    told = text("beside.leads", count=len(found), unit=unit, names="、".join(found))
    yield "leads", Value(told=told, number=len(found)) if found else figures.counted(0, unit)


def projects(found: Iterable[Project]) -> Value:
    """``12 个：在产 3 · 在建 4 · 规划 5``."""
    every = list(found)
    unit = unit_of("projects")
    counts = Counter(project.status for project in every)
    parts = (
        (
            text("ui.keys.count", word=text(f"ui.status.{status}"), count=counts[status])
            for status in type(every[0].status)
            if counts[status]
        )
        if every
        else ()
    )
    words = joined(*parts)
    if not words:
        return figures.counted(0, unit)
    told = text("beside.projects", count=len(every), unit=unit, words=words)
    return Value(told=told, number=len(every), more="\n".join(p.name for p in every))


def trust(found: Trust) -> Iterator[tuple[str, Value]]:
    """How many statements of capacity tell no amount, and how many are old."""
    for key, count in (("unknown", found.unknown), ("stale", found.stale)):
        yield key, figures.part(Ratio(count, found.capacities), unit_of(key))


def names(reading: Reading, products: Iterable[str]) -> str:
    """The names of products, for a tip."""
    return "、".join(plain_name(reading, product) for product in products)
