"""A paper of a few pages without cover and contents: what stands around its blocks, told once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Block, Report
from liantu.briefing.worth import coverage, statement
from liantu.render.vector import Picture
from liantu.telling.dates import spoken

NONE: Mapping[str, Picture] = {}
"""The pictures of a paper that has none."""


def short(
    reading: Reading,
    title: str,
    blocks: Sequence[Block],
    pictures: Mapping[str, Picture] = NONE,
    *,
    lines: Sequence[str] = (),
) -> Report:
    """A paper about a reading; ``lines`` stand under its title."""
    library = reading.atlas.library
    return Report(
        title=title,
        region=library.region.name,
        date=spoken(reading.date),
        edition=library.edition,
        lines=lines,
        statement=statement(reading),
        blocks=blocks,
        pictures=pictures,
        contents=False,
        foot=coverage(reading),
    )
