"""``new``: the folder of a new city on the command line."""

from __future__ import annotations

from pathlib import Path

from liantu.library import load
from tests.cli.test_commands import Out, call

CITY = ("--region", "临海市", "--counties", "甲县 乙区，丙市")


def test_a_new_city_with_the_shipped_structure(tmp_path: Path, capsys: Out) -> None:
    out = tmp_path / "临海"
    words = ("--chains", "pc-nylon,低空经济产业链", "--like", "shipped", "--out", str(out))
    code, _, said = call(capsys, "new", *CITY, *words, "--date", "2026-11")
    assert (code, "错误 0 处" in said) == (0, True)
    atlas = load(out).atlas
    assert atlas.library.region.counties == ("甲县", "乙区", "丙市")
    assert (atlas.library.edition, list(atlas.chains)) == ("2026-11", ["pc-nylon", "own1"])
    assert "bpa" in atlas.products
    assert call(capsys, "check", str(out))[0] == 0


def test_a_new_city_is_empty_without_a_model(tmp_path: Path, capsys: Out) -> None:
    out = tmp_path / "a"
    assert call(capsys, "new", *CITY, "--chains", "al", "--out", str(out))[0] == 0
    atlas = load(out).atlas
    assert (list(atlas.chains), atlas.products) == (["al"], {})


def test_wrong_calls_are_told(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "x").write_text("x", encoding="utf-8")
    code, _, said = call(capsys, "new", *CITY, "--out", str(tmp_path))
    assert (code, "已有文件" in said) == (2, True)
    twice = ("--region", "临海市", "--counties", "甲县,甲县", "--out", str(tmp_path / "b"))
    code, _, said = call(capsys, "new", *twice)
    assert (code, "写了两次" in said) == (2, True)
    like = ("--like", str(tmp_path / "none"), "--out", str(tmp_path / "b"))
    code, _, said = call(capsys, "new", *CITY, *like)
    assert (code, "不是可用的资料文件夹" in said) == (2, True)
    assert not (tmp_path / "b").exists()
