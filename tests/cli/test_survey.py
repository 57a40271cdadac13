"""The 摸底 on the command line: sheets go out, answers come in, the folder holds them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from liantu import paths
from liantu.library import load
from liantu.library.reader import read_folder
from liantu.model import Status
from liantu.model.verification import Answer
from tests.cli.test_commands import Out, call
from tests.helpers.filled_sheets import fill

DAY = ("--date", "2024-12-31")
DUE = "2025-01-15"
NAME = "聊城市_摸底任务单_{county}_20241231.xlsx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.shipped_chains(), tmp_path / "聊城 资料"))


def sent(capsys: Out, folder: Path, out: Path, *more: str) -> tuple[int, str, str]:
    words = ("--out", str(out), "--county", "茌平区", "临清市", "--due", DUE, *more)
    return call(capsys, "survey", "sheets", str(folder), *words, *DAY)


def test_the_whole_loop(capsys: Out, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "下发"
    code, told, warned = sent(capsys, folder, out, "--office", "市工信局", "--record")
    assert code == 0
    assert sorted(p.name for p in out.iterdir()) == [
        NAME.format(county="临清市"),
        NAME.format(county="茌平区"),
    ]
    assert "下发摸底任务单：2 个县市区、80 条" in told
    assert "任务单问的是 2024-12-31 的情况" in warned
    code, told, _ = call(capsys, "survey", "status", str(folder), "--date", "2025-01-16")
    assert "按口径日期 2025-01-16 判断，县市区：逾期 2 个" in told

    one = fill(
        out / NAME.format(county="茌平区"),
        tmp_path / "茌平.xlsx",
        {
            1: ("有 ", "茌平区鑫泰铝板带有限公司", "铝板带约3万吨", "2023", "企业报表"),
            2: ("無", "", "", "", "问了信发集团"),
            6: ("不清",),
            8: ("有", "博汇塑胶", "PVC型材5000吨，2023年投产", "2024年"),
        },
        "茌平区工信局",
    )
    two = fill(out / NAME.format(county="临清市"), tmp_path / "临清.xlsx", {4: ("没有",)})
    before = read_folder(folder)
    code, told, _ = call(
        capsys, "survey", "take", str(folder), str(one), str(two), "--dry-run", *DAY
    )
    assert code == 0
    assert read_folder(folder) == before
    _, _, warned = call(capsys, "survey", "take", str(folder), str(one), "--dry-run")
    assert "收回后请把口径日期改到 2024-12-31 再看变化" in warned
    code, told, _ = call(capsys, "survey", "take", str(folder), str(one), str(two), *DAY)
    assert code == 0
    assert "收回摸底答复：2 个县市区、5 条，已写入" in told
    assert "  铝板带(冷轧)：疑似断链（待核实） → 在产\n" in told
    assert "交回了但没有答完：临清市 39 项、茌平区 36 项。" in told

    atlas = load(folder).atlas
    answers = {r.product: r for r in atlas.answers if r.answer is not Answer.ASKED}
    assert {p: r.answer for p, r in answers.items()} == {
        "alsheet": Answer.MADE,
        "anode": Answer.NONE,
        "gaas": Answer.UNCLEAR,
        "pvcprof": Answer.MADE,
        "gl": Answer.NONE,
    }
    assert (answers["alsheet"].office, answers["alsheet"].due) == ("茌平区工信局", DUE)
    firm, made = next((e, c) for e, c in atlas.makers["pvcprof"] if c.since == "2023")
    assert (firm.name, made.amount, made.unit) == ("博汇塑胶有限公司", 5000.0, "吨/年")
    assert (made.status, made.as_of) == (Status.OPERATING, "2024")
    changed = {name for name, data in read_folder(folder).items() if before[name] != data}
    assert changed == {"enterprises.yaml", "sources.yaml", "verification.yaml"}

    found = call(capsys, "survey", "status", str(folder), *DAY, "--json")
    counties = {c["county"]: c for c in json.loads(found[1])["counties"]}
    assert counties["茌平区"]["lines"]["answered"] == 4
    assert counties["茌平区"]["unclear"] == 1
    pattern = str(tmp_path / "茌*.xlsx")
    again = call(capsys, "survey", "take", str(folder), pattern, *DAY)
    assert (again[0], again[1].splitlines()[-1]) == (0, "没有新的答复。")


def test_one_bad_line_keeps_everything_out(capsys: Out, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "下发"
    sent(capsys, folder, out)
    bad = fill(
        out / NAME.format(county="茌平区"),
        tmp_path / "坏.xlsx",
        {1: ("有", "甲铝业有限公司"), 2: ("有",), 3: ("可能",)},
    )
    before = read_folder(folder)
    code, told, warned = call(capsys, "survey", "take", str(folder), str(bad), *DAY)
    assert code == 1
    assert "  错误 答“有”，但没有填企业全称。" in told
    assert "  错误 答复“可能”不是有、无或不清。" in told
    assert "有 2 处错误，没有写入" in warned
    assert read_folder(folder) == before


def test_the_shipped_data_are_never_written(capsys: Out, tmp_path: Path) -> None:
    shipped = str(paths.shipped_chains())
    before = read_folder(paths.shipped_chains())
    out = tmp_path / "下发"
    code, _, told = call(capsys, "survey", "sheets", "--out", str(out), "--record", *DAY)
    assert (code, told) == (
        2,
        "随程序带的资料不能改。请先把资料文件夹复制出来，再写上那个文件夹。\n",
    )
    assert not out.exists()
    path = tmp_path / "x.csv"
    path.write_text("a", encoding="utf-8")
    assert call(capsys, "survey", "take", str(path))[0] == 2
    assert call(capsys, "survey", "declare", shipped, "--county", "全市")[0] == 2
    assert read_folder(paths.shipped_chains()) == before


def test_a_sheet_that_is_there_stays(capsys: Out, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "下发"
    sent(capsys, folder, out)
    kept = out / NAME.format(county="茌平区")
    kept.write_bytes(b"filled in")
    _, told, _ = sent(capsys, folder, out)
    assert kept.read_bytes() == b"filled in"
    assert f"{kept.stem}_2.xlsx" in told


def test_a_declaration_is_written_and_told(capsys: Out, folder: Path) -> None:
    words = ("--county", "全市", "--chain", "al", "--office", "市工信局", "--until", "2025-06-30")
    code, told, _ = call(capsys, "survey", "declare", str(folder), *words, *DAY)
    assert code == 0
    assert "完整性声明：全市 · 铝，已写入" in told
    assert "疑似断链（未见记录） → 断链（确认无）" in told
    _, told, _ = call(capsys, "survey", "status", str(folder), *DAY)
    assert "全市 · 铝：2024-12-31 起，至 2025-06-30 止（市工信局）· 有效" in told
    _, told, _ = call(capsys, "survey", "status", str(folder), "--date", "2025-06-30")
    assert "完整性声明：有效 0 份，不在有效期内 1 份。" in told
    assert "已过期" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("sheets", "--out", "x", "--county", "荏平"), "茌平区"),
        (("sheets", "--out", "x", "--due", "2025-13-01"), "要写成一天"),
        (("sheets", "--out", "x", "--due", "2020-01-01"), "早于口径日期"),
        (("take", "没有这个.xlsx", "--dry-run"), "找不到文件：没有这个.xlsx"),
        (("take", "src", "--dry-run"), "找不到文件：src"),
        (("sheets",), "--out"),
    ],
)
def test_wrong_calls(capsys: Out, words: tuple[str, ...], told: str) -> None:
    try:
        code, _, warned = call(capsys, "survey", *words)
    except SystemExit as error:
        code, warned = int(str(error.code)), capsys.readouterr().err
    assert code == 2
    assert told in warned


def test_a_file_that_is_no_table_is_named(capsys: Out, tmp_path: Path) -> None:
    path = tmp_path / "扫描件.xlsx"
    path.write_bytes(b"%PDF-1.7 ...")
    code, told, _ = call(capsys, "survey", "take", str(path), "--dry-run")
    assert code == 1
    assert told.startswith("扫描件.xlsx：")
