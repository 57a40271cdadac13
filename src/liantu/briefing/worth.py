"""What the data of a paper are worth, in the same words at the end of every paper."""

from __future__ import annotations

from liantu.analysis.reading import Reading
from liantu.briefing.prose import official
from liantu.telling.standing import coverage_sentence
from liantu.wording import text


def statement(reading: Reading) -> str:
    """Where the data come from; without a statement of the folder its head alone."""
    return official(text("diagram.sheet.statement", statement=reading.atlas.statement))


def coverage(reading: Reading) -> str:
    """How much of the city is recorded."""
    return official(coverage_sentence(reading))
