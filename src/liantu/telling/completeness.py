"""The numbers of a chain in words: 关键环节, 环节覆盖 as an interval, 主材本地保障率, gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from liantu.analysis.certain import Tally, gaps
from liantu.analysis.reading import Reading
from liantu.analysis.summary import ChainSummary, Mains, Span
from liantu.model import Atlas
from liantu.model.boards import Board
from liantu.model.standing import Standing
from liantu.telling import figures
from liantu.telling.line import joined
from liantu.wording import text

BRIEF: Mapping[Standing, str] = {
    Standing.MADE: "made",
    Standing.BYPRODUCT: "made",
    Standing.CAPTIVE: "made",
    Standing.GROUP: "group",
    Standing.NONE: "none",
    Standing.ASKED: "asked",
    Standing.UNSEEN: "unseen",
    Standing.SHUT: "shut",
    Standing.EXTERNAL: "external",
}
"""Where a standing is counted in a short line: what a firm runs stands together."""


def keys(summary: ChainSummary) -> str:
    """``关键环节 11：在产 6 · 未见 5``; says that none are marked where that is so."""
    found = brief_keys(summary)
    words = joined(*(text("ui.keys.count", word=word, count=count) for word, count in found))
    whole = sum(summary.keys.values())
    return text("ui.keys", count=whole, words=words) if words else text("ui.keys.missing")


def brief_keys(summary: ChainSummary) -> list[tuple[str, int]]:
    """How many 关键环节 stand under each word of a short line, without those that have none."""
    found: Counter[str] = Counter()
    for standing, count in summary.keys.items():
        found[BRIEF[standing]] += count
    codes = dict.fromkeys(BRIEF.values())
    return [(text(f"ui.keys.{code}"), found[code]) for code in codes if found[code]]


def keys_in_full(summary: ChainSummary) -> str:
    """The same with every standing by its own word."""
    counts = (
        text(
            "ui.keys.count",
            word=text(f"standing.standing.{standing}"),
            count=summary.keys[standing],
        )
        for standing in Standing
        if summary.keys.get(standing)
    )
    words = joined(*counts)
    whole = sum(summary.keys.values())
    return text("ui.keys", count=whole, words=words) if words else text("ui.keys.missing")


def span(found: Span) -> str:
    """``29%–100%``; one share where both are the same, unknown without own products."""
    if found.shares is None:
        return text("ui.unknown")
    least, most = (figures.share(value) for value in found.shares)
    return least if least == most else text("ui.span", least=least, most=most)


def secured(found: Mains) -> str:
    """``85%``; of fewer than three made products how many lack nothing: ``2 个中 1 个``."""
    if not found.made:
        return text("ui.mains.nothing")
    if not found.tells:
        return text("ui.mains.few", made=found.made, full=found.full)
    return figures.share(found.share)


def lacking(found: Mains) -> str:
    """``缺主材 2 种 · 缺部件 1 种``; empty where nothing is made."""
    if not found.made:
        return ""
    pairs = (("materials", found.materials), ("parts", found.parts))
    words = (text(f"ui.mains.{code}", count=len(ids)) for code, ids in pairs if ids)
    if found.secured:
        return joined(*words) or text("ui.mains.secured", count=len(found.secured))
    return joined(*words) or text("ui.mains.complete")


def lacking_in_full(atlas: Atlas, found: Mains) -> tuple[str, ...]:
    """One line a kind with the names, the weightiest first; what is 稳供 in brackets."""
    pairs = (("materials", found.materials), ("parts", found.parts), ("secured", found.secured))
    return tuple(
        text(f"ui.mains.{code}.named", count=len(ids), names=_names(atlas, ids))
        for code, ids in pairs
        if ids
    )


def _names(atlas: Atlas, ids: Iterable[str]) -> str:
    return "、".join(atlas.products[p].name for p in ids)


def found_gaps(found: Tally) -> str:
    """``已确认缺口 0 · 待核实 12``: two counts that are never added up."""
    return text("ui.gaps", known=found.known, suspected=found.suspected)


def numbers(reading: Reading, chain: str, section: str | None = None) -> str:
    """All numbers of a chain or section in one line; the gaps are those of the chain."""
    summary = reading.summary(chain, section)
    return joined(
        keys(summary),
        text("ui.numbers.span", value=span(summary.span)),
        text("ui.numbers.mains", value=secured(summary.mains)),
        lacking(summary.mains),
        found_gaps(gaps(reading, chain)),
    )


def numbers_in_full(reading: Reading, chain: str, section: str | None = None) -> str:
    """The same over several lines, with what each number means and what lacks by name."""
    summary = reading.summary(chain, section)
    own = summary.span
    rows = [
        keys_in_full(summary),
        text("ui.numbers.span.meaning", seen=own.seen, most=own.most, own=own.own),
        text("ui.numbers.mains.meaning", value=secured(summary.mains), made=summary.mains.made),
        *lacking_in_full(reading.atlas, summary.mains),
        found_gaps(gaps(reading, chain)),
        text("ui.gaps.strong", count=len(reading.rows(Board.STRONG, chain))),
    ]
    return "\n".join(rows)
