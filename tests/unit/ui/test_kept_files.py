"""The small files of the planner: brought up, never lost, and never in the way of a start."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from liantu import paths
from liantu.briefing.order import Kind as Paper
from liantu.ui.remembered import export_memory, settings, store
from liantu.ui.remembered.export_memory import Choice, Kind
from liantu.ui.remembered.list_memory import Memory, Sorting
from liantu.ui.remembered.report_store import ReportStore

FROZEN = Path(__file__).parents[2] / "frozen"
FILES = ("settings.json", "export.json", "reports.json")
ANY = hypothesis_settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def put(name: str, sample: str) -> Path:
    """A file of an older program where this one looks for it."""
    path = paths.config_folder() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(FROZEN / sample, path)
    return path


def version(path: Path) -> int:
    return int(json.loads(path.read_text(encoding="utf-8"))["version"])


def load_all() -> tuple[settings.Settings, list[Choice], ReportStore]:
    return settings.load(), [export_memory.load(kind) for kind in Kind], ReportStore()


# -- versions

POSIX_PATHS = pytest.mark.skipif(
    sys.platform == "win32", reason="the kept files name paths of POSIX"
)


@POSIX_PATHS
def test_settings_of_the_first_version_keep_all_they_said() -> None:
    path = put("settings.json", "settings-1.json")
    found = settings.load()
    assert found.trouble is None
    assert (found.theme, found.narrow, found.lists_open) == ("dark", {"800x800": True}, True)
    memory = Memory(found.tables)
    assert memory.widths("fill") == {"product": 251}
    assert memory.columns("fill")[-1] == "deficit"
    view = found.views.of(Path("/srv/资料"))
    assert view == {"focus": {"page": "map", "chain": "pc-nylon", "list": "products"}}
    assert found.usual_folder == Path("/srv/资料")
    assert settings.save(found)
    assert version(path) == 2
    assert settings.load() == found
    assert settings.load().views.of(Path("/srv/资料")) == view


@POSIX_PATHS
def test_settings_of_the_second_version_keep_all_they_said() -> None:
    path = put("settings.json", "settings-2.json")
    found = settings.load()
    assert found.trouble is None
    assert (found.theme, found.type_size, found.recent) == ("dark", "large", 5)
    assert (found.chart, found.docked, found.folds) == ("heat", True, {"why": False})
    assert found.views.of(Path("/srv/资料"))["focus"]["chain"] == "pc-nylon"
    assert settings.save(found)
    assert settings.load() == found
    assert version(path) == 2


def test_settings_without_what_is_new_have_the_usual_of_it() -> None:
    put("settings.json", "settings-1.json")
    found = settings.load()
    assert (found.type_size, found.recent) == ("medium", 20)


@pytest.mark.parametrize("tables", ["", "{", "[" * 100_000, 3, None, '{"fill": 3}'])
def test_bad_tables_of_the_first_version_are_forgotten_alone(tables: object) -> None:
    path = put("settings.json", "settings-1.json")
    raw = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**raw, "tables": tables}), encoding="utf-8")
    found = settings.load()
    assert (found.tables, found.theme) == ({}, "dark")


@POSIX_PATHS
def test_exports_of_the_first_version_were_pictures() -> None:
    put("export.json", "export-1.json")
    assert export_memory.load(Kind.PICTURE) == Choice("/srv/导出", "png", "A4")
    assert export_memory.load(Kind.LIST) == Choice()


@POSIX_PATHS
def test_exports_of_the_second_version_are_read_as_they_are() -> None:
    put("export.json", "export-2.json")
    assert export_memory.load(Kind.PICTURE) == Choice("/srv/导出", "pdf", "A3")
    assert export_memory.load(Kind.LIST) == Choice("/srv/清单")


def test_reports_of_the_first_version_are_read_as_they_are() -> None:
    put("reports.json", "reports-1.json")
    kept = ReportStore()
    assert kept.trouble is None
    assert kept.last is not None and kept.last.kind is Paper.BRIEFING
    assert kept.last.chains == ("pc-nylon",)
    assert list(kept.presets) == ["市领导用"]


def test_a_step_is_taken_for_each_version(tmp_path: Path) -> None:
    def renamed(body: store.Body) -> store.Body:
        return {"b": body["a"]}

    def doubled(body: store.Body) -> store.Body:
        return {"b": body["b"] * 2}

    path, steps = tmp_path / "x.json", (renamed, doubled)
    for body in ({"version": 1, "a": 2}, {"version": 2, "b": 2}, {"version": 3, "b": 4}):
        path.write_text(json.dumps(body), encoding="utf-8")
        assert store.load(path, steps).body == {"b": 4}
    assert store.save(path, {"b": 5}, steps)
    assert version(path) == 3


def test_a_file_of_a_newer_program_is_neither_read_nor_touched() -> None:
    before = {}
    for name in FILES:
        path = paths.config_folder() / name
        before[path] = json.dumps({"version": 99, "theme": "dark", "picture": {"folder": "/x"}})
        path.write_text(before[path], encoding="utf-8")
    kept, choices, reports = load_all()
    assert kept.theme == "system"
    assert choices == [Choice()] * len(Kind)
    assert {t.code for t in (kept.trouble, export_memory.trouble(), reports.trouble) if t} == {
        "ui.newer"
    }
    export_memory.save(Kind.LIST, Choice("/y"))
    assert not settings.save(kept)
    assert not reports.save()
    assert {path: path.read_text(encoding="utf-8") for path in before} == before


# -- damage


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"[" * 200_000,
        b'{"version": true}',
        b'{"version": 0}',
        b'{"version": "2"}',
        b'{"theme": "dark"}',
        b"[]",
        b"9" * 10_000,
    ],
)
def test_a_damaged_file_is_set_aside(name: str, data: bytes) -> None:
    path = paths.config_folder() / name
    path.write_bytes(data)
    kept, _, reports = load_all()
    assert kept.theme == "system"
    assert path.with_name(f"{name}.bad").read_bytes() == data
    assert not path.exists()
    assert settings.save(kept) and reports.save()


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from([10**5000 // 10**1000, "\ud800", "\0", "D:" + "x" * 5000]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
NAMES = (
    *(name for name in settings.Settings.__slots__ if name != "trouble"),
    *(str(kind) for kind in Kind),
    *("last", "presets", "chain", "page", "list"),
)
bodies = st.dictionaries(st.sampled_from(NAMES), json_values, max_size=8)


@ANY
@given(data=st.binary(max_size=200))
def test_any_bytes_are_survived(data: bytes) -> None:
    for name in FILES:
        (paths.config_folder() / name).write_bytes(data)
    kept, _, reports = load_all()
    assert settings.save(kept) and reports.save()
    assert settings.load() == replace(kept, trouble=None)


@ANY
@given(body=bodies, version_=st.integers(1, 2))
def test_values_of_any_kind_are_survived(body: dict[str, Any], version_: int) -> None:
    for name in FILES:
        text = json.dumps({"version": 1 if name == "reports.json" else version_, **body})
        (paths.config_folder() / name).write_text(text, encoding="utf-8")
    kept, _, reports = load_all()
    export_memory.save(Kind.LIST, Choice("/srv"))
    assert settings.save(kept) and reports.save()
    again = settings.load()
    assert again.tables == Memory(kept.tables).kept
    assert again.usual_folder


@pytest.mark.parametrize("depth", [200, 900])
def test_values_as_deep_as_json_allows_are_survived(depth: int) -> None:
    deep = "[" * depth + "]" * depth
    nested = '{"a":' * depth + "1" + "}" * depth
    body = f'{{"version": 2, "tables": {{"fill": {nested}}}, "narrow": {{"a": {deep}}}'
    body += f', "views": {deep}}}'
    settings.path().write_text(body, encoding="utf-8")
    kept = settings.load()
    assert (kept.tables, kept.narrow) == ({}, {})
    assert settings.save(kept)


# -- folders that cannot be written


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    folder = paths.config_folder()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert not settings.save(settings.Settings())
    finally:
        folder.chmod(stat.S_IRWXU)


def test_a_file_in_the_place_of_the_folder_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    monkeypatch.setenv("LIANTU_CONFIG", str(tmp_path / "taken" / "deeper"))
    assert settings.load() == settings.Settings()
    assert not settings.save(settings.Settings())
    export_memory.save(Kind.LIST, Choice("/srv"))
    assert not ReportStore().save()


def test_without_a_home_there_is_a_place_that_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("LIANTU_CONFIG", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", nobody)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "temp"))
    assert paths.config_folder().is_relative_to(tmp_path / "temp")
    assert paths.log_folder().is_relative_to(tmp_path / "temp")
    assert paths.is_homeless()
    monkeypatch.setenv("LIANTU_CONFIG", str(tmp_path / "own"))
    assert not paths.is_homeless()


# -- what the values are


def test_sortings_columns_and_widths_come_back() -> None:
    memory = Memory()
    memory.note_sorting("fill", Sorting("score", down=True))
    memory.note_columns("fill", ["product", "score"])
    memory.note_width("fill", "product", 251)
    again = Memory(json.loads(json.dumps(memory.kept)))
    assert again.sorting("fill") == Sorting("score", down=True)
    assert again.columns("fill") == ["product", "score"]
    assert again.widths("fill") == {"product": 251}
    again.note_sorting("fill", None)
    again.forget("fill")
    assert again.kept == {}


def test_numbers_out_of_reach_are_drawn_in() -> None:
    body = {"version": 2, "side_width": 10**300, "lists_height": -5, "report_width": 3.5}
    settings.path().write_text(json.dumps(body), encoding="utf-8")
    found = settings.load()
    assert (found.side_width, found.lists_height, found.report_width) == (10_000, 0, 0)
