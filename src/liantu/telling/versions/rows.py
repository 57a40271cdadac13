"""Every changed thing as a row: what it is, how it changed, and what changed in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from liantu.library.difference import Changed
from liantu.library.plain import ALL
from liantu.model.target import Target
from liantu.model.verification import Answer
from liantu.telling.versions.comparison import Comparison
from liantu.telling.versions.concerned import chain_of
from liantu.telling.versions.pieces import pieces, plant
from liantu.telling.versions.values import Names, kind_word, some
from liantu.wording import text

HOW = ("added", "removed", "changed")
_LEADS = frozenset({"chain", "product", "enterprise"})
"""Kinds that the window can show."""
_FIRST, _LAST = ("enterprise", "product", "project"), ("source", "library")
"""Kinds that a sentence tells first and last."""
_FACTS = ("county", "chain", "status", "state", "year", "date", "answer", "publisher", "mode")
"""What a thing that came or went is told by."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ThingRow:
    """``how`` is one of :data:`HOW`; ``chain`` its label, empty for what belongs to none;
    ``target`` what the newer version can show of it; ``asked`` the county where a new answer only
    says that the question went out.
    """

    kind: str
    id: str
    how: str
    name: str
    chain: str
    words: str
    target: Target | None = None
    asked: str = ""

    @property
    def told(self) -> str:
        """``修改``."""
        return text(f"version.how.{self.how}")

    @property
    def letter(self) -> str:
        """``改``."""
        return text(f"version.letter.{self.how}")

    @property
    def line(self) -> str:
        """``鲁西化工：聚碳酸酯：产能 20 → 40 万吨/年``."""
        return text("version.of", name=self.name, words=self.words) if self.words else self.name

    @property
    def noted(self) -> str:
        """``〔修改〕企业 鲁西化工：…``."""
        kind = "" if self.kind == "library" else kind_word(self.kind)
        return text("version.noted", how=self.told, kind=kind, line=self.line)


def how(changed: Changed) -> str:
    """One of :data:`HOW`."""
    if changed.before is None:
        return "added"
    return "removed" if changed.after is None else "changed"


def thing_rows(found: Comparison) -> list[ThingRow]:
    """All changes by chain in the order of the chains, within it by kind; what belongs to no chain
    comes last.
    """
    rows = [_row(found, changed) for changed in found.things]
    order = {key: at for at, key in enumerate(_chains(found))}
    kinds = {kind: at for at, kind in enumerate(ALL)}

    def place(pair: tuple[str, ThingRow]) -> tuple[int, int, int]:
        chain, row = pair
        return order.get(chain, len(order)), kinds[row.kind], HOW.index(row.how)

    return [row for _, row in sorted(rows, key=place)]


def brief_rows(found: Comparison) -> list[ThingRow]:
    """The same with one row a county for the questions that went out: forty lines of them would
    hide what was answered.
    """
    rows = thing_rows(found)
    sent = Counter(row.asked for row in rows if row.asked)
    told = (
        ThingRow(
            kind="answer",
            id=county,
            how="added",
            name=county,
            chain="",
            words=text("version.asked", count=count),
        )
        for county, count in sent.items()
    )
    return [*(row for row in rows if not row.asked), *told]


def _chains(found: Comparison) -> list[str]:
    return list(dict.fromkeys((*found.after.atlas.chains, *found.before.atlas.chains)))


def _row(found: Comparison, changed: Changed) -> tuple[str, ThingRow]:
    names = found.names
    chain = chain_of(changed, found.after.reading, found.before.reading)
    lives = changed.after is not None and changed.kind in _LEADS
    return chain, ThingRow(
        kind=changed.kind,
        id=changed.id,
        how=how(changed),
        name=names.of(changed.kind, changed.id),
        chain=names.of("chain", chain) if chain else "",
        words="；".join(words(names, changed)),
        target=Target(changed.kind, changed.id) if lives else None,
        asked=_asked(changed),
    )


def _asked(changed: Changed) -> str:
    after = changed.after if changed.kind == "answer" and changed.before is None else None
    sent = after is not None and after["answer"] == Answer.ASKED
    return str(after["county"]) if after is not None and sent else ""


def words(names: Names, changed: Changed) -> list[str]:
    """What changed in it; of what came or went, what it is."""
    before, after = changed.before, changed.after
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return pieces(names, changed.kind, before, after)
    whole = after if after is not None else before
    return list(_facts(names, whole)) if isinstance(whole, Mapping) else []


def _facts(names: Names, values: Mapping[str, Any]) -> Iterator[str]:
    told = [names.value(key, values[key]) for key in _FACTS if isinstance(values.get(key), str)]
    if told:
        yield "，".join(told)
    plants = [
        text("version.plant.changed", name=names.item("capacities", one), words=plant(names, one))
        for one in (*values.get("capacities", ()), *values.get("phases", ()))
    ]
    if plants:
        yield text("version.new.capacities", words=some(plants))
    elif "amount" in values:
        yield text("ui.amount", number=values["amount"], unit=values.get("unit", "")).strip()


def counts(found: Comparison) -> dict[str, Counter[str]]:
    """Kind → how many came, went and changed, in the order of the kinds."""
    tally: dict[str, Counter[str]] = {kind: Counter() for kind in ALL}
    for changed in found.things:
        tally[changed.kind][how(changed)] += 1
    return {kind: one for kind, one in tally.items() if one}


def counted(found: Comparison) -> list[str]:
    """``企业新增 3、修改 5``, kind by kind."""
    parts = []
    found_ = counts(found)
    first = [kind for kind in _FIRST if kind in found_]
    rest = [kind for kind in found_ if kind not in (*_FIRST, *_LAST)]
    for kind in (*first, *rest, *(kind for kind in _LAST if kind in found_)):
        tally = found_[kind]
        turns = "、".join(text(f"version.sum.{h}", count=tally[h]) for h in HOW if tally[h])
        parts.append(text("version.sum.kind", kind=kind_word(kind), turns=turns))
    return parts
