"""The page of a chain as plain text, part by part in its order."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.telling.poster.model import ChainPoster, Job, Need, Station, Way, Where, Work
from liantu.wording import text


def plain(poster: ChainPoster) -> str:
    """All that the page says, a line each; parts without rows are left out."""
    parts = (
        ("network", "", [*_network(poster)]),
        ("overall", "", [poster.overall]),
        ("jobs", "", [line for at, job in enumerate(poster.jobs) for line in _job(at, job)]),
        ("holds", poster.holds.note, [said.words for said in poster.holds.rows]),
        ("needs", poster.needs.note, [*map(_need, poster.needs.rows), poster.bought]),
        ("works", poster.works.note, [*map(_work, poster.works.rows)]),
        ("places", poster.places.note, [*map(_where, poster.places.rows)]),
        ("asks", poster.asks.note, [said.words for said in poster.asks.rows]),
        ("keys", poster.keys.note, [*map(_station, poster.keys.rows)]),
    )
    head = [poster.head.title, poster.head.place, poster.head.whole, poster.head.figures]
    found = ["\n".join(head)]
    for code, note, lines in parts:
        told = [line for line in lines if line]
        if told:
            title = text("poster.titled", title=text(f"poster.title.{code}"), note=note)
            found.append("\n".join([title.strip(), *told]))
    return "\n\n".join([*found, poster.foot]) + "\n"


def _network(poster: ChainPoster) -> Iterator[str]:
    stations = {row.product: row for row in poster.network.stations}
    for way in poster.network.ways:
        yield text("poster.plain.way", name=way.name, score=way.score)
        yield from _way(way, stations, poster)


def _way(way: Way, stations: dict[str, Station], poster: ChainPoster) -> Iterator[str]:
    words = {joint.target: joint.words for joint in poster.network.joints}
    for product in way.stations:
        over = words.get(product, "")
        line = _station(stations[product])
        yield text("poster.plain.over", words=over, line=line) if over else line


def _station(row: Station) -> str:
    told = [line[0] for line in row.told]
    code = "poster.plain.hollow" if row.mark.hollow else "poster.plain.mark"
    mark = text(code, letter=row.mark.letter)
    return text("poster.gap").join([mark + row.name, *told])


def _job(at: int, job: Job) -> Iterator[str]:
    yield text("poster.numbers")[at] + job.title
    yield job.why
    yield text("poster.plain.do", action=job.action)
    if job.verify:
        yield text("poster.plain.verify", words=job.verify)


def _need(row: Need) -> str:
    return text("poster.gap").join(part for part in (row.name, row.both, row.told) if part)


def _work(row: Work) -> str:
    return text("poster.gap").join((row.name, row.told[0]))


def _where(row: Where) -> str:
    names = text("poster.and").join(name for _, name in row.firms)
    return text("poster.gap").join((row.county, names))
