"""How a project stands, in words; what is not known is said to be 不详, never left out."""

from __future__ import annotations

from liantu.analysis.pool.standing import Standing, Stuck, Term
from liantu.analysis.portfolio.units import Exactness, Need
from liantu.model import Quantity
from liantu.telling import figures
from liantu.telling.dates import spoken
from liantu.telling.relations import state_text
from liantu.wording import text

_SMALL, _WAN = 0.1, 1e-4
"""Money in 亿元 below which 万元 is read more easily, and what a 万元 is of it."""


def state(one: Standing) -> str:
    """How far it has come; told of only after the day, that stands beside it."""
    told = state_text(one.project)
    return text("pool.state.told_later", state=told) if one.is_later else told


def stage(one: Standing) -> str:
    """:func:`state` as it is known on the day, for counting and choosing."""
    return text("pool.state.later") if one.is_later else state_text(one.project)


def term(one: Standing) -> str:
    """``逾期 32 天``, ``还剩 20 天``, or why no days are counted."""
    found, left = one.term, one.left
    if found in (Term.LATE, Term.DOUBT):
        return text(f"pool.term.{found}", days=-(left or 0))
    if found in (Term.SOON, Term.AHEAD):
        return text("pool.term.left", days=left)
    return text(f"pool.term.{found}")


def term_tip(one: Standing) -> str:
    """The rule by which it stands so."""
    return text(f"pool.term.tip.{one.term}")


def stuck(one: Standing) -> str:
    """Whether it gets on; of one that nobody has told of for a year, since when."""
    found = one.stuck
    if found is Stuck.SILENT:
        return text("pool.stuck.silent", date=spoken(one.told))
    return text(f"pool.stuck.{found}")


def stuck_tip(one: Standing) -> str:
    """The rule by which it stands so."""
    return text(f"pool.stuck.tip.{one.stuck}")


def money(found: Need) -> str:
    """``≥140 亿元``; the words of the source where they give no number in money of the country."""
    if found.amount is None:
        return found.text or text("ui.unknown")
    mark = text(f"pool.exact.{found.exactness}") if found.exactness is not Exactness.EXACT else ""
    if 0 < found.amount < _SMALL:
        return text("pool.money.small", mark=mark, amount=figures.number(found.amount / _WAN))
    return text("pool.money", mark=mark, amount=figures.number(found.amount))


def share(one: Standing) -> float | None:
    """Money spent ÷ money planned; ``None`` where one is not known."""
    spent, planned = one.spent.amount, one.planned.amount
    return spent / planned if spent is not None and planned else None


def quantity(found: Quantity | None) -> str:
    """A magnitude as its source words it."""
    return found.text if found is not None else text("ui.unknown")


def progress(one: Standing) -> str:
    """How far the building is, with its day; told after the day asked, it is not shown."""
    project = one.project
    if not project.progress:
        return text("ui.unknown")
    if not one.shows_progress:
        return text("pool.progress.later")
    at = project.progress_at or project.as_of
    return text("pool.progress", words=project.progress, date=at) if at else project.progress


def kind(one: Standing) -> str:
    """补链, 延链 …, without what a source adds in brackets."""
    return one.project.kind.partition("\uff08")[0] or text("ui.unknown")


def lacking(one: Standing) -> str:
    """The figures that are not known; empty where nothing lacks."""
    return "、".join(text(f"pool.figure.{key}") for key in one.lacks)
