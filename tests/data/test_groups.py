"""What clusters and statistics say is made in the city, and the day from which they say it."""

from __future__ import annotations

import pytest

from liantu.model import Atlas, Cluster, Figure, Status
from tests.data.test_shipped import shipped

YEAR = "2022"


def _statements(atlas: Atlas) -> list[Cluster | Figure]:
    return [*atlas.clusters.values(), *atlas.figures.values()]


def _told(atlas: Atlas, product: str) -> set[str]:
    """Ids of the clusters and figures that name ``product``, not later than ``YEAR``."""
    told = _statements(atlas)
    return {t.id for t in told if product in t.products and t.year and t.year[:4] <= YEAR}


def _makers(atlas: Atlas, product: str) -> set[str]:
    """Ids of the enterprises with an operating record of ``product`` begun by ``YEAR``."""
    return {
        firm.id
        for firm in atlas.enterprises.values()
        for capacity in firm.capacities
        if capacity.product == product
        and capacity.status is Status.OPERATING
        and (not capacity.since or str(capacity.since)[:4] <= YEAR)
    }


@pytest.mark.parametrize(
    ("product", "told"),
    [
        ("veg", {"K037"}),
        ("ringforg", {"K001", "K036"}),
        ("particle", {"K025"}),
        ("broilfeed", {"M015"}),
        ("flour", {"N004"}),
        ("lint", {"K041"}),
        ("hog", {"K044"}),
    ],
)
def test_a_group_makes_what_no_firm_on_record_makes(product: str, told: set[str]) -> None:
    assert _told(shipped().atlas, product) == told


@pytest.mark.parametrize(("product", "maker"), [("casting", "shifeng"), ("treat", "gambol")])
def test_the_source_names_the_maker(product: str, maker: str) -> None:
    assert _makers(shipped().atlas, product) == {maker}


def test_castings_of_the_tractor_works_are_for_its_own_use() -> None:
    rows = shipped().atlas.enterprises["shifeng"].capacities
    assert [c.own_use for c in rows if c.product == "casting"] == [True]


def test_a_group_says_when_and_who_says_so() -> None:
    told = _statements(shipped().atlas)
    assert [t.id for t in told if t.products and not (t.year and t.sources)] == []


def test_a_project_still_in_building_makes_no_cyclohexanone_in_2022() -> None:
    rows = [c for c in shipped().atlas.enterprises["luxi"].capacities if c.product == "chexone"]
    assert {(c.status, str(c.since)) for c in rows} == {
        (Status.BUILDING, "2022-02"),
        (Status.OPERATING, "2024-04-02"),
    }


def test_every_chain_names_a_lead_that_is_on_record() -> None:
    atlas = shipped().atlas
    assert [c.id for c in atlas.chains.values() if not c.leads] == []
    assert all(lead in atlas.enterprises for c in atlas.chains.values() for lead in c.leads)
