"""Templates choose and order columns; one that does not exist is told, never dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu.analysis.reading import Reading
from liantu.briefing.lists import all_lists
from liantu.issues import Severity
from liantu.library import load
from liantu.render.errors import ExportError
from liantu.telling.lists.templates import chosen, late_issues, templates
from liantu.wording import issue_text, text
from tests.helpers.folders import LIBRARY, write
from tests.helpers.readings import reading, shipped_at

SHEETS = """\
  lists:
    own:
      name: 本市清单
      sheets:
        - {title: 企业名录, list: enterprises, columns: [county, enterprise, %s]}
"""


def read(folder: Path, column: str) -> Reading:
    files: dict[str, str | bytes] = {"library.yaml": LIBRARY + SHEETS % column}
    loaded = load(write(folder, files))
    assert not loaded.count(Severity.ERROR)
    return reading(loaded.atlas, "2022-12-31")


def test_a_sheet_has_the_columns_that_it_names(tmp_path: Path) -> None:
    (sheet,) = all_lists(read(tmp_path, "makes"), ["resin"])
    assert list(sheet.head) == ["序号", "县市区", "企业", "产品"]
    assert list(sheet.rows[0]) == [
        1,
        "东县",
        "试验化工有限公司",
        "双酚A 在产 20 万吨/年；苯酚 规划 产能不详",
    ]


def test_an_unknown_column_is_told_with_its_place_and_the_nearest(tmp_path: Path) -> None:
    found = read(tmp_path, "honors")
    (issue,) = late_issues(found.atlas)
    assert issue.severity is Severity.ERROR
    line = (LIBRARY + SHEETS).split("\n").index("    own:") + 1
    assert (issue.place.file, issue.place.line) == ("library.yaml", line)
    assert "企业名录" in issue_text(issue)
    assert "没有列 honors" in issue_text(issue)
    assert "honours" in issue_text(issue)
    with pytest.raises(ExportError) as error:
        list(all_lists(found, ["resin"]))
    assert "honours" in text(error.value.code, **error.value.params)


def test_the_shipped_templates_ask_for_nothing_unknown() -> None:
    assert [i for i in late_issues(shipped_at().atlas) if i.code == "library.list_column"] == []


def test_without_templates_there_is_one(tmp_path: Path) -> None:
    atlas = load(write(tmp_path)).atlas
    assert list(templates(atlas)) == ["default"]
    assert [sheet.kind for sheet in chosen(atlas).sheets][:2] == ["broken", "short"]
    with pytest.raises(KeyError):
        chosen(atlas, "none")
