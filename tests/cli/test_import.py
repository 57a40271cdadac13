"""``import`` and ``template`` as a user calls them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from liantu.cli.main import run
from liantu.library import load
from liantu.library.importing.tables import read_tables
from liantu.library.importing.targets import targets
from liantu.model import Status
from tests.helpers.folders import write

Out = pytest.CaptureFixture[str]
HEAD = ["企业全称", "县区", "产品名称", "年产能（万吨/年）", "状态", "年份", "依据"]
GOOD = ["新厂化工有限公司", "东县", "双酚A", "5", "在产", "2024", "2024年6月报送表"]
BAD = ["新厂化工有限公司", "东县", "双酚", "5", "在产", "2024", "2024年6月报送表"]


def call(capsys: Out, *words: object) -> tuple[int, str, str]:
    try:
        code = run([str(word) for word in words])
    except SystemExit as leave:
        code = int(leave.code or 0)
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    return code, told.out, told.err


def sheet(path: Path, *rows: list[str], encoding: str = "gbk") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "资料")


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.yaml"))}


def test_rows_are_written_and_the_next_time_all_is_known(
    capsys: Out, tmp_path: Path, folder: Path
) -> None:
    file = sheet(tmp_path / "表.csv", GOOD)
    code, out, err = call(capsys, "import", file, "--folder", folder)
    assert code == 0, err
    assert "新增\t新厂化工有限公司 · 双酚A" in out
    assert "企业 1 家、产能 1 项、来源 1 项" in err
    loaded = load(folder)
    (firm,) = (f for f in loaded.atlas.enterprises.values() if f.name == GOOD[0])
    assert [(c.product, c.amount, c.status) for c in firm.capacities] == [
        ("bpa", 5.0, Status.OPERATING)
    ]
    before = bytes_of(folder)
    code, out, err = call(capsys, "import", file, "--folder", folder)
    assert (code, out) == (0, "共 1 行：重复 1\n")
    assert bytes_of(folder) == before


def test_one_bad_row_stops_all_unless_it_is_to_be_skipped(
    capsys: Out, tmp_path: Path, folder: Path
) -> None:
    file, before = sheet(tmp_path / "表.csv", GOOD, BAD), bytes_of(folder)
    code, out, _ = call(capsys, "import", file, "--folder", folder)
    assert (code, bytes_of(folder)) == (1, before)
    assert "没有叫“双酚”的环节，相近的有：双酚A" in out
    code, _, _ = call(capsys, "import", file, "--folder", folder, "--skip-bad")
    assert code == 0
    assert bytes_of(folder) != before


def test_what_is_only_asked_for_is_not_written(capsys: Out, tmp_path: Path, folder: Path) -> None:
    file, before = sheet(tmp_path / "表.csv", GOOD, encoding="utf-16"), bytes_of(folder)
    code, out, _ = call(capsys, "import", file, "--folder", folder, "--dry-run", "--json")
    assert code == 0
    assert json.loads(out)["things"] == {"enterprise": 1, "capacity": 1, "source": 1}
    assert bytes_of(folder) == before


def test_the_shipped_data_are_never_written(capsys: Out, tmp_path: Path) -> None:
    file = sheet(tmp_path / "表.csv", GOOD)
    code, _, err = call(capsys, "import", file)
    assert code == 2
    assert "软件自带的资料不能改写" in err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--as", "厂"], "没有“厂”这一类"),
        (["--sheet", "甲"], "没有叫“甲”的工作表"),
        (["--map", "甲=amount"], "没有叫“甲”的列"),
        (["--map", "状态=staus"], "没有叫“staus”的字段，可写：status"),
        (["--map", "产品名称="], "还没有指定这些列：产品"),
        (["--source-date", "去年"], "不是日期"),
    ],
)
def test_wrong_words_are_told(
    capsys: Out, tmp_path: Path, folder: Path, words: list[str], told: str
) -> None:
    file = sheet(tmp_path / "表.csv", GOOD)
    code, _, err = call(capsys, "import", file, "--folder", folder, *words)
    assert code == 2
    assert told in err


def test_a_file_that_is_no_table_says_what_it_is(capsys: Out, tmp_path: Path) -> None:
    file = tmp_path / "导出.xls"
    file.write_text("<html><table><tr><td>企业", encoding="utf-8")
    code, _, err = call(capsys, "import", file, "--dry-run")
    assert code == 2
    assert "这是网页，只是后缀写成了表格" in err


def test_columns_and_source_can_be_told(capsys: Out, tmp_path: Path, folder: Path) -> None:
    rows = [["单位", "甲", "乙"], ["新厂公司", "双酚A", "5万吨"]]
    file = tmp_path / "表.csv"
    file.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    words = ["--as", "capacities", "--map", "2=产品", "--map", "乙=amount"]
    source = ["--source-title", "报送表", "--source-date", "2024-06"]
    code, out, err = call(capsys, "import", file, "--folder", folder, *words, *source)
    assert code == 1, err
    assert "“新厂公司”是新企业，须写明所在县" in out
    rows[1][0] = "试验化工公司"
    file.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    code, _, err = call(capsys, "import", file, "--folder", folder, *words, *source)
    assert code == 0, err
    atlas = load(folder).atlas
    assert {s.title: s.date for s in atlas.sources.values()}["报送表"] == "2024-06"
    assert any(c.as_of == "2024" and c.amount == 5 for c in atlas.enterprises["plant"].capacities)


@pytest.mark.parametrize("kind", list(targets()))
def test_a_filled_template_changes_nothing(
    capsys: Out, tmp_path: Path, folder: Path, kind: str
) -> None:
    out = tmp_path / "模板.xlsx"
    target = targets()[kind]
    code, _, err = call(
        capsys, "template", target.plural, "--out", out, "--full", "--folder", folder
    )
    assert code == 0, err
    names = [table.name for table in read_tables(out)]
    assert names[0] == target.name
    code, told, err = call(capsys, "import", out, "--as", kind, "--folder", folder)
    assert code == 0, err
    assert "新增" not in told
    assert "更新" not in told
    assert "模板里的示例，不读" in told


def test_templates_are_the_same_bytes_each_time(capsys: Out, tmp_path: Path) -> None:
    """G092; and a file of another kind is not written."""
    paths = [tmp_path / "甲.xlsx", tmp_path / "乙.xlsx"]
    for path in paths:
        assert call(capsys, "template", "projects", "--out", path)[0] == 0
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert call(capsys, "template", "projects", "--out", tmp_path / "甲.csv")[0] == 2
