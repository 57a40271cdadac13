"""Two chains or counties side by side on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from liantu.library.importing.tables import tables_of
from tests.cli.test_commands import Out, call

DAY = ("--date", "2022-12-31")


def test_chains_are_told_as_text_and_as_data(capsys: Out) -> None:
    code, out, _ = call(capsys, "beside", "--chains", "al", "cu", *DAY)
    assert code == 0
    assert out.startswith("入库企业：铝 18 家，铜 11 家")
    assert "本地在产环节\t12/46 个（26%）\t14/33 个（42%）\t右高 16 个百分点" in out
    code, out, _ = call(capsys, "beside", "--chains", "al", "cu", *DAY, "--json")
    found = json.loads(out)
    assert [side["name"] for side in found["sides"]] == ["铝", "铜"]
    local = next(row for row in found["figures"] if row["key"] == "local")
    assert (local["left"]["number"], local["left"]["whole"]) == (12, 46)
    assert [row["id"] for row in found["groups"]["firms"]["rows"]] == ["xinfa"]


def test_counties_are_written(capsys: Out, tmp_path: Path) -> None:
    path = tmp_path / "并排.xlsx"
    words = ("beside", "--counties", "高新区", "东昌府区", *DAY, "--out", str(path))
    code, _, _ = call(capsys, *words)
    assert code == 0
    names = [table.name for table in tables_of(path.read_bytes(), path.name)]
    assert "并排数字" in names
    assert "高新区供东昌府区 1" in names


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--chains", "al", "al"), "两边相同"),
        (("--chains", "al", "none"), "none"),
        (("--counties", "茌平区", "没有区"), "没有区"),
        (("--chains", "al", "cu", "--out", "x.txt"), ".pdf / .docx / .xlsx / .png"),
    ],
)
def test_what_cannot_stand_side_by_side_is_told(
    capsys: Out, words: tuple[str, ...], told: str
) -> None:
    code, _, err = call(capsys, "beside", *words)
    assert code == 2
    assert told in err
