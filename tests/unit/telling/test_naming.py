"""What somebody calls a thing is understood, or what was perhaps meant is told."""

from __future__ import annotations

import pytest

from liantu.telling import naming
from liantu.telling.naming import FEW, Meant, instead, meant
from tests.helpers import papers

CALLED = {
    "al": ("铝", "铝产业链"),
    "alloy": ("铝合金", "铝合金产业链"),
    "cu": ("铜", "铜产业链"),
    "nev": ("新能源汽车", "NEV"),
}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("al", Meant("al")),
        ("AL", Meant("al")),
        ("铝", Meant("al")),
        (" 铜 ", Meant("cu")),
        ("nev", Meant("nev")),
        ("能源", Meant("nev")),
        ("合金", Meant("alloy")),
        ("铝合", Meant("alloy")),
        ("产业链", Meant(several=("al", "cu", "alloy"))),
        ("a", Meant(like=("al",))),
        ("allo", Meant(like=("alloy", "al"))),
        ("铝合全", Meant(like=("alloy", "al"))),
        ("", Meant()),
    ],
)
def test_an_id_before_a_name_before_a_part(asked: str, found: Meant) -> None:
    assert meant(asked, CALLED) == found


def test_what_may_be_written_instead_is_told() -> None:
    many = {f"p{n}": (f"环节{n}",) for n in range(FEW + 1)}
    assert instead(("cu",), CALLED) == "是不是：铜（cu）？"
    assert instead((), {"东阿县": ("东阿县",)}) == "有：东阿县。"
    assert instead((), {"all": ("",)}) == "有：all。"
    assert instead((), many).startswith("共有 31 个，如环节0（p0）、")
    assert instead((), {}) == "资料里一个也没有。"


def test_each_thing_of_the_city_answers_to_its_names() -> None:
    """Nothing is taken for another thing; what two have in common is told."""
    shipped = papers.shipped()
    for called in (
        naming.chains(shipped),
        naming.products(shipped),
        naming.enterprises(shipped),
        naming.projects(shipped),
        naming.counties(shipped),
        *(naming.sections(shipped, chain) for chain in shipped.chains),
    ):
        for id_, names in called.items():
            assert meant(id_, called).id == id_
            for name in filter(None, names):
                found = meant(name, called)
                assert found.id == id_ or id_ in found.several, name
