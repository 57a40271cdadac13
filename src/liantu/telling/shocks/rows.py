"""What fails and what is done about it, as rows of the tab 断供演练."""

from __future__ import annotations

from liantu.model import Atlas
from liantu.model.drill import Measure, MeasureKind, Shock, ShockKind
from liantu.numerals import plain
from liantu.telling.line import joined
from liantu.wording import text


def thing(atlas: Atlas, kind: ShockKind, id_: str) -> str:
    """The name of what fails; its id where the data do not have it."""
    if kind is ShockKind.COUNTY:
        return id_
    things = atlas.enterprises if kind is ShockKind.ENTERPRISE else atlas.products
    found = things.get(id_)
    return found.label if found else id_


def shock_name(atlas: Atlas, shock: Shock) -> str:
    """``汇隆停产``, ``甲醇市外断供``."""
    return text(f"shock.drill.name.{shock.kind}", name=thing(atlas, shock.kind, shock.id))


def shock_row(atlas: Atlas, shock: Shock) -> str:
    """``汇隆停产 · 全停 · 当天起``; what lasts to the end of the drill says no more."""
    lost = text("shock.drill.whole") if shock.share >= 1 else per_cent(shock.share)
    part = text("shock.drill.part", share=lost) if shock.share < 1 else lost
    lasts = text("shock.drill.lasts", days=shock.days) if shock.days is not None else ""
    return joined(shock_name(atlas, shock), part, since(shock.start), lasts)


def since(day: int) -> str:
    """``当天起``, ``第 3 天起``."""
    return text("shock.drill.at_once") if day == 0 else text("shock.drill.since", day=day)


def per_cent(share: float) -> str:
    """``60%``; a share that is not quite nothing or all is never told as such."""
    if 0 < share < 0.01:
        return text("shock.drill.below_one")
    return f"{min(share * 100, 99 if share < 1 else 100):.0f}%"


def measure_row(atlas: Atlas, measure: Measure) -> str:
    """``第 2 天起：另由鲁西供双酚A 60% · 工信局 · 已谈妥``."""
    return text(
        "shock.drill.measure",
        since=since(measure.day),
        words=joined(measure_words(atlas, measure), measure.who, measure.note),
    )


def measure_words(atlas: Atlas, measure: Measure) -> str:
    """What is done, without who and when; empty for a mere note."""
    if measure.kind is MeasureKind.NOTE:
        return ""
    firm = atlas.enterprises.get(measure.id)
    product = atlas.products.get(measure.product)
    other = atlas.products.get(measure.id)
    return text(
        f"shock.drill.measure.{measure.kind}",
        name=(firm.label if firm else other.label if other else measure.id),
        product=product.label if product else measure.product,
        share=per_cent(measure.share),
        days=plain(measure.days or 0),
    )
