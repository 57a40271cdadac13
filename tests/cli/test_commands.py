"""The commands as a user calls them: exit codes, JSON, files, messages."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pypdf
import pytest

from liantu.analysis.diagnosis import diagnose
from liantu.analysis.summary import summarise
from liantu.cli.main import run
from liantu.cli.ranges import RANGES
from liantu.document import view_file
from liantu.entry import has_display
from tests.cli.test_offline import COMMANDS
from tests.data.test_shipped import shipped
from tests.helpers.folders import CHAIN, write
from tests.helpers.readings import loaded

Out = pytest.CaptureFixture[str]

ELSEWHERE = pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a display")


def call(capsys: Out, *words: str) -> tuple[int, str, str]:
    try:
        code = run(list(words))
    except SystemExit as leave:
        code = int(leave.code or 0)
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    return code, told.out, told.err


def test_check_is_clean_on_the_shipped_chains(capsys: Out) -> None:
    code, out, err = call(capsys, "check")
    assert (code, err) == (0, "")
    assert f"产业链 20 条，环节 {len(shipped().atlas.products)} 个" in out
    assert "错误 0，提醒 0" in out


def test_check_tells_how_far_the_data_can_be_trusted(capsys: Out) -> None:
    _, out, _ = call(capsys, "check", "--all")
    section = out[out.index("数据体检") :].splitlines()
    shares = [line for line in section if "产能记录" in line]
    assert len(shares) == 21
    assert shares[0].startswith("合计\t")
    assert all(word in shares[0] for word in ("有来源", "推断", "陈旧", "不详", "估算"))
    checks = dict(line.split("\t") for line in section[section.index("检查项") + 1 :])
    assert int(checks["没有企业记录的环节"]) > 0
    assert checks["质量不平衡的路线"] == "0"
    _, short, _ = call(capsys, "check")
    left = sum(count == "0" for count in checks.values())
    assert short.splitlines()[-1].startswith(f"其余 {left} 项检查没有发现问题")
    assert "质量不平衡的路线" not in short


def test_check_json_lists_every_problem(capsys: Out, tmp_path: Path) -> None:
    write(tmp_path, {"01-resin.yaml": CHAIN.replace("raw: yes", "raw: 是")})
    code, out, _ = call(capsys, "check", str(tmp_path), "--json")
    found = json.loads(out)
    issue = found["issues"][0]
    assert code == 1
    assert found["counts"]["errors"] == 1
    assert (issue["file"], issue["line"], issue["code"]) == (
        "01-resin.yaml",
        20,
        "library.want_yes_no",
    )


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_check_of_no_data_fails_with_words(capsys: Out, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    code, out, _ = call(capsys, "check", str(tmp_path / name))
    assert code == 1
    assert "错误" in out


def test_chains_json(capsys: Out) -> None:
    code, out, _ = call(capsys, "chains", "--json")
    rows = json.loads(out)
    assert code == 0
    assert len(rows) == 20
    row = next(r for r in rows if r["id"] == "pc-nylon")
    own = summarise(shipped().atlas, diagnose(shipped().atlas), "pc-nylon").coverage
    assert (row["coverage"]["part"], row["coverage"]["whole"]) == (own.part, own.whole)
    assert row["sections"] == ["pc", "nylon"]
    assert row["numbers"]["keys"] == {"made": 5, "unseen": 7}
    assert "不等于没有" in row["coverage_sentence"]


def test_layout_json_is_the_same_twice(capsys: Out) -> None:
    code, out, _ = call(capsys, "layout", "--chain", "al", "--json", "--width", "910")
    found = json.loads(out)
    assert code == 0
    assert (found["view"], found["width"], found["height"]) == ("segments", 910.0, 592.0)
    assert {b["stage"] for b in found["boxes"]} == {
        s.name for s in loaded().atlas.chains["al"].stages
    }
    placed = {n["id"] for n in found["nodes"]}
    counted = {p for row in found["counted"] for p in row["products"]}
    assert len(placed) + len(counted) == 46
    for node in found["nodes"]:
        assert 0 <= node["x"] <= node["x"] + node["w"] <= 910.5
    live = [e for e in found["edges"] if e["rank"] == "live" and e["between"] == "products"]
    assert {"alumina", "billet"} <= {e["target"] for e in live}
    assert call(capsys, "layout", "--chain", "al", "--json", "--width", "910")[1] == out


def test_layout_of_the_tree_has_columns(capsys: Out) -> None:
    code, out, _ = call(capsys, "layout", "--chain", "al", "--json", "--view", "tree")
    found = json.loads(out)
    assert code == 0
    assert {n["stage"] for n in found["nodes"]} == {"up", "mid", "down"}
    assert len(found["edges"][0]["points"]) % 3 == 1


@pytest.mark.parametrize(
    ("suffix", "start"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]
)
def test_draw(capsys: Out, tmp_path: Path, suffix: str, start: bytes) -> None:
    out = tmp_path / f"图 谱.{suffix}"
    code, _, err = call(
        capsys, "draw", "--chain", "soy", "--out", str(out), "--paper", "A4", "--dpi", "96"
    )
    assert code == 0
    assert str(out) in err
    assert out.read_bytes().startswith(start)
    assert [p.name for p in tmp_path.iterdir()] == [out.name]


def test_draw_a_part_of_a_chain(capsys: Out, tmp_path: Path) -> None:
    out = tmp_path / "双酚A.svg"
    words = ("draw", "--chain", "pc-nylon", "--out", str(out), "--paper", "A4")
    assert call(capsys, *words, "--fold", "bpa", "--select", "pc")[0] == 0
    told = out.read_text(encoding="utf-8")
    assert "双酚A的上下游" in told
    assert "突出 聚碳酸酯" in told
    assert ">己内酰胺<" not in told
    assert call(capsys, *words, "--box", "氯碱与酸", "--county", "高新区")[0] == 0
    told = out.read_text(encoding="utf-8")
    assert " · 氯碱与酸</text>" in told
    assert "突出高新区的产品" in told


def test_draw_the_map_of_an_enterprise(capsys: Out, tmp_path: Path) -> None:
    out = tmp_path / "企业.svg"
    code, _, _ = call(capsys, "draw", "--firm", "luxi", "--out", str(out), "--lens", "diagnosis")
    assert code == 0
    assert "鲁西化工集团股份有限公司" in out.read_text(encoding="utf-8")
    assert "本企业产品" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["draw"], 2, "缺少"),
        (["list"], 2, "命令 没有“list”，可以写：lists"),
        (["nonsense"], 2, "可以写：check、chains、layout"),
        (["check", "--nonsense"], 2, "不认识 --nonsense"),
        (["beside"], 2, "--chains --counties 要写一个"),
        (["beside", "--chains", "al"], 2, "--chains 后面要写值"),
        (["beside", "--c", "al"], 2, "可能是 --chains、--counties"),
        (["chains", "--json=1"], 2, "--json 后面不写值"),
        (["merge", "a", "--into", "b", "--mine", "--theirs"], 2, "--theirs 和 --mine 只写一个"),
        (["layout", "--chain", "all"], 2, "是不是：铝（al）"),
        (["draw", "--chain", "al", "--out", "x.gif"], 2, "不认识的格式"),
        (["draw", "--firm", "lux", "--out", "x.svg"], 2, "luxi"),
        (["draw", "--chain", "al", "--firm", "luxi", "--out", "x.svg"], 2, "只写一个"),
        (["draw", "--chain", "al", "--out", "x.png", "--date", "昨天"], 2, "日期"),
        (["draw", "--chain", "al", "--out", "x.png", "--window", "1,2"], 2, "范围"),
        (["draw", "--chain", "al", "--out", "x.png", "--paper", "B5"], 2, "没有“B5”，可以写：A3"),
        (["draw", "--chain", "al", "--out", "x.png", "--fold", "alumna"], 2, "alumina"),
        (
            ["draw", "--chain", "al", "--out", "x.png", "--select", "bpa"],
            2,
            "这条链里没有“双酚A”",
        ),
        (["draw", "--chain", "al", "--out", "x.png", "--box", "氧化铅"], 2, "氧化铝"),
        (["draw", "--chain", "al", "--out", "x.png", "--county", "东县"], 2, "东县"),
        (["draw", "--chain", "al", "--out", "x.png", "--window", "0,0,9,9"], 2, "工艺树"),
        (
            ["draw", "--chain", "food", "--section", "fod", "--out", "x.png"],
            2,
            "是不是：畜禽",
        ),
        (["draw", "--chain", "al", "--out", f"{__file__}/x.svg"], 3, "无法写入"),
    ],
)
def test_wrong_calls(capsys: Out, words: list[str], code: int, told: str) -> None:
    found, out, err = call(capsys, *words)
    assert found == code
    assert told in err
    assert out == ""


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_chinese(capsys: Out, command: str) -> None:
    code, out, _ = call(capsys, *command.split(), "--help")
    assert code == 0
    assert out.startswith(f"用法：liantu-cli {command}")
    assert "选项：" in out
    english = re.findall(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", out.split("\n\n", 1)[1])
    assert not english


def test_doctor_finds_this_machine_fit(capsys: Out) -> None:
    code, out, _ = call(capsys, "doctor", "--json")
    assert code == 0
    assert all(row["good"] for row in json.loads(out))


@ELSEWHERE
def test_without_a_display_all_maps_are_drawn(
    capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from liantu import entry

    monkeypatch.chdir(tmp_path)
    folder = write(tmp_path / "data")
    code = entry.run([str(folder)])
    told = capsys.readouterr().err
    assert code == 0
    assert "没有显示器" in told
    assert "[1/1]" in told
    names = sorted(p.suffix for p in (tmp_path / "liantu-out").iterdir())
    assert names == [".pdf", ".png"]


@ELSEWHERE
def test_without_a_display_a_view_draws_its_folder(
    capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from liantu import entry

    monkeypatch.chdir(tmp_path)
    view_file.write(tmp_path / "a.liantu", write(tmp_path / "data"), {})
    assert entry.run(["a.liantu"]) == 0
    assert len(list((tmp_path / "liantu-out").iterdir())) == 2
    (tmp_path / "b.liantu").write_text("{", encoding="utf-8")
    assert entry.run(["b.liantu"]) == 2
    assert "b.liantu 内容损坏" in capsys.readouterr().err


@ELSEWHERE
def test_without_a_display_bad_data_is_an_error(
    capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from liantu import entry

    monkeypatch.chdir(tmp_path)
    folder = write(tmp_path / "data", {"01-resin.yaml": CHAIN.replace("raw: yes", "raw: 是")})
    assert entry.run([str(folder)]) == 1
    assert "want_yes_no" in capsys.readouterr().err
    assert len(list((tmp_path / "liantu-out").iterdir())) == 2


@ELSEWHERE
def test_without_a_display_a_folder_that_cannot_be_written_is_told(
    capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from liantu import entry

    monkeypatch.chdir(tmp_path)
    (tmp_path / "liantu-out").write_text("a file", encoding="utf-8")
    assert entry.run([str(write(tmp_path / "data"))]) == 3
    assert "已有同名文件" in capsys.readouterr().err


@ELSEWHERE
def test_a_wrong_date_opens_no_window(capsys: Out) -> None:
    from liantu import entry

    with pytest.raises(SystemExit) as left:
        entry.run(["--date", "2022-02-30"])
    assert left.value.code == 2
    assert "日期“2022-02-30”不对" in capsys.readouterr().err


@ELSEWHERE
@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({}, False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_display_is_recognised(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], shown: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    assert has_display() is shown


DRAW = ["draw", "--chain", "al", "--out", "x.png"]


@pytest.mark.parametrize(
    ("start", "option", "values"),
    [
        (DRAW, "--dpi", ["-5", "0", "23", "2401", "100000", "1e9", "nan", "96.5", "３００", ""]),
        (DRAW, "--window", ["0,0,inf,1", "0,0,0,1", "0,0,1,nan", "1e9,0,1,1", "0,0,-1,1", "1,2,3"]),
        (DRAW, "--date", ["2022-02-30", "0000", "2022-13", "1899", "2201", "22", "2022-1"]),
        (["analyse"], "--thin", ["nan", "inf", "-1", "0", "1e308", "10.1", "x"]),
        (["balance"], "--utilisation", ["nan", "inf", "-1", "0", "1e308", "1.01", "一"]),
        (["why", "bpa"], "--date", ["2022-02-30", "0000-00-00"]),
        (["spof"], "--thin", ["-inf"]),
        (["brief", "--out", "x.pdf"], "--since", ["2022-02-30", "0000"]),
        (["lists", "--out", "x.xlsx"], "--date", ["2023-02-29"]),
    ],
)
def test_values_out_of_range_are_refused_in_one_form(
    capsys: Out, start: list[str], option: str, values: list[str]
) -> None:
    for value in values:
        if value or option != "--date":
            code, out, err = call(capsys, *start, f"{option}={value}")
            assert (code, out) == (2, ""), value
            assert f"用法有误：{option} 的值" in err
            assert "不对" in err
            assert "--help" in err


@pytest.mark.parametrize(
    ("option", "value"), [("--date", "2024-02-29"), ("--thin", "10"), ("--utilisation", "0.001")]
)
def test_values_at_the_bounds_are_taken(capsys: Out, option: str, value: str) -> None:
    assert call(capsys, "analyse", "--chain", "soy", option, value)[0] == 0


def test_the_ranges_are_those_of_the_data_folder() -> None:
    from liantu.library.fields.format import LIBRARY as RECORD

    for name in ("thin", "utilisation"):
        own, theirs = RANGES[name], RECORD.by_key[name].read
        assert (own.least, own.most, own.above) == (theirs.above, theirs.most, True)


def test_a_resolution_too_high_for_the_picture_is_refused(capsys: Out, tmp_path: Path) -> None:
    out = tmp_path / "a.png"
    words = ["draw", "--chain", "soy", "--paper", "A0", "--out", str(out), "--dpi", "2400"]
    code, _, err = call(capsys, *words)
    assert code == 3
    assert "最多 3" in err
    assert not out.exists()


def test_a_picture_of_the_city_takes_no_part(capsys: Out) -> None:
    words = ["draw", "--picture", "heat", "--out", "x.svg"]
    assert call(capsys, *words, "--window", "0,0,9,9")[0] == 2
    assert call(capsys, *words, "--section", "pc")[0] == 2


def test_the_board_of_a_chain_is_written_in_one_or_numbered_files(
    capsys: Out, tmp_path: Path
) -> None:
    words = ["draw", "--chain", "soy", "--picture", "board"]
    for out, shown in (("a.svg", "a.svg"), ("b.pdf", "b.pdf"), ("c.svg", "c-1.svg")):
        paper = "A3" if out == "a.svg" else "A4"
        code, _, told = call(capsys, *words, "--paper", paper, "--out", str(tmp_path / out))
        assert code == 0
        assert shown in told
        assert (tmp_path / shown).exists()
    whole = (tmp_path / "a.svg").stat().st_size
    call(capsys, *words, "--no-lines", "--out", str(tmp_path / "a.svg"))
    assert (tmp_path / "a.svg").stat().st_size < whole


def test_a_board_is_that_of_a_chain_as_a_whole(capsys: Out) -> None:
    words = ["draw", "--picture", "board", "--out", "x.svg"]
    code, _, err = call(capsys, *words)
    assert code == 2
    assert "--chain" in err
    assert call(capsys, *words, "--firm", "luxi")[0] == 2
    assert call(capsys, *words, "--chain", "pc-nylon", "--section", "pc")[0] == 2


def test_the_page_of_the_city_is_drawn_and_told(capsys: Out, tmp_path: Path) -> None:
    for name, paper, shown in (("a.svg", "A3", ["a.svg"]), ("b.svg", "A4", ["b-1.svg", "b-2.svg"])):
        words = ["draw", "--picture", "city", "--paper", paper, "--out", str(tmp_path / name)]
        assert call(capsys, *words)[0] == 0
        assert all((tmp_path / one).exists() for one in shown)
    whole = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert {"总体判断", "先办一件事"} == {w for w in ("总体判断", "先办一件事") if w in whole}
    code, out, _ = call(capsys, "poster", "--city", "--date", "2022-10-25")
    assert code == 0
    assert "口径日期2022年10月25日" in out
    assert "双酚A" not in out[out.index("一年来") :]
    told = json.loads(call(capsys, "poster", "--city", "--json")[1])
    assert len(told["poster"]["rows"]) == len(loaded().atlas.chains)


@pytest.mark.parametrize(("command", "suffix"), [("brief", "pdf"), ("lists", "xlsx")])
def test_papers(capsys: Out, tmp_path: Path, command: str, suffix: str) -> None:
    out = tmp_path / f"简报.{suffix}"
    code, _, err = call(capsys, command, "--chain", "soy", "--out", str(out))
    assert code == 0
    assert str(out) in err
    assert out.stat().st_size > 5000
    wrong = call(capsys, command, "--out", str(tmp_path / "x.doc"))
    assert wrong[0] == 2
    assert suffix in wrong[2]


def test_an_official_paper_bears_the_letter_that_is_told(capsys: Out, tmp_path: Path) -> None:
    out = tmp_path / "文.pdf"
    words = ["--issuer", "市工信局", "--number", "聊工信字〔2023〕8号", "--signed", "2023-01-10"]
    more = ["--addressee", "市政府", "--attachment", "项目清单", "--attachment", "摸底任务单"]
    told = ["brief", "--chain", "soy", "--style", "official", *words, *more, "--out", str(out)]
    assert call(capsys, *told)[0] == 0
    read = re.sub(r"\s", "", "".join(p.extract_text() for p in pypdf.PdfReader(out).pages))
    for part in ("市工信局文件", "〔2023〕8号", "市政府：", "1.项目清单2.摸底任务单"):
        assert part in read
    wrong = call(capsys, *told[:-2], "--signed", "昨天", "--out", str(out))
    assert wrong[0] == 2


WRITERS = [
    ("draw", "--chain", "soy", "--out", "图.svg"),
    ("draw", "--picture", "heat", "--out", "图.pdf"),
    ("brief", "--chain", "soy", "--out", "简报.docx"),
    ("lists", "--chain", "soy", "--out", "清单.xlsx"),
    ("graph", "--chain", "soy", "--out", "关系.gexf"),
    ("survey", "--chain", "soy", "--out", "摸底.csv"),
]


@pytest.mark.parametrize("words", WRITERS, ids=[f"{w[0]}-{w[-1]}" for w in WRITERS])
@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_what_a_command_writes_makes_its_folder_and_goes_through_a_link(
    capsys: Out, tmp_path: Path, words: tuple[str, ...]
) -> None:
    *call_, name = words
    real, link = tmp_path / "real" / name, tmp_path / "link" / name
    real.parent.mkdir()
    real.write_bytes(b"old")
    link.parent.mkdir()
    link.symlink_to(real)
    assert call(capsys, *call_, str(link))[0] == 0
    assert link.is_symlink()
    assert len(real.read_bytes()) > 500
    assert [p.name for p in real.parent.iterdir()] == [name]
    far = tmp_path / "new" / "folder" / name
    assert call(capsys, *call_, str(far))[0] == 0
    assert far.read_bytes()[:20] == real.read_bytes()[:20]
    blocked = real / name
    code, _, err = call(capsys, *call_, str(blocked))
    assert code == 3
    assert name in err


def test_every_name_of_a_map_is_found_whole_in_its_pdf(capsys: Out, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    assert call(capsys, "draw", "--chain", "it", "--paper", "A4", "--out", str(out))[0] == 0
    told = "".join(page.extract_text() for page in pypdf.PdfReader(out).pages)
    shown = "".join(told.split())
    atlas = shipped().atlas
    names = [atlas.products[m.product].label for m in atlas.chains["it"].members()]
    lost = [name for name in names if "".join(name.split()) not in shown]
    assert lost == []
