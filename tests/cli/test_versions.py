"""``snapshot``, ``compare`` and ``merge``: versions kept, told apart and put together."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from liantu import paths
from liantu.library import load
from liantu.library.versions.snapshots import INSIDE
from tests.cli.test_commands import Out, call
from tests.helpers.folders import ENTERPRISES, write
from tests.helpers.papers import words_of


@pytest.fixture(autouse=True)
def _own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIANTU_CONFIG", str(tmp_path / "own"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "我的")


def edit(folder: Path, old: str, new: str, name: str = "enterprises.yaml") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(folder, folder.parent / "同事的"))


def test_a_version_is_taken_listed_and_restored(folder: Path, tmp_path: Path, capsys: Out) -> None:
    words = ("--name", "2024Q4上报版", "--note", "报省里")
    code, _, err = call(capsys, "snapshot", "take", str(folder), *words)
    assert code == 0
    assert "已存为版本“2024Q4上报版”" in err
    code, out, _ = call(capsys, "snapshot", "list", str(folder))
    assert code == 0
    assert out.strip().endswith("2024Q4上报版  报省里")
    (folder / INSIDE / "坏.zip").write_bytes(b"junk")
    code, out, _ = call(capsys, "snapshot", "list", str(folder), "--json")
    found = json.loads(out)
    assert [one["name"] for one in found["versions"]] == ["2024Q4上报版"]
    assert found["damaged"] == [{"file": "坏.zip", "reason": "不是完好的 ZIP 文件，可能传输不全"}]
    target = tmp_path / "还原"
    restore = ("snapshot", "restore-to", str(target), "--of", str(folder), *words[:2])
    assert call(capsys, *restore)[0] == 0
    assert load(target).atlas.enterprises == load(folder).atlas.enterprises
    code, _, err = call(capsys, *restore)
    assert code == 3
    assert "已有内容" in err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("snapshot", "take", "{f}"), 3, "请填写版本名称"),
        (("snapshot", "take", "{f}/absent", "--name", "甲"), 3, "没有找到"),
        (("snapshot", "restore-to", "{f}/x", "--of", "{f}", "--name", "甲"), 3, "没有找到“甲”"),
        (("snapshot", "restore-to", "--name", "甲"), 2, "空文件夹"),
        (("snapshot", "burn", "{f}"), 2, ""),
        (("compare", "{f}", "没有"), 2, "没有找到“没有”"),
        (("compare", "{f}", "{f}", "--out", "x.txt"), 2, ".pdf / .docx / .xlsx"),
        (("merge", "{f}", "--into", "没有", "--mine", "--theirs"), 2, ""),
    ],
)
def test_a_wrong_call_is_told(
    words: tuple[str, ...], code: int, told: str, folder: Path, capsys: Out
) -> None:
    found, _, err = call(capsys, *(word.format(f=folder) for word in words))
    assert found == code
    assert told in err
    assert "Traceback" not in err


def test_two_versions_are_compared(folder: Path, tmp_path: Path, capsys: Out) -> None:
    call(capsys, "snapshot", "take", str(folder), "--name", "甲版")
    edit(folder, "amount: 20", "amount: 40")
    code, out, _ = call(capsys, "compare", "甲版", str(folder), "--of", str(folder))
    assert code == 0
    assert out.startswith("与“甲版”相比，“我的”共有 1 处资料变化：企业修改 1")
    assert "〔修改〕企业 试验化工：双酚A 产能 20 → 40 万吨/年" in out
    code, out, _ = call(capsys, "compare", "甲版", str(folder), "--of", str(folder), "--json")
    found = json.loads(out)
    (thing,) = found["things"]
    assert (thing["kind"], thing["id"], thing["how"]) == ("enterprise", "plant", "changed")
    assert thing["before"]["capacities"][0]["amount"] == "20"
    assert thing["after"]["capacities"][0]["amount"] == "40"
    for suffix in ("xlsx", "docx", "pdf"):
        path = tmp_path / f"对比.{suffix}"
        words = ("compare", "甲版", str(folder), "--of", str(folder), "--out", str(path))
        assert call(capsys, *words)[0] == 0
        assert path.stat().st_size > 3000
    assert "与“甲版”相比" in words_of((tmp_path / "对比.pdf").read_bytes())


def test_errors_of_a_version_are_told_and_are_the_exit_code(folder: Path, capsys: Out) -> None:
    other = copied(folder)
    (other / "enterprises.yaml").write_bytes(ENTERPRISES.encode("gbk"))
    code, out, _ = call(capsys, "compare", str(folder), str(other))
    assert code == 1
    assert "读不出的内容未参与对比，不等于被删除" in out


def test_a_colleague_s_changes_come_in_and_conflicts_are_decided(folder: Path, capsys: Out) -> None:
    call(capsys, "snapshot", "take", str(folder), "--name", "起点")
    other = copied(folder)
    edit(folder, "amount: 20", "amount: 40")
    edit(other, "amount: 20", "amount: 25")
    edit(other, "title: 试验日报", "title: 试验晚报", "sources.yaml")
    before = {path.name: path.read_bytes() for path in folder.glob("*.yaml")}
    code, out, err = call(capsys, "merge", str(other), "--into", str(folder))
    assert code == 3
    assert "以“起点”为共同起点" in err
    assert "有 1 处两边不一致，没有写入" in err
    assert "企业 试验化工 产能 双酚A｜我 40 万吨/年｜同事 25 万吨/年｜原 20 万吨/年" in out
    code, _, err = call(capsys, "merge", str(other), "--into", str(folder), "--mine", "--dry-run")
    assert code == 0
    assert "未采用同事的：企业 试验化工 产能 双酚A：25 万吨/年" in err
    assert {path.name: path.read_bytes() for path in folder.glob("*.yaml")} == before
    assert call(capsys, "merge", str(other), "--into", str(folder), "--mine")[0] == 0
    atlas = load(folder).atlas
    assert atlas.sources["daily"].title == "试验晚报"
    assert atlas.enterprises["plant"].capacities[0].amount == 40
    assert call(capsys, "merge", str(other), "--into", str(folder), "--theirs")[0] == 0
    assert load(folder).atlas.enterprises["plant"].capacities[0].amount == 25
    code, out, _ = call(capsys, "merge", str(other), "--into", str(folder))
    assert code == 0
    assert "没有需要合并的内容" in out


def test_without_a_common_version_nothing_is_taken_away(folder: Path, capsys: Out) -> None:
    other = copied(folder)
    edit(other, "  plant:\n", "  fresh:\n    name: 新厂\n    county: 西县\n  plant:\n")
    edit(folder, "  plant:\n", "  mine:\n    name: 我厂\n    county: 东县\n  plant:\n")
    code, _, err = call(capsys, "merge", str(other), "--into", str(folder))
    assert code == 0
    assert "没有找到两边共同的版本" in err
    assert {*load(folder).atlas.enterprises} == {"mine", "plant", "fresh"}


def test_a_folder_with_errors_takes_nothing_away(folder: Path, capsys: Out) -> None:
    call(capsys, "snapshot", "take", str(folder), "--name", "起点")
    other = copied(folder)
    (other / "enterprises.yaml").write_bytes(ENTERPRISES.encode("gbk"))
    code, out, _ = call(capsys, "merge", str(other), "--into", str(folder))
    assert code == 3
    assert "同事的资料有错误，读不到不等于删除" in out
    assert "plant" in load(folder).atlas.enterprises


def test_the_shipped_data_are_never_merged_into(folder: Path, capsys: Out) -> None:
    shipped = str(paths.shipped_chains())
    code, _, _ = call(capsys, "merge", str(folder), "--into", shipped, "--theirs")
    assert code == 2


# -- dates, scenarios and versions side by side


def test_two_dates_are_compared(capsys: Out) -> None:
    words = ("compare", "--from", "2022-10-25", "--to", "2022-10-26")
    code, out, _ = call(capsys, *words)
    assert code == 0
    assert out.startswith("“2022-10-25”→“2022-10-26”：鲁西集团 双酚A 投产")
    assert "苯酚：疑似无链 → 疑似短链·向上（本地新增用户 双酚A）" in out
    code, out, _ = call(capsys, *words, "--chain", "pc-nylon", "--json")
    found = json.loads(out)
    assert len(found["classes"]) == 7
    assert found["dates"] == ["2022-10-25", "2022-10-26"]
    assert {"name": "关键环节在产", "before": 4, "after": 5} in found["numbers"]
    code, out, _ = call(capsys, *words, "--chain", "cu", "--json")
    assert json.loads(out)["classes"] == []


def test_scenarios_are_compared(capsys: Out) -> None:
    chains = str(paths.shipped_chains())
    code, out, _ = call(
        capsys, "compare", chains, "--from", "bpa-120", "--to", "bpa-120-pc-30", "--json"
    )
    assert code == 0
    bpa = next(one for one in json.loads(out)["balances"] if one["product"] == "bpa")
    assert [round(one["surplus"], 2) for one in bpa["amounts"]] == [101.9, 92.85]
    code, out, _ = call(capsys, "compare", "--to", "双酚A 120万吨全部投产", "--json")
    found = json.loads(out)
    assert found["before"] == "现状"
    assert {row["name"] for row in found["openings"]} >= {"环氧树脂", "环氧氯丙烷"}


def test_a_date_and_a_version_and_a_folder_are_compared(folder: Path, capsys: Out) -> None:
    call(capsys, "snapshot", "take", str(folder), "--name", "甲版")
    edit(folder, "amount: 20", "amount: 40")
    code, out, _ = call(capsys, "compare", str(folder), "--from", "甲版", "--to", "2024-01-01")
    assert code == 0
    assert "〔修改〕企业 试验化工：双酚A 产能 20 → 40 万吨/年" in out
    theirs = copied(folder)
    code, out, _ = call(capsys, "compare", str(folder), "--from", str(theirs), "--to", "现状")
    assert code == 0
    assert out.startswith("与“同事的”相比，“现状”的资料没有变化。")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "bpa-12"), "相近的有：bpa-120"),
        (("--to", "2022-13x"), "不是日期"),
        (("--from", "2022", "--chain", "nothing"), "nothing"),
        ((), "请写明两个版本"),
    ],
)
def test_an_unknown_side_is_told_with_near_names(
    words: tuple[str, ...], told: str, capsys: Out
) -> None:
    code, _, err = call(capsys, "compare", str(paths.shipped_chains()), *words)
    assert code == 2
    assert told in err


def test_two_folders_and_sides_do_not_go_together(folder: Path, capsys: Out) -> None:
    code, _, err = call(capsys, "compare", str(folder), str(folder), "--from", "2022")
    assert code == 2
    assert "只写一个资料文件夹" in err


def test_a_comparison_of_a_chain_is_written_with_both_maps(tmp_path: Path, capsys: Out) -> None:
    words = ("compare", "--from", "now", "--to", "bpa-120", "--chain", "pc-nylon")
    for suffix in ("pdf", "docx", "xlsx", "png"):
        path = tmp_path / f"对比.{suffix}"
        code, _, err = call(capsys, *words, "--out", str(path))
        assert code == 0, err
        assert path.stat().st_size > 4000
    told = words_of((tmp_path / "对比.pdf").read_bytes())
    assert "双酚A" in told
    assert "余101.9万吨/年" in told
    code, _, err = call(capsys, *words[:-2], "--out", str(tmp_path / "x.png"))
    assert code == 2
    assert ".xlsx" in err


def test_a_map_is_drawn_against_a_date(tmp_path: Path, capsys: Out) -> None:
    words = ("draw", "--chain", "pc-nylon", "--out", str(tmp_path / "x.svg"))
    lens = ("--lens", "compare", "--date", "2022-10-26")
    code, _, _ = call(capsys, *words, *lens, "--against", "2022-10-25")
    assert code == 0
    drawn = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert "与“2022-10-25”比" in drawn
    assert drawn.count("→") >= 7
    code, _, err = call(capsys, *words, *lens, "--against", "bpa-12")
    assert code == 2
    assert "相近的有：bpa-120" in err
    code, _, err = call(capsys, *words, "--against", "2022")
    assert code == 2
    assert "--lens compare" in err
