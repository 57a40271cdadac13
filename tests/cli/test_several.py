"""What can be given several times adds up; what takes one value refuses a second one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest

from liantu.cli import main
from liantu.cli.parsing import BAD_USAGE
from liantu.cli.parsing import Parser as Told

TIMES = "可写多次"
"""How the help says that an option adds up."""


def parser() -> Told:
    return main._parser()


def options() -> Iterator[tuple[str, argparse.Action]]:
    """Every option of every command; what only shows or switches takes no value."""
    commands = next(a for a in parser()._actions if isinstance(a, argparse._SubParsersAction))
    for name, command in commands.choices.items():
        for action in command._actions:
            if action.option_strings and action.nargs != 0:
                yield f"{name} {action.option_strings[0]}", action


def test_what_adds_up_says_so_and_what_says_so_adds_up() -> None:
    several = argparse._AppendAction | argparse._ExtendAction
    found = dict(options())
    assert len(found) > 100
    adding = {name for name, action in found.items() if isinstance(action, several)}
    assert {"portfolio --must", "plan --buy", "brief --chain", "draw --stop"} <= adding
    assert adding == {name for name, action in found.items() if TIMES in (action.help or "")}
    lists = {n for n, a in found.items() if a.nargs == "*" or "隔" in (a.help or "")}
    assert lists <= adding


@pytest.mark.parametrize(
    ("call", "name", "value"),
    [
        (["portfolio", "--must", "P1,P2", "--must", "P3"], "must", ["P1", "P2", "P3"]),
        (["plan", "--target", "x", "--buy", "a、b", "--buy", "c"], "buy", ["a", "b", "c"]),
        (["closure", "--have", "a", "--have", "b，c"], "have", ["a", "b", "c"]),
        (["analyse", "--external", "a", "--external", "b"], "external", ["a", "b"]),
        (["lists", "--chain", "al", "cu", "--chain", "it"], "chain", ["al", "cu", "it"]),
        (
            ["survey", "sheets", "--out", "d", "--county", "a", "--county", "b"],
            "county",
            ["a", "b"],
        ),
    ],
)
def test_values_add_up(call: list[str], name: str, value: list[str]) -> None:
    from liantu.cli.survey_words import joined

    assert vars(parser().parse_args(joined(call)))[name] == value


def test_budgets_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    one = ["portfolio", "--budget", "capital=30,land=900", "--json"]
    assert main.run(one) == 0
    whole = capsys.readouterr().out
    assert main.run([*one[:1], "--budget", "capital=30", "--budget", "land=900", "--json"]) == 0
    assert capsys.readouterr().out == whole


def test_a_second_value_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main.run(["plan", "--target", "苯酚", "--target", "丙酮"])
    assert left.value.code == BAD_USAGE
    assert "--target 的值只能写一个。" in capsys.readouterr().err
