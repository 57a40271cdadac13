"""``projects``: rates with what they are counted over, filters, files."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

from tests.cli.test_commands import Out, call
from tests.helpers.folders import write
from tests.helpers.projects import DAY, FILES


def test_rates_and_rows(capsys: Out, tmp_path: Path) -> None:
    folder = str(write(tmp_path, FILES))
    code, out, _ = call(capsys, "projects", folder, "--date", DAY, "--late")
    assert code == 0
    assert "开工率 80%（6 个中 5 个有数" in out
    assert "P1\t苯酚装置\t在建\t逾期 31 天\t一年内有进展\t甲局\t10 亿元\t4 亿元" in out
    assert "P2" not in out


def test_json_has_codes_and_null_for_what_is_unknown(capsys: Out, tmp_path: Path) -> None:
    folder = str(write(tmp_path, FILES))
    _, out, _ = call(capsys, "projects", folder, "--date", DAY, "--json", "--effects")
    found = json.loads(out)
    assert found["rates"]["spent"] == {
        "value": 0.385714,
        "part": 4.05,
        "whole": 10.5,
        "known": 2,
        "of": 6,
        "rough": 1,
    }
    assert found["groups"]["kind"]["补链"]["count"] == 3
    rows = {row["id"]: row for row in found["projects"]}
    assert rows["P1"]["effects"] == {"closed": ["phenol"]}
    assert (rows["P3"]["spent"], rows["P3"]["term"]) == (None, "doubt")
    assert rows["P5"]["state"] == "unknown"


def test_due_and_stuck_are_asked_together(capsys: Out, tmp_path: Path) -> None:
    folder = str(write(tmp_path, FILES))
    _, out, _ = call(capsys, "projects", folder, "--date", DAY, "--json", "--due", "--stuck")
    assert [row["id"] for row in json.loads(out)["projects"]] == ["P1", "P2", "P3", "P6"]


def test_files(capsys: Out, tmp_path: Path) -> None:
    folder = str(write(tmp_path / "资料", FILES))
    for suffix in ("xlsx", "docx", "pdf"):
        path = tmp_path / f"项目.{suffix}"
        code, _, _ = call(capsys, "projects", folder, "--date", DAY, "--out", str(path))
        assert (code, path.stat().st_size > 4000) == (0, True)
    with zipfile.ZipFile(tmp_path / "项目.docx") as file:
        words = re.sub("<[^>]*>", "", file.read("word/document.xml").decode())
    assert "投资完成率39%（6个中2个两项都有数" in words.replace(" ", "")


def test_another_suffix_is_a_usage_error(capsys: Out, tmp_path: Path) -> None:
    code, _, err = call(capsys, "projects", str(write(tmp_path)), "--out", "a.txt")
    assert (code, ".xlsx" in err) == (2, True)
