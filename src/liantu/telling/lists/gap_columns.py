"""The columns of the lists of gaps and boards."""

from __future__ import annotations

from liantu.model.boards import CRITERIA, Board
from liantu.telling import figures
from liantu.telling.lists import office, profile
from liantu.telling.lists.board_cells import (
    first,
    grounds,
    home,
    marks,
    pill,
    state_word,
    taker,
)
from liantu.telling.lists.column import Column, amount, count
from liantu.telling.lists.row import GapRow
from liantu.telling.standing import (
    certainty_word,
    class_words,
    remedy_word,
    standing_word,
    tag_words,
)
from liantu.telling.why.grounds import dots, ground
from liantu.wording import text


def _lack(row: GapRow) -> float | None:
    """The known deficit in base units, to sort by."""
    found = row.verdict.balance.deficit if row.verdict.balance else None
    return found * row.product.base_per_unit if found is not None and found > 0 else None


def _deficit(row: GapRow) -> str:
    return figures.deficit(row.verdict.balance)


def _missing(row: GapRow) -> float | None:
    """The known deficit in the unit of its capacities, a lower bound where amounts are unknown."""
    found = row.verdict.balance
    if found is None or found.supply_unknown or not found.need:
        return None
    return max(found.need - found.supply, 0.0) or None


def _hhi(row: GapRow) -> str:
    if row.spread is None:
        return text("ui.none")
    return text("ui.unknown") if row.spread.hhi is None else f"{row.spread.hhi:.2f}"


def _balance(row: GapRow) -> str:
    """Supply and need; unknown terms make a sum a lower bound."""
    found = row.verdict.balance
    if found is None:
        return text("ui.unknown")
    return text("ui.balance", **figures.sums(found, 4))


def _or_none(words: str) -> str:
    return words or text("ui.none")


def _score(row: GapRow) -> str:
    return f"{row.score.total:.1f}" if row.score else text("ui.none")


def _parts(row: GapRow) -> str:
    """Every part of the score in words, whatever the board."""
    if row.score is None:
        return text("ui.none")
    board, parts = row.score.board, row.score.parts
    return "、".join(f"{criterion_word(board, name)} {parts[name]:.1f}" for name in parts)


def criterion_word(board: Board, name: str) -> str:
    """需求, 就绪 …"""
    return text(f"standing.criterion.{board}.{name}")


def parts(board: Board) -> tuple[Column[GapRow], ...]:
    """A column for each criterion of a board."""
    return tuple(_part(board, name) for name in CRITERIA[board])


def _part(board: Board, name: str) -> Column[GapRow]:
    return Column(
        f"score_{name}",
        lambda r: f"{r.score.parts[name]:.1f}" if r.score else text("ui.none"),
        lambda r: round(r.score.parts[name], 1) if r.score else None,
        numeric=True,
        title=f"standing.criterion.{board}.{name}",
        width=76,
    )


COLUMNS: tuple[Column[GapRow], ...] = (
    count("rank", lambda r: r.rank, 56),
    Column("chain", lambda r: r.chain.label if r.chain else text("ui.none")),
    Column("product", lambda r: r.name, number=lambda r: r.rank, width=186),
    Column("home", home, tip=lambda r: r.chains, width=138),
    Column("stage", lambda r: r.stage, width=140),
    Column("class", lambda r: class_words(r.verdict), marks=marks, width=134),
    Column("certainty", lambda r: certainty_word(r.verdict), width=70),
    Column("standing", lambda r: standing_word(r.verdict), width=90),
    Column("remedy", lambda r: remedy_word(r.verdict), width=100),
    Column("county", lambda r: "、".join(r.counties), width=130),
    Column("board", lambda r: text(f"standing.board.{r.score.board}") if r.score else "", width=80),
    Column(
        "score",
        _score,
        lambda r: round(r.score.total, 1) if r.score else None,
        parts=lambda r: tuple(r.score.parts.values()) if r.score else None,
        numeric=True,
        width=156,
    ),
    Column("taker", taker, tip=lambda r: r.uses, grows=True, width=230),
    Column("rest", grounds, tip=lambda r: r.feeds, grows=True, width=230),
    Column("hold", lambda r: r.named(r.verdict.stops) or text("ui.none"), grows=True, width=230),
    Column("first", first, pair=True, width=166),
    Column("state", state_word, pill=pill, width=84),
    Column("parts", _parts, width=320),
    Column("gate", lambda r: r.gates, width=260),
    Column("tags", lambda r: "、".join(tag_words(r.verdict)), width=130),
    Column("chains", lambda r: r.chains, title="ui.column.chain", width=180),
    Column("ground", lambda r: ground(r.reading, r.verdict), width=300),
    Column("trust", lambda r: dots(r.trust), order=lambda r: r.trust, width=80),
    Column("needed_by", lambda r: r.needed_by, width=220),
    Column("fed_by", lambda r: r.fed_by, width=180),
    Column("uses", lambda r: r.uses, title="ui.column.needed_by", width=320),
    Column("feeds", lambda r: r.feeds, title="ui.column.fed_by", width=220),
    Column("users", lambda r: _or_none(r.needed_by), title="ui.column.needed_by", width=220),
    Column("feeders", lambda r: _or_none(r.fed_by), title="ui.column.fed_by", width=180),
    Column(
        "deficit",
        _deficit,
        _missing,
        numeric=True,
        order=_lack,
        kind=lambda r: r.product.base_unit,
    ),
    Column("balance", _balance, width=200),
    amount(
        "fed_share",
        lambda r: figures.share(r.verdict.fed_share),
        lambda r: r.verdict.fed_share,
        4,
        percent=True,
        width=90,
    ),
    amount(
        "main_share",
        lambda r: figures.share(r.verdict.main_share),
        lambda r: r.verdict.main_share,
        4,
        percent=True,
        width=110,
    ),
    amount(
        "readiness",
        lambda r: figures.share(r.verdict.readiness, "ui.unknown"),
        lambda r: r.verdict.readiness,
        4,
        percent=True,
        width=72,
    ),
    amount(
        "chance",
        lambda r: figures.share(r.chance),
        lambda r: r.chance,
        3,
        percent=True,
    ),
    Column(
        "makers",
        lambda r: "、".join(r.reading.atlas.enterprises[e].label for e in r.verdict.makers),
        lambda r: "、".join(r.reading.atlas.enterprises[e].name for e in r.verdict.makers),
        width=200,
    ),
    amount(
        "hhi",
        _hhi,
        lambda r: r.spread.hhi if r.spread else None,
        3,
        width=96,
    ),
    count("stop_count", lambda r: len(r.verdict.stops), 110, "ui.column.stops", unit="link"),
    Column("stops", lambda r: r.named(r.verdict.stops), width=240),
    Column("routes", lambda r: "；".join(x.name for x in r.product.routes if x.name), width=320),
    Column("flag", lambda r: "；".join(flag.text for flag in r.product.flags), width=320),
    Column("barrier", lambda r: r.product.barrier.text if r.product.barrier else "", width=320),
    Column("unit", lambda r: r.product.unit, width=90),
    *profile.COLUMNS,
    *office.COLUMNS,
)
