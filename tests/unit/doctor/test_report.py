"""What the doctor finds, and that it finds what is planted."""

from __future__ import annotations

import importlib.metadata
import shutil
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from liantu import paths
from liantu.doctor import machine, places
from liantu.doctor.finding import Finding, as_json, lines


def named(found: object, name: str) -> Finding:
    assert isinstance(found, list)
    return next(item for item in found if item.name == name)


def test_a_line_shows_good_bad_and_what_is_neither() -> None:
    found = [Finding("a", "1"), Finding("b", "2", good=False), Finding("c", "3", note=True)]
    assert lines(found) == ["✓ a：1", "× b：2", "· c：3"]
    assert as_json(found)[1] == {"name": "b", "value": "2", "good": False}


def test_the_writing_test_really_writes(tmp_path: Path, _own_settings: Path) -> None:
    found = [*places.folders(tmp_path)]
    assert [item.name for item in found] == [
        *("设置文件夹", "日志文件夹", "临时文件夹", "当前文件夹")
    ]
    assert all(item.good for item in found)
    assert str(_own_settings / "logs") in named(found, "日志文件夹").value
    assert "GB" in named(found, "临时文件夹").value
    assert not paths.log_folder().exists(), "it leaves nothing"
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_refuses_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    found = named([*places.folders(None)], "日志文件夹")
    assert not found.good
    assert "写不进去（没有权限）" in found.value


def test_a_full_disk_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=150 * 2**20))
    found = named([*places.folders(None)], "设置文件夹")
    assert not found.good
    assert "空闲 0.1 GB" in found.value


def test_the_newest_faults_are_told_and_nothing_to_mend() -> None:
    folder = paths.log_folder()
    folder.mkdir(parents=True)
    log = "2026-05-04 10:00:00,1 ERROR liantu.x: fault ×1: KeyError: 'a'\nTraceback\n"
    (folder / "liantu-20260504-100000-1.log").write_text(log * 5, encoding="utf-8")
    (folder / "crash-20260504-100000-1.txt").write_text("Fatal", encoding="utf-8")
    found = [*places.faults()]
    assert [item.name for item in found] == [*["近来的错误"] * 3, "异常退出的记录"]
    assert all(item.good and item.note for item in found)
    assert "KeyError" in found[0].value


def test_whether_it_is_portable(monkeypatch: pytest.MonkeyPatch, _own_settings: Path) -> None:
    assert places.portable().value == str(_own_settings)
    monkeypatch.delenv("LIANTU_CONFIG")
    assert places.portable().value.startswith("否")


def test_a_package_without_its_papers_is_there_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lost(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", lost)
    monkeypatch.setattr(machine, "PACKAGES", {"numpy": "numpy", "nothing": "no_such_module"})
    assert [(f.name, f.value, f.good) for f in machine.packages()] == [
        *(("numpy", "已安装，版本不详", True), ("nothing", "未安装", False))
    ]


def test_all_packages_of_the_program_are_looked_for() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))
    names = {wanted.partition(">")[0] for wanted in project["project"]["dependencies"]}
    assert names == set(machine.PACKAGES)


@pytest.mark.parametrize(("build", "good"), [(17763, True), (17134, False), (9600, False)])
def test_a_windows_that_is_too_old_is_found(
    monkeypatch: pytest.MonkeyPatch, build: int, good: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    version = SimpleNamespace(build=9200, platform_version=(10, 0, build))
    monkeypatch.setattr(sys, "getwindowsversion", lambda: version, raising=False)
    monkeypatch.setattr(machine, "_takes_long_paths", lambda: False)
    found = [*machine._age()]
    assert named(found, "Windows").good is good
    assert ("1809" in named(found, "Windows").value) is not good
    assert named(found, "长路径").note


def test_an_old_system_below_linux_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    for number, good in (("2.28", True), ("2.36", True), ("2.17", False)):
        monkeypatch.setattr("platform.libc_ver", lambda number=number: ("glibc", number))
        assert named([*machine._age()], "glibc").good is good
