"""``chains``: the chains with their counts and what a tile tells of them."""

from __future__ import annotations

import argparse

from liantu.analysis.summary import ChainSummary, Ratio
from liantu.cli.documents import summary_document
from liantu.cli.usage import data_code, emit, reading_of, tell_scenario
from liantu.model import Chain
from liantu.telling.completeness import numbers
from liantu.telling.standing import coverage_sentence
from liantu.wording import text


def run(arguments: argparse.Namespace) -> int:
    """List the chains."""
    loaded, reading = reading_of(arguments)
    rows = [(chain, reading.summary(chain.id)) for chain in loaded.atlas.chains.values()]
    sentence = coverage_sentence(reading)
    if arguments.json:
        emit([_row(chain, summary, sentence) for chain, summary in rows], reading)
    else:
        tell_scenario(reading)
        for chain, summary in rows:
            print(_line(chain, summary, numbers(reading, chain.id)))
        print(sentence)
    return data_code(loaded)


def _row(chain: Chain, summary: ChainSummary, sentence: str) -> dict[str, object]:
    return {
        "id": chain.id,
        "name": chain.name,
        "field": chain.field,
        "sections": [s.id for s in chain.sections],
        "products": summary.products,
        "raw": summary.raw,
        "local": summary.local,
        "enterprises": len(summary.enterprises),
        "coverage": _ratio(summary.coverage),
        "closure": _ratio(summary.closure),
        "inferred": chain.inferred,
        "numbers": summary_document(summary),
        "coverage_sentence": sentence,
    }


def _ratio(ratio: Ratio) -> dict[str, float | None]:
    value = None if ratio.value is None else round(ratio.value, 6)
    return {"part": ratio.part, "whole": ratio.whole, "value": value}


def _line(chain: Chain, summary: ChainSummary, told: str) -> str:
    return text(
        "cli.chains.line",
        id=chain.id,
        name=chain.name,
        products=summary.products,
        local=summary.local,
        enterprises=len(summary.enterprises),
        numbers=told,
    )
