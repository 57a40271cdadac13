"""Lists as a spreadsheet: complete, the same bytes twice, names that Excel accepts."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from liantu.briefing.lists import List, all_lists, to_xlsx
from liantu.library import load
from liantu.model import SHEET_LISTS
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.column import Scope
from liantu.telling.lists.templates import chosen
from tests.helpers.folders import CHAIN, write
from tests.helpers.papers import found, shipped


@pytest.mark.parametrize("template", ["shandong9", "city"])
def test_lists_are_the_same_twice_and_complete(template: str) -> None:
    chains = list(shipped().chains)
    wanted = chosen(shipped(), template)
    lists = list(all_lists(found(), chains, wanted))
    assert [item.title for item in lists] == [sheet.title for sheet in wanted.sheets]
    assert all(len(row) == len(item.head) for item in lists for row in item.rows)
    assert all(len(item.widths) == len(item.head) for item in lists)
    assert to_xlsx(found(), lists) == to_xlsx(found(), lists)


def test_the_first_template_is_that_of_the_province() -> None:
    titles = [sheet.title for sheet in chosen(shipped()).sheets]
    assert titles[0] == "领航龙头企业清单"
    assert titles[-2:] == ["摸底任务单", "来源"], "what is to be asked goes with the nine lists"
    assert len(titles) == 11


def test_every_kind_of_list_is_made() -> None:
    assert set(SHEET_LISTS) <= set(LISTS)
    scope = Scope(chains=tuple(shipped().chains))
    full = {kind for kind in SHEET_LISTS if LISTS[kind].rows(found(), scope)}
    assert set(SHEET_LISTS) - full <= {"thin"}


def test_a_folder_without_templates_has_lists(tmp_path: Path) -> None:
    atlas = load(write(tmp_path, {"01-resin.yaml": CHAIN})).atlas
    assert [s.kind for s in chosen(atlas).sheets][:2] == ["broken", "short"]


def test_sheet_names_are_what_excel_accepts() -> None:
    lists = [
        List("甲/乙:*?[]" * 9, ["a"], [["b"]], [5]),
        List("甲/乙:*?[]" * 9, ["a"], [["c"]], [5]),
    ]
    with zipfile.ZipFile(BytesIO(to_xlsx(found(), lists))) as archive:
        names = re.findall(r'sheet name="([^"]*)"', archive.read("xl/workbook.xml").decode())
    assert len(set(names)) == 2
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
