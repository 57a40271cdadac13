"""开工率, 竣工率 and 投资完成率 in words, each with what it is counted over and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from liantu.analysis.pool.rates import Rate, Rates, rates
from liantu.analysis.pool.standing import STANDING_STILL, Standing, Stuck, Term
from liantu.analysis.reading import Reading
from liantu.telling import figures
from liantu.telling.dates import spoken
from liantu.telling.pool import words
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Told:
    """A rate: ``value`` in per cent or 不详, ``basis`` what it is counted over."""

    name: str
    value: str
    basis: str

    @property
    def sentence(self) -> str:
        """All of it."""
        return text("pool.rate", name=self.name, value=self.value, basis=self.basis)


def told(found: Rates) -> tuple[Told, ...]:
    """The three rates."""
    return (
        _counted("begun", found.begun),
        _counted("finished", found.finished),
        _spent(found.spent),
    )


def _counted(code: str, rate: Rate) -> Told:
    basis = text(
        f"pool.rate.{code}.basis",
        part=figures.number(rate.part),
        known=rate.known,
        of=rate.of,
        missing=rate.missing,
    )
    return Told(text(f"pool.rate.{code}"), figures.share(rate.value, "ui.unknown"), basis)


def _spent(rate: Rate) -> Told:
    if not rate.known:
        basis = text("pool.rate.spent.none", of=rate.of)
        return Told(text("pool.rate.spent"), text("ui.unknown"), basis)
    basis = text(
        "pool.rate.spent.basis",
        part=figures.number(rate.part),
        whole=figures.number(rate.whole),
        known=rate.known,
        of=rate.of,
        missing=rate.missing,
    )
    rough = text("pool.rate.rough", count=rate.rough) if rate.rough else ""
    return Told(text("pool.rate.spent"), figures.share(rate.value, "ui.unknown"), basis + rough)


def left_out(found: Rates) -> str:
    """Projects over which nothing is counted, and why; empty where there are none."""
    said = [
        text(f"pool.out.{code}", count=count)
        for code, count in (("ended", found.ended), ("later", found.later))
        if count
    ]
    return text("pool.out", words="，".join(said)) if said else ""


def pressing(found: Sequence[Standing]) -> str:
    """How many are late, due soon, stuck, silent, and lack figures."""
    terms, stuck = Counter(one.term for one in found), Counter(one.stuck for one in found)
    counts = {
        "late": terms[Term.LATE],
        "doubt": terms[Term.DOUBT],
        "soon": terms[Term.SOON],
        "stuck": sum(stuck[one] for one in STANDING_STILL),
        "silent": stuck[Stuck.SILENT],
        "unsaid": terms[Term.UNSAID],
    }
    said = [text(f"pool.count.{key}", count=count) for key, count in counts.items() if count]
    return "，".join(said)


def summary(reading: Reading, found: Sequence[Standing]) -> str:
    """One paragraph of some projects: how many, by which date, their rates, what presses."""
    if not found:
        return text("pool.empty")
    counted = rates(found)
    parts = [
        text("pool.summary", date=spoken(reading.date), count=len(found)),
        left_out(counted),
        *(one.sentence for one in told(counted)),
    ]
    pressed = pressing(found)
    if pressed:
        parts.append(text("pool.pressing", words=pressed))
    return "".join(parts)


def groups(
    reading: Reading, found: Sequence[Standing]
) -> Mapping[str, Mapping[str, Sequence[Standing]]]:
    """Projects by chain, by county and by kind, each group by its name; the largest first."""
    chains = reading.atlas.chains

    def chain(one: Standing) -> str:
        known = chains.get(one.project.chain)
        return known.label if known else text("ui.none")

    ways: dict[str, Callable[[Standing], str]] = {
        "chain": chain,
        "county": lambda one: one.project.county or text("ui.unknown"),
        "kind": words.kind,
    }
    return {way: _grouped(found, name) for way, name in ways.items()}


def _grouped(
    found: Sequence[Standing], name: Callable[[Standing], str]
) -> dict[str, list[Standing]]:
    made: dict[str, list[Standing]] = {}
    for one in found:
        made.setdefault(name(one), []).append(one)
    return dict(sorted(made.items(), key=lambda pair: -len(pair[1])))
