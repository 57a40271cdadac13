"""What a planner calls a thing is understood, the same in every command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from liantu.cli import naming
from liantu.cli.naming import FEW, Meant, instead, meant
from tests.cli.test_analysis_commands import Out, call
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


NAMED = [
    ("poster", "--chain", "聚碳酸酯", "pc-nylon"),
    ("survey", "--chain", "聚碳酸酯", "pc-nylon"),
    ("projects", "--chain", "聚碳酸酯", "pc-nylon"),
    ("plan", "--target", "苯酚", "phenol"),
    ("closure", "--have", "双酚A，苯酚", "bpa,phenol"),
    ("chains", "--external", "苯酚、丙酮", "phenol,acetone"),
]


@pytest.mark.parametrize("words", NAMED, ids=lambda words: f"{words[0]} {words[1]}")
def test_a_command_answers_to_names_as_to_ids(
    capsys: Out, tmp_path: Path, words: tuple[str, str, str, str]
) -> None:
    verb, option, name, id_ = words
    first, second = (call(capsys, verb, option, each, "--json") for each in (name, id_))
    assert (first[0], json.loads(first[1])) == (second[0], json.loads(second[1]))
    assert first[0] == 0


def test_a_drawing_and_a_comparison_answer_to_names(capsys: Out, tmp_path: Path) -> None:
    drawn = []
    for at, names in enumerate((("聚碳酸酯", "双酚A"), ("pc-nylon", "bpa"))):
        out = tmp_path / f"{at}.svg"
        words = ("draw", "--chain", names[0], "--fold", names[1], "--out", str(out))
        assert call(capsys, *words)[0] == 0
        drawn.append(out.read_text(encoding="utf-8"))
    assert drawn[0] == drawn[1]
    words = ("compare", "--from", "2022-10-25", "--to", "2022-10-26", "--json", "--chain")
    assert call(capsys, *words, "聚碳酸酯") == call(capsys, *words, "pc-nylon")
