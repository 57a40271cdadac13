"""Settings and presets survive whatever stands in their files, and nothing of it is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from liantu.briefing.office import Office
from liantu.briefing.order import Kind, Order
from liantu.ui import settings, store
from liantu.ui.report_store import ReportStore

DEEP = "[" * 200_000
BAD = [DEEP, "{", "[]", '{"version": 99}', "\x00\x01", '{"version": 1, "a": ' + "[" * 99_999]


@pytest.mark.parametrize("body", BAD, ids=range(len(BAD)))
def test_damaged_settings_are_set_aside_and_do_not_stop_a_start(body: str) -> None:
    path = settings.path()
    path.write_text(body, encoding="utf-8")
    found = settings.load()
    assert (found.theme, found.page) == ("system", "home")
    assert found.bad == path.with_name("settings.json.bad")
    assert found.bad is not None
    assert found.bad.read_text(encoding="utf-8") == body
    assert settings.save(found)
    assert settings.load().bad is None


def test_settings_come_back_as_saved() -> None:
    assert settings.load() == settings.Settings()
    saved = settings.Settings(chain="soy", theme="dark", folder="/数据")
    assert settings.save(saved)
    assert settings.load() == saved
    assert "bad" not in json.loads(settings.path().read_text(encoding="utf-8"))


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(store.MOST + 1)
    assert store.load(path, 1) == ({}, False)


@pytest.mark.parametrize("body", BAD, ids=range(len(BAD)))
def test_damaged_presets_are_set_aside(tmp_path: Path, body: str) -> None:
    path = tmp_path / "reports.json"
    path.write_text(body, encoding="utf-8")
    found = ReportStore(path)
    assert (found.presets, found.last) == ({}, None)
    assert found.bad == tmp_path / "reports.json.bad"


def test_one_damaged_preset_keeps_the_others_and_a_copy_of_all(tmp_path: Path) -> None:
    path = tmp_path / "reports.json"
    one = ReportStore(path)
    one.presets = {
        "甲": Order(Kind.LISTS, "xlsx", ("a",), Office()),
        "乙": Order(Kind.LISTS, "xlsx", (), Office()),
    }
    assert one.save()
    assert ReportStore(path).bad is None
    body = json.loads(path.read_text(encoding="utf-8"))
    body["presets"]["乙"]["kind"] = "nothing"
    whole = json.dumps(body, ensure_ascii=False)
    path.write_text(whole, encoding="utf-8")
    found = ReportStore(path)
    assert list(found.presets) == ["甲"]
    assert found.bad is not None
    assert found.bad.read_text(encoding="utf-8") == whole
