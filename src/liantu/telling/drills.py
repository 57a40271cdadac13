"""A drill in words: what fails, what is done about it, and by which supplies it is reckoned."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.model import Atlas
from liantu.model.drill import DAYS, NO_DRILL, Drill, Measure, MeasureKind, Shock, ShockKind
from liantu.numerals import plain
from liantu.wording import text


def drill_words(atlas: Atlas, drill: Drill, most: int) -> str:
    """``断供演练：汇隆停产、3 项措施``, with what is not as usual; empty without a drill."""
    if drill == NO_DRILL:
        return ""
    told = [words for shock in drill.shocks if (words := shock_words(atlas, shock))]
    names = text("scenario.drill.comma").join(told[:most])
    if len(told) > most:
        names = text("scenario.more", names=names, count=len(told))
    parts = [names or text("scenario.drill.none")]
    if drill.measures:
        parts.append(text("scenario.drill.measures", count=len(drill.measures)))
    words = text("scenario.drill", parts=text("scenario.drill.comma").join(parts))
    options = text("scenario.drill.semicolon").join(option_words(drill))
    return text("scenario.drill.options", words=words, options=options) if options else words


def shock_words(atlas: Atlas, shock: Shock) -> str:
    """``汇隆停产（3 天后起，持续 10 天）``; empty where what fails is not there."""
    name = shocked_name(atlas, shock)
    if not name:
        return ""
    words = text(f"scenario.shock.{shock.kind}", name=name)
    if shock.share < 1:
        words = text(f"scenario.shock.{shock.kind}.part", name=name, share=part(shock.share))
    times = []
    if shock.start:
        times.append(text("scenario.shock.start", days=shock.start))
    if shock.days is not None:
        times.append(text("scenario.shock.days", days=shock.days))
    when = text("scenario.drill.comma.wide").join(times)
    return text("scenario.shock.when", words=words, when=when) if when else words


def shocked_name(atlas: Atlas, shock: Shock) -> str:
    """What fails by its name; empty where it is not there."""
    if shock.kind is ShockKind.COUNTY:
        return shock.id
    known = atlas.enterprises if shock.kind is ShockKind.ENTERPRISE else atlas.products
    thing = known.get(shock.id)
    return thing.label if thing is not None else ""


def measure_words(atlas: Atlas, drill: Drill, measure: Measure) -> str:
    """``1 天后起，汇隆恢复到 50%（市工信局）``; a measure without effect on figures in its own
    words.
    """
    words = _done(atlas, drill, measure)
    when = text("scenario.measure.day", days=measure.day) if measure.day else ""
    words = text("scenario.measure.when", when=when, words=words) if when else words
    return text("scenario.measure.who", words=words, who=measure.who) if measure.who else words


def _done(atlas: Atlas, drill: Drill, measure: Measure) -> str:
    code = f"scenario.measure.{measure.kind}.words"
    product = atlas.products.get(measure.product)
    named = {"product": product.label if product else "", "share": part(measure.share)}
    if measure.kind is MeasureKind.RESTORE:
        name = restored_name(atlas, drill, measure)
        left = part(1 - measure.share)
        whole = "scenario.measure.restore.words.whole"
        return text(code if measure.share else whole, name=name, share=left)
    if measure.kind is MeasureKind.REPLACE:
        firm = atlas.enterprises.get(measure.id)
        return text(code, name=firm.label if firm else measure.id, **named)
    if measure.kind is MeasureKind.STOCK:
        return text(code, days=plain(measure.days or 0.0), product=named["product"])
    return text(code, **named) if measure.kind is MeasureKind.BUY else measure.note


def restored_name(atlas: Atlas, drill: Drill, measure: Measure) -> str:
    """What a measure restores, by its name; its id where nothing of the drill has it."""
    found = next((s for s in drill.shocks if s.id == measure.id), None)
    return (shocked_name(atlas, found) if found else "") or measure.id


def option_words(drill: Drill) -> Iterator[str]:
    """By what it is reckoned other than usual, one by one."""
    if drill.days != DAYS:
        yield text("scenario.drill.days", days=drill.days)
    if drill.stock is not None:
        yield text("scenario.drill.stock", days=plain(drill.stock))
    if not drill.deduced:
        yield text("scenario.drill.recorded")
    if drill.substitution:
        yield text("scenario.drill.substitution")
    if drill.outside:
        yield text("scenario.drill.outside")


def part(share: float) -> str:
    """``50%``."""
    return text("scenario.drill.part", share=plain(round(share * 100, 1)))
