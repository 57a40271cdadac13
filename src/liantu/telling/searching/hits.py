"""What stands beside a hit of the search: where the thing belongs and how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model import Atlas
from liantu.model.classes import Word
from liantu.model.standing import Certainty
from liantu.model.target import Target
from liantu.telling.searching.search import Hit
from liantu.telling.standing import class_word, standing_word
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Beside:
    """``where``: the field of a chain, the chains of a product, the county of a firm. ``worst`` is
    the most urgent class of a product, which ``state`` tells; ``suspected``: not confirmed.
    """

    where: str = ""
    state: str = ""
    worst: Word | None = None
    suspected: bool = False


def as_hit(atlas: Atlas, target: Target) -> Hit:
    """A thing that the atlas has, as if it had been searched for by its name."""
    if target.kind == "chain":
        name = atlas.chains[target.id].name
    elif target.kind == "product":
        name = atlas.products[target.id].name
    else:
        name = atlas.enterprises[target.id].name
    return Hit(target, name, name)


def beside(reading: Reading, target: Target) -> Beside:
    """What to say beside a hit; nothing about what the reading does not have."""
    atlas = reading.atlas
    if target.kind == "chain" and (chain := atlas.chains.get(target.id)):
        return Beside(chain.field)
    if target.kind == "enterprise" and (firm := atlas.enterprises.get(target.id)):
        made = len({capacity.product for capacity in firm.capacities})
        return Beside(firm.county, text("ui.search.makes", count=made) if made else "")
    return _beside_product(reading, target.id)


def _beside_product(reading: Reading, product: str) -> Beside:
    atlas, verdict = reading.atlas, reading.verdicts.get(product)
    chains = [atlas.chains[key].label for key in atlas.chains_of.get(product, ())]
    where = chains[0] if chains else ""
    if len(chains) > 1:
        where = text("ui.search.chains", chain=where, count=len(chains))
    if verdict is None:
        return Beside(where)
    worst = verdict.worst
    # 稳 is also the letter of what policy closes: as on the map, how it stands is told.
    state = standing_word(verdict)
    if worst is not None and worst is not Word.STEADY:
        state = class_word(verdict, worst)
    return Beside(where, state, worst, verdict.certainty is Certainty.SUSPECTED)
