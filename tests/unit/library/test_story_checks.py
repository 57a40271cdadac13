"""What is doubtful in a story is told with its step."""

from __future__ import annotations

import pytest

from liantu import paths
from liantu.diagram.lenses import LENSES
from liantu.library.checks.story_checks import CITY, NOW
from liantu.library.reader import load_files, read_folder
from liantu.model.story import LENS_IDS, LIST_IDS, PICTURE_IDS
from liantu.telling.charts.catalogue import CHARTS
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.versions.sides import NOW as SIDE

WHOLE = """\
format: 1
stories:
  s1:
    name: 试讲
    steps:
      - {title: 图, page: map, chain: pc-nylon, section: pc, lens: balance, county: 高新区}
      - {title: 表, page: lists, list: fill}
      - {title: 图表, page: charts, picture: heat}
      - {title: 补, page: plan, tab: closing, chain: pc-nylon, product: phenol, tells: [plan]}
      - {title: 断, page: plan, tab: drill, chain: pc-nylon, scenario: bpa-stop, tells: [drill]}
      - {title: 比, page: plan, tab: compare, against: 2022-10-25}
      - {title: 两链, page: plan, tab: sides, chains: [pc-nylon, chem]}
      - {title: 两县, page: plan, tab: sides, counties: [茌平区, 临清市]}
"""
CASES = [
    ("story_empty", WHOLE[WHOLE.index("    steps") :], ""),
    ("story_name", "试讲", "一张图看全市"),
    ("story_chain", "page: map, chain: pc-nylon, section: pc", "page: map"),
    ("story_section", "section: pc,", "section: pcc,"),
    ("story_lens", "lens: balance", "lens: balanse"),
    ("story_list", "list: fill", "list: fil"),
    ("story_picture", "picture: heat", "picture: heet"),
    ("story_county", "county: 高新区", "county: 高新县"),
    ("story_product", ", product: phenol", ""),
    ("story_against", "against: 2022-10-25", "against: gestern"),
    ("story_drill", ", scenario: bpa-stop", ""),
    ("story_chain", "picture: heat", "picture: gantt"),
    ("story_list", ", list: fill", ""),
    ("story_sides", ", chains: [pc-nylon, chem]", ""),
    ("story_sides", "counties: [茌平区, 临清市]", "counties: [茌平区, 茌平区]"),
    ("story_county", "counties: [茌平区, 临清市]", "counties: [茌平区, 临青市]"),
]
"""Each doubt, and what in the file becomes what."""


@pytest.mark.parametrize(("code", "was", "now"), [("", "", ""), *CASES])
def test_doubts_about_stories_are_told(code: str, was: str, now: str) -> None:
    files = read_folder(paths.shipped_chains())
    files["stories/s1.yaml"] = (WHOLE.replace(was, now) if was else WHOLE).encode()
    found = [i for i in load_files(files).issues if i.place.file == "stories/s1.yaml"]
    assert {i.code for i in found} == ({f"library.{code}"} if code else set())


def test_ids_of_layers_above_are_those_that_a_story_may_name() -> None:
    assert tuple(LENSES) == LENS_IDS
    assert tuple(LISTS) == LIST_IDS
    assert tuple(map(str, CHARTS)) == PICTURE_IDS
    assert {str(name) for name, kind in CHARTS.items() if not kind.of_chain} == CITY
    assert NOW == SIDE
