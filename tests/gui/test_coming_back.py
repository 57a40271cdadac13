"""What was looked at is found again: after closing, after a power cut, and in another window."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QRect, Qt
from pytestqt.qtbot import QtBot

from liantu import paths
from liantu.briefing.office import Style
from liantu.briefing.order import Kind
from liantu.model import Status
from liantu.model.focus import CHARTS, HOME, LISTS_PAGE, MAP, POSTER, REPORT, TREE, WHOLE, Focus
from liantu.model.target import Target
from liantu.telling.charts.catalogue import ChartName
from liantu.ui.remembered import export_memory, settings
from liantu.ui.remembered.list_memory import Sorting
from liantu.ui.seen import looking
from liantu.ui.seen.looking import OFFERS
from liantu.ui.shell import packed
from liantu.ui.widgets.banner import Banner
from liantu.ui.window import Window
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import CHAIN, write

DATE = "2022-10-25"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "资料")


def notes(window: OpenWindow) -> str:
    """Everything that the window says about itself."""
    return "\n".join(b.words for b in window.frame.findChildren(Banner))


def look(window: OpenWindow, **changes: object) -> Focus:
    window.selection.go(replace(window.selection.focus, **changes))  # type: ignore[arg-type]
    window.settle()
    return window.selection.focus


# -- what is looked at


def any_focus(window: OpenWindow, chance: random.Random) -> Focus:
    reading = window.workspace.reading
    atlas, chain = reading.atlas, "resin"
    target = chance.choice(
        [
            None,
            Target("product", chance.choice(sorted(atlas.products))),
            Target("enterprise", "plant"),
            Target("chain", chain),
        ]
    )
    graph = looking.graph_of(reading, Focus(MAP, chain))
    assert graph is not None
    boxes = ["", *(segment.key for segment in graph.segments)]
    return Focus(
        page=chance.choice([HOME, MAP, MAP, MAP, POSTER, LISTS_PAGE, CHARTS, REPORT]),
        chain=chain,
        section=None,
        target=target,
        map=chance.choice([None, None, Target("enterprise", "plant")]),
        lens=chance.choice(sorted(OFFERS.lenses)),
        county=chance.choice(["", "东县"]),
        fold=chance.choice(["", "phenol", "bpa"]),
        box=chance.choice(boxes),
        view=chance.choice(["segments", "tree"]),
        detail=chance.choice(["tiles", "auto", "whole"]),
        every=chance.random() < 0.5,
        trunk=chance.random() < 0.5,
        list=chance.choice(sorted(OFFERS.lists)),
        scope=chance.choice(["shown", "", chain]),
    )


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_looked_at_is_looked_at_again(
    open_window: Open, folder: Path, seed: int
) -> None:
    window = open_window(folder)
    window.selection.go(any_focus(window, random.Random(seed)))
    window.settle()
    settled = window.selection.focus
    window.frame.close()
    again = open_window(folder)
    assert again.selection.focus == settled
    assert again.frame.topbar.pages[settled.page].isChecked()
    assert not again.selection.can_go_back


def test_lens_list_selection_and_tree_are_seen_again(open_window: Open, folder: Path) -> None:
    window = open_window(folder, chain="resin")
    window.follow(Target("product", "bpa"))
    look(window, lens="balance", view=TREE, detail=WHOLE, county="东县", list="enterprises")
    window.frame.close()
    again = open_window(folder)
    assert again.pages.currentWidget() is again.columns
    assert again.lists.front == "enterprises"
    assert again.map.canvas.selected_product == "bpa"
    assert again.inspector.dossier is not None
    assert again.inspector.dossier.title == "双酚A"
    assert again.map.map is None, "the tree is no segment map"


def test_date_and_assumptions_come_back_and_are_told(open_window: Open, folder: Path) -> None:
    window = open_window(folder, chain="resin")
    bar = window.frame.topbar
    assert "现状" in bar.scenario.accessibleName()
    window.choose_date(DATE)
    switches = replace(
        window.workspace.reading.switches,
        utilisation=0.8,
        external=frozenset({"phenol"}),
        counting=frozenset({Status.OPERATING, Status.PLANNED}),
    )
    window.assume(switches)
    window.frame.close()
    again = open_window(folder)
    reading, bar = again.workspace.reading, again.frame.topbar
    assert (reading.date, reading.switches) == (DATE, switches)
    assert bar.date.edit.text() == DATE
    assert bar.scenario.property("changed") is True
    assert "现状" not in bar.scenario.accessibleName()
    assert not again.can("undo"), "nothing was done yet"


def test_reading_again_keeps_the_assumptions(open_window: Open, folder: Path) -> None:
    window = open_window(folder, chain="resin")
    switches = replace(window.workspace.reading.switches, thin=1.5)
    window.assume(switches)
    window.choose_date(DATE)
    window.run("reload")
    reading = window.workspace.reading
    assert (reading.date, reading.switches) == (DATE, switches)


def test_what_the_command_line_asks_for_wins(open_window: Open, folder: Path) -> None:
    other = CHAIN.replace("resin", "other").replace("树脂", "别的").split("products:")[0]
    library = (folder / "library.yaml").read_text(encoding="utf-8")
    write(
        folder,
        {"02-other.yaml": other, "library.yaml": library.replace("[resin]", "[resin, other]")},
    )
    window = open_window(folder, chain="resin")
    window.choose_date(DATE)
    window.assume(replace(window.workspace.reading.switches, thin=1.5))
    window.follow(Target("product", "bpa"))
    look(window, lens="balance")
    window.frame.close()
    again = open_window(folder, "other", "2022-11-01")
    focus = again.selection.focus
    assert (focus.page, focus.chain, focus.target, focus.lens) == (MAP, "other", None, "balance")
    assert again.workspace.reading.date == "2022-11-01"
    assert again.workspace.reading.switches.thin == 1.5


def test_a_folder_that_was_never_seen_begins_at_home_under_its_own_assumptions(
    open_window: Open, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(folder, chain="resin")
    window.assume(replace(window.workspace.reading.switches, thin=1.5))
    look(window, lens="balance")
    other = write(tmp_path / "别处")
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        window.bridge.open(other)
    window.settle()
    assert window.selection.focus == Focus()
    assert window.workspace.reading.switches.thin == 1.0
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        window.bridge.open(folder)
    window.settle()
    focus = window.selection.focus
    assert (focus.page, focus.chain, focus.lens) == (MAP, "resin", "balance")
    assert window.workspace.reading.switches.thin == 1.5


def test_what_is_gone_from_the_folder_falls_back_alone(open_window: Open, folder: Path) -> None:
    window = open_window(folder, chain="resin")
    window.follow(Target("product", "acetone"))
    look(window, lens="balance", fold="acetone")
    window.frame.close()
    without = CHAIN.replace("[phenol, acetone]", "[phenol]")
    at = without.index("  acetone:\n"), without.index("  bpa:\n")
    without = without[: at[0]] + without[at[1] :]
    without = without.replace(
        "          acetone: {per_unit: 0.265, unit: t, basis: source, source: [daily]}\n", ""
    )
    write(folder, {"01-resin.yaml": without})
    again = open_window(folder)
    assert again.selection.focus == Focus(MAP, "resin", lens="balance")


def test_an_empty_folder_is_not_found_again(
    open_window: Open, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(folder, chain="resin")
    (tmp_path / "空").mkdir()
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        window.bridge.open(tmp_path / "空")
    window.settle()
    window.frame.close()
    assert settings.load().usual_folder == folder


def test_without_a_folder_the_last_one_is_opened(open_window: Open, folder: Path) -> None:
    assert Window()._asked[0] == paths.shipped_chains()
    open_window(folder, chain="resin").frame.close()
    assert Window()._asked[0] == folder


# -- the pages


def test_pages_begin_as_they_were_left(open_window: Open, folder: Path) -> None:
    window = open_window(folder, chain="resin", size=(1600, 900))
    head, ledger = window.desk.poster.head, window.desk.lists.view
    papers = [head.paper.itemData(at) for at in range(head.paper.count())]
    head.paper.setCurrentIndex(len(papers) - 1)
    head.lines.setChecked(False)
    window.desk.charts.view.choose(ChartName.RADAR)
    look(window, page=LISTS_PAGE)
    ledger.show_list("products")
    ledger.grid.sort_by(Sorting("product", down=True))
    shown = [row.id for row in ledger.grid.model.shown]
    window.inspector.view.choose({"ui.part.routes": True})
    window.frame.close()

    again = open_window(folder, size=(1600, 900))
    head, ledger = again.desk.poster.head, again.desk.lists.view
    assert (head.paper.currentData(), head.lines.isChecked()) == (papers[-1], False)
    assert again.desk.charts.view.name is ChartName.RADAR
    assert again.selection.focus.page == LISTS_PAGE
    assert ledger.key == "products"
    assert [row.id for row in ledger.grid.model.shown] == shown
    header = ledger.grid.table.horizontalHeader()
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    assert again.inspector.view.chosen == {"ui.part.routes": True}


def test_the_sorting_of_a_list_under_the_map_comes_back(open_window: Open, folder: Path) -> None:
    window = open_window(folder, chain="resin")
    window.lists.products.grid.sort_by(Sorting("product", down=True))
    shown = [row.id for row in window.lists.products.model.shown]
    window.frame.close()
    again = open_window(folder)
    assert [row.id for row in again.lists.products.model.shown] == shown
    again.lists.products.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    again.frame.close()
    assert "sorting" not in json.dumps(settings.load().tables)


def test_typed_filters_do_not_come_back(open_window: Open, folder: Path) -> None:
    window = open_window(folder, chain="resin")
    window.lists.products.filter.setText("酮")
    assert window.lists.products.model.rowCount() == 1
    window.frame.close()
    again = open_window(folder)
    assert again.lists.products.filter.text() == ""
    assert again.lists.products.model.rowCount() == 3


def test_the_form_of_the_report_and_its_width_come_back(open_window: Open, folder: Path) -> None:
    window = open_window(folder, chain="resin", size=(1500, 900))
    look(window, page=REPORT)
    form = window.reports.form
    form.ask(Kind.BRIEFING, ["resin"])
    form.style_.setCurrentIndex(form.style_.findData(Style.OFFICIAL))
    form.captions.setChecked(not form.captions.isChecked())
    window.reports._split.moveSplitter(470, 1)
    order = form.order()
    window.frame.close()
    again = open_window(folder, size=(1500, 900))
    again.wait(lambda: again.reports.form.begun)
    assert again.reports.form.order() == order
    assert again.reports._split.sizes()[0] == 470
    again.frame.close()
    assert settings.load().report_width == 470


def test_chains_of_another_day_are_ticked_again_and_kept_unseen(
    open_window: Open, folder: Path
) -> None:
    window = open_window(folder, chain="resin")
    look(window, page=REPORT)
    window.reports.form.choose(["resin"])
    window.frame.close()
    again = open_window(folder)
    look(again, page=HOME)
    again.frame.close()
    third = open_window(folder)
    look(third, page=REPORT)
    assert third.reports.form.chosen() == ("resin",)


# -- the window


def test_a_maximised_window_is_maximised_again(qtbot: QtBot, folder: Path) -> None:
    for _ in range(2):
        window = Window(folder)
        window.appear()
        qtbot.waitExposed(window)
        assert window.isMaximized()
        window.close()


def geometry(version: int, frame: QRect) -> str:
    """A state of a window as Qt writes it, of a place that is no place."""
    data = QByteArray()
    stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)
    stream.writeUInt32(0x1D9D0CB)
    stream.writeUInt16(version)
    stream.writeUInt16(0)
    for _ in range(2):
        stream << frame
    for number in (7, 0):
        stream.writeInt32(number)
    return packed(data)


FAR = 2_000_000_000


@pytest.mark.parametrize(
    "state",
    [
        "nonsense",
        "\0\ud800链图",
        "AdnQywADAAA=",
        "AdnQyw" + "A" * 90,
        geometry(1, QRect(-FAR, -FAR, 10, 10)),
        geometry(1, QRect(FAR, FAR, 1, 1)),
        geometry(3, QRect(0, 0, FAR, FAR)),
    ],
)
def test_no_geometry_hides_the_window(qtbot: QtBot, folder: Path, state: str) -> None:
    assert settings.save(settings.Settings(geometry=state))
    window = Window(folder)
    window.appear()
    qtbot.waitExposed(window)
    room = window.screen().availableGeometry()
    qtbot.waitUntil(lambda: room.intersects(window.frameGeometry()))
    assert window.width() <= max(room.width(), window.minimumWidth())
    window.close()


# -- kept while the window is open


def kept_chain(folder: Path) -> str:
    return str(settings.load().views.of(folder).get("focus", {}).get("chain", ""))


def test_a_power_cut_loses_nothing_much(
    open_window: Open, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liantu.ui.keeping.WAIT_MS", 10)
    window = open_window(folder, chain="resin")
    qtbot.waitUntil(lambda: kept_chain(folder) == "resin", timeout=20_000)
    window.choose_date(DATE)
    qtbot.waitUntil(
        lambda: settings.load().views.of(folder)["scenario"]["date"] == DATE, timeout=20_000
    )
    assert settings.load().geometry
    window.desk.lists.view.grid.choose_columns(window.desk.lists.view.grid.model.columns[:2])
    look(window, page=HOME)
    qtbot.waitUntil(lambda: bool(settings.load().tables), timeout=20_000)


def test_where_nothing_can_be_kept_it_is_said_once(
    open_window: Open,
    folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("liantu.ui.keeping.WAIT_MS", 10)
    (tmp_path / "taken").write_text("", encoding="utf-8")
    monkeypatch.setenv("LIANTU_CONFIG", str(tmp_path / "taken" / "deeper"))
    window = open_window(folder, chain="resin")
    qtbot.waitUntil(lambda: "设置写不进" in notes(window), timeout=20_000)
    window.choose_date(DATE)
    qtbot.wait(100)
    window.settle()
    assert notes(window).count("设置写不进") == 1
    window.frame.close()


def test_a_fault_while_settings_are_kept_is_logged_and_told(
    open_window: Open,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(_body: object) -> bool:
        raise ValueError("nobody foresaw this")

    with monkeypatch.context() as faulty:
        faulty.setattr("liantu.ui.keeping.WAIT_MS", 10)
        faulty.setattr(settings, "write", fail)
        window = open_window(folder, chain="resin")
        window.wait(lambda: "设置写不进" in notes(window))
        window.desk._keeper.stop()
    assert {r.getMessage() for r in caplog.records} == {
        "fault of a job: ValueError: nobody foresaw this"
    }
    caplog.clear()


def test_the_file_of_a_newer_program_is_told_and_left_alone(
    open_window: Open, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("liantu.ui.keeping.WAIT_MS", 10)
    newer = json.dumps({"version": 99, "theme": {"colour": "blue"}})
    names = ("settings.json", "export.json", "reports.json")
    for name in names:
        (paths.config_folder() / name).write_text(newer, encoding="utf-8")
    window = open_window(folder, chain="resin")
    said = notes(window)
    assert all(f"{name} 由较新的版本写成" in said for name in names)
    window.choose_date(DATE)
    qtbot.wait(100)
    export_memory.save(export_memory.Kind.LIST, export_memory.Choice(str(folder)))
    window.settle()
    assert "设置写不进" not in notes(window)
    window.frame.close()
    assert {(paths.config_folder() / name).read_text(encoding="utf-8") for name in names} == {newer}


@pytest.mark.parametrize("name", ["settings.json", "export.json", "reports.json"])
def test_a_damaged_file_is_told_once(open_window: Open, folder: Path, name: str) -> None:
    (paths.config_folder() / name).write_bytes(b"\xff{")
    window = open_window(folder)
    assert f"{name}.bad" in notes(window)
    window.frame.close()
    assert ".bad" not in notes(open_window(folder))


# -- what a portable program or a hand has moved


def test_a_view_of_a_folder_under_another_name_is_not_that_of_this(
    open_window: Open, folder: Path
) -> None:
    open_window(folder, chain="resin").frame.close()
    folder.rename(folder.with_name("搬走"))
    assert open_window(folder.with_name("搬走")).selection.focus == Focus()
