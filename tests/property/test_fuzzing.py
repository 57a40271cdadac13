"""The reader takes anything: it never raises, and whatever it says has its place and its words.

``LIANTU_FUZZ=100`` tries a hundred times as much.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from liantu import wording
from liantu.issues import Issue
from liantu.library import load
from liantu.library.messages import as_json, format_issue
from liantu.library.parsing.context import Context
from liantu.library.parts import read_bytes
from tests.helpers.folders import CHAIN, ENTERPRISES, GOOD
from tests.property import damage
from tests.property.damage import FACTOR

CHINESE = re.compile("[\u4e00-\u9fff]{2}")
OF_THE_FILE = {"encoding", "foreign", "file_big", "file_empty", "second_library", "no_library"}
"""What concerns a whole file, and so has no line."""
quick = settings(max_examples=60 * FACTOR, deadline=None, suppress_health_check=list(HealthCheck))


def sound(issue: Issue, lines: Mapping[str, int]) -> None:
    assert issue.place.file, issue.code
    template = wording.table()[issue.code]
    assert CHINESE.search(template), issue.code
    assert wording.fields(template) <= issue.params.keys(), issue.code
    assert format_issue(issue)
    assert as_json(issue)["text"]
    of_file = issue.code.removeprefix("library.") in OF_THE_FILE
    if issue.place.file in lines and not of_file:
        assert 0 < issue.place.line <= lines[issue.place.file] + 1, issue


def read(data: bytes) -> None:
    context = Context("f.yaml")
    read_bytes(data, context)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for issue in context.issues:
        sound(issue, {"f.yaml": lines})


def read_all(files: Mapping[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as place:
        for name, data in files.items():
            (Path(place) / name).write_bytes(data)
        found = load(Path(place))
    lines = {name: data.count(b"\n") + data.count(b"\r") + 1 for name, data in files.items()}
    for issue in found.issues:
        sound(issue, lines)


@quick
@given(st.binary(max_size=2000))
@example(b"\xff\xfe\x00")
@example(b"a: [" * 3000)
def test_any_bytes(data: bytes) -> None:
    read(data)


@quick
@given(damage.spoilt())
def test_shipped_files_with_damage(data: bytes) -> None:
    read(data)


@quick
@given(damage.spoilt(CHAIN.encode()), damage.spoilt(ENTERPRISES.encode()))
def test_a_folder_of_damaged_files(chain: bytes, firms: bytes) -> None:
    whole = {name: text.encode() for name, text in GOOD.items()}
    read_all(whole | {"01-resin.yaml": chain, "enterprises.yaml": firms})


@quick
@given(damage.file(), damage.file())
@example({"library": {"region": "甲", "edition": "2022"}}, {"chain": {"id": "a"}})
@example({}, {"stories": {"a": {"name": "甲", "steps": [{"title": "甲", "scenario": "b"}]}}})
def test_values_of_the_right_and_of_the_wrong_kind(one: Any, other: Any) -> None:
    written = {
        name: yaml.dump({"format": "1", **found}, allow_unicode=True, sort_keys=False).encode()
        for name, found in (("a.yaml", one), ("b.yaml", other))
    }
    read_all({name: text.encode() for name, text in GOOD.items()} | written)
