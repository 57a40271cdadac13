"""What a planner calls a thing is understood, the same in every command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_analysis_commands import Out, call

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
