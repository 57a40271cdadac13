"""What two chains share, and what goes from one into the other."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.model.standing import LOCAL
from liantu.model.target import Target
from liantu.telling.beside.pair import Pair
from liantu.telling.beside.ties import FIRMS, GIVES, MOST, SHARED, TAKES, Group, Tie, group
from liantu.telling.charts.names import shown
from liantu.telling.flows import flow_words
from liantu.telling.names import named, plain_firm, plain_name
from liantu.telling.poster.city_gives import deduced_pairs, recorded_pairs
from liantu.telling.poster.words import county, maker
from liantu.telling.standing import class_words, standing_word
from liantu.wording import text

_BASES = ("recorded", "deduced", "unused", "absent")
"""What a way between two chains rests on, the surest first."""


def groups(reading: Reading, pair: Pair) -> tuple[Group, ...]:
    """Shared links and enterprises, then what each gives the other."""
    left, right = (reading.atlas.chains[key] for key in (pair.left, pair.right))
    return (
        group(SHARED, _shared(reading, left, right), _is_local),
        group(FIRMS, _firms(reading, left, right)),
        group(GIVES, _given(reading, left, right), _flows),
        group(TAKES, _given(reading, right, left), _flows),
    )


def _is_local(tie: Tie) -> bool:
    return not tie.rank[1]


def _flows(tie: Tie) -> bool:
    """Whether both ends are here."""
    return _BASES[tie.rank[0]] in ("recorded", "deduced")


# -- common


def _shared(reading: Reading, left: Chain, right: Chain) -> Iterator[Tie]:
    """Links of both; what comes out of the ground and what every city has say nothing."""
    atlas = reading.atlas
    inside = set(shown(atlas, right.id))
    keys = {key.product for chain in (left, right) for key in chain.key}
    for product in shown(atlas, left.id):
        verdict = reading.verdicts.get(product)
        item = atlas.products[product]
        if product not in inside or verdict is None or item.raw or item.generic:
            continue
        words = class_words(verdict)
        if verdict.local:
            made, words = maker(reading, product), standing_word(verdict)
            words = text("beside.stands", standing=words, words=made) if made else words
        yield Tie(
            id=product,
            name=plain_name(reading, product),
            left=_place(left, product),
            right=_place(right, product),
            words=words,
            target=Target("product", product),
            rank=(int(product not in keys), int(not verdict.local)),
        )


def _place(chain: Chain, product: str) -> str:
    """The stage at which a chain has it, and whether it is a key link there."""
    stage = next((m.stage for m in chain.members() if m.product == product), "")
    name = next((s.name for s in chain.stages if s.id == stage), "")
    key = any(link.product == product for link in chain.key)
    return text("beside.key", stage=name) if key else name


def _firms(reading: Reading, left: Chain, right: Chain) -> Iterator[Tie]:
    """Enterprises of both with what they make for each."""
    both = set(reading.summary(right.id).enterprises)
    for firm in reading.summary(left.id).enterprises:
        if firm not in both:
            continue
        made = [_made(reading, firm, chain) for chain in (left, right)]
        leads = [chain.label for chain in (left, right) if firm in chain.leads]
        where = county(reading, firm) or text("ui.unknown")
        lead = text("beside.lead", where=where, chains="、".join(leads)) if leads else where
        yield Tie(
            id=firm,
            name=plain_firm(reading, firm),
            left=_products(reading, made[0]),
            right=_products(reading, made[1]),
            words=lead,
            target=Target("enterprise", firm),
            rank=(-len(leads), -len({*made[0], *made[1]})),
            more=reading.atlas.enterprises[firm].name,
        )


def _made(reading: Reading, firm: str, chain: Chain) -> list[str]:
    return [
        product
        for product in shown(reading.atlas, chain.id)
        if firm in reading.situation.firms(product)
    ]


def _products(reading: Reading, products: Sequence[str]) -> str:
    names = [plain_name(reading, product) for product in products]
    return named(names, MOST) or text("beside.listed")


# -- what passes


def _given(reading: Reading, giver: Chain, taker: Chain) -> Iterator[Tie]:
    """Products of the giver that products of the taker consume."""
    recorded = recorded_pairs(reading)[giver.id, taker.id]
    deduced = deduced_pairs(reading)[giver.id, taker.id]
    fed = next(
        (f.products for f in reading.feeds if (f.source, f.target) == (giver.id, taker.id)), ()
    )
    for product in dict.fromkeys((*sorted(recorded), *fed)):
        verdict = reading.verdicts.get(product)
        if verdict is None:
            continue
        users = _users(reading, product, taker)
        basis = _basis(product, recorded, deduced, local=verdict.local)
        made = maker(reading, product) if verdict.local else ""
        lines = [flow_words(reading, product, user) for user in users]
        yield Tie(
            id=product,
            name=plain_name(reading, product),
            left=made or standing_word(verdict),
            right=named([plain_name(reading, user) for user in users], MOST),
            words=text(f"beside.basis.{basis}"),
            target=Target("product", product),
            rank=(_BASES.index(basis), -len(users)),
            more="\n".join(line for line in lines if line),
        )


def _basis(product: str, recorded: Container[str], deduced: Container[str], *, local: bool) -> str:
    if product in recorded:
        return "recorded"
    if product in deduced:
        return "deduced"
    return "unused" if local else "absent"


def _users(reading: Reading, product: str, taker: Chain) -> list[str]:
    """Products of the taker that consume it, those made here first."""
    atlas, standing = reading.atlas, reading.situation.standing
    found = [u for u in atlas.consumers.get(product, ()) if atlas.products[u].home == taker.id]
    return sorted(found, key=lambda user: standing(user) not in LOCAL)
