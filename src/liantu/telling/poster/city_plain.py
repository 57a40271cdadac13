"""The page of the city as plain text: a line a chain, then the parts of the right side."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.telling.poster.model import ChainRow, CityPoster, Give, Job, Spread
from liantu.wording import text


def plain_city(poster: CityPoster) -> str:
    """All that the page says; parts without rows are left out."""
    labels = {row.chain: row.label for row in poster.rows}
    head = [poster.head.title, poster.head.place, poster.head.whole, poster.head.figures]
    parts = (
        ("rows", [*map(_row, poster.rows)]),
        ("overall", [poster.overall]),
        ("jobs", [line for at, job in enumerate(poster.jobs) for line in _job(at, job)]),
        ("spread", [*_spread(poster.spread)]),
        ("gives", [*(_give(give, labels) for give in poster.gives), poster.apart]),
        ("year", [*poster.year]),
    )
    found = ["\n".join(head)]
    for code, lines in parts:
        told = [line for line in lines if line]
        if told:
            found.append("\n".join([text(f"poster.city.title.{code}"), *told]))
    return "\n\n".join([*found, poster.foot]) + "\n"


def _row(row: ChainRow) -> str:
    counts = (f"{piece.mark.letter}{piece.count}" for piece in row.pieces)
    leads = text("poster.and").join(name for _, name in row.leads)
    told = (
        row.field,
        row.label,
        row.ends,
        " ".join(counts),
        " ".join((row.secured, *row.lacks)),
        leads,
        row.action,
        row.ask,
    )
    return text("poster.gap").join(words for words in told if words)


def _job(at: int, job: Job) -> Iterator[str]:
    chains = text("poster.and").join(job.chains)
    title = text("poster.gap").join(words for words in (job.title, chains) if words)
    yield text("poster.numbers")[at] + title
    yield job.why
    yield text("poster.plain.do", action=job.action)


def _spread(found: Spread) -> Iterator[str]:
    for county, counts in zip(found.counties, found.counts, strict=True):
        told = [
            text("poster.city.plain.count", field=field, count=count)
            for field, count in zip(found.fields, counts, strict=True)
            if count
        ]
        yield text("poster.gap").join((county, *told))


def _give(give: Give, labels: dict[str, str]) -> str:
    return text(
        "poster.city.plain.give",
        giver=labels[give.giver],
        taker=labels[give.taker],
        recorded=give.recorded,
        deduced=give.deduced,
    )
