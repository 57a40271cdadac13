"""What is worked out in one walk over all inputs is what each question by itself would answer."""

from __future__ import annotations

import pytest

from liantu.analysis.needs import Needs
from liantu.model.standing import ABSENT, LOCAL, Standing
from tests.helpers import atlases
from tests.helpers.atlases import maker, route
from tests.helpers.readings import reading, shipped_at


@pytest.mark.parametrize("date", ["2005", "2022-10-26"])
def test_each_product_of_the_shipped_data(date: str) -> None:
    reading = shipped_at(date)
    atlas, situation = reading.atlas, reading.situation
    needs = Needs(atlas, situation, reading.switches)

    def local(product: str) -> bool:
        return situation.standing(product) in LOCAL

    def outside(product: str) -> bool:
        return situation.standing(product) is Standing.EXTERNAL

    def supplied(product: str) -> bool:
        shut = situation.standing(product) is Standing.SHUT
        easy = shut or needs.is_common(product) or needs.is_bought(product)
        return situation.standing(product) in ABSENT and easy

    def worth(product: str) -> float:
        return 1.0 if local(product) else 0.5 * (outside(product) or supplied(product))

    seen = 0
    for product in atlas.products:
        made = situation.standing(product) is Standing.MADE
        own = [(r, situation.recipes.shares(product, r)) for r in situation.recipes.own(product)]
        fed = [
            {q: s.weight for q, s in shares.items() if s.weight and needs.feeds(q)}
            for _, shares in own
        ]
        sums = [sum(weights.values()) for weights in fed]
        assert needs.feeds(product) == (local(product) and not needs.is_common(product))
        assert needs.covers(product) == (local(product) or outside(product))
        assert sum(needs.fed(product).values()) == max(sums, default=0)
        assert needs.fed(product) == next(
            (f for f, s in zip(fed, sums, strict=True) if s == max(sums)), {}
        )
        ready = [
            sum(s.weight * worth(q) for q, s in shares.items()) for r, shares in own if r.inputs
        ]
        assert (
            needs.ready(product) == pytest.approx(max(ready, default=0))
            if ready
            else (needs.ready(product) is None)
        )
        if not made:
            counts = [
                sum(s.counts and not local(q) and not outside(q) for q, s in shares.items())
                for _, shares in own
            ]
            assert needs.distance(product) == min(counts, default=None)
            seen += bool(counts)
    assert seen > 300


def test_what_is_made_is_secured_as_by_its_best_route() -> None:
    both = atlases.product("m", route("a x", id_="r1"), route("a b", id_="r2"))
    firms = [maker(f"m-{way}", "m", 1.0, route=way) for way in ("r1", "r2")]
    firms += [maker("g", "a", 1.0), maker("h", "b", 1.0)]
    verdict = reading(atlases.atlas([*map(atlases.product, "abx"), both], firms)).verdicts["m"]
    assert (verdict.main_share, dict(verdict.missing)) == (1.0, {})
