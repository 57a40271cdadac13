"""The ledgers in the window: entries from what is looked at, one step each, and back to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from liantu.model.focus import LISTS_PAGE, MAP, Focus
from liantu.model.ledgers import Progress
from liantu.model.target import Target
from liantu.ui.forms.form import Form
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import write

LEDGER = """\
format: 1
findings:
  W1:
    text: 缺苯酚
    status: doing
    product: phenol
    enterprise: plant
    department: 甲局
    due: 2022-12-30
visits:
  V1: {date: 2022-11-08, kind: chief, chain: resin, county: 东县, enterprises: [plant]}
policies:
  Z1: {name: 补助, support: funds, products: [bpa]}
"""


@pytest.fixture
def window(open_window: Open, tmp_path: Path) -> OpenWindow:
    folder = write(tmp_path / "资料", {"ledgers.yaml": LEDGER})
    window = open_window(folder, size=(1366, 768))
    window.selection.reset(Focus(MAP, "resin"))
    window.settle()
    return window


def form(window: OpenWindow) -> Form:
    (found,) = (one for one in window.frame.findChildren(Form) if one.isVisible())
    return found


def confirm(window: OpenWindow) -> None:
    found = form(window)
    found.look()
    assert found.confirm.isEnabled()
    QTest.mouseClick(found.confirm, Qt.MouseButton.LeftButton)
    window.settle()


def test_a_gap_becomes_a_finding_in_one_step(window: OpenWindow) -> None:
    window.follow(Target("product", "acetone"))
    window.settle()
    window.run("log_finding")
    values = form(window).subject.values
    assert (values["product"], values["chain"], values["status"]) == ("acetone", "resin", "todo")
    assert str(values["text"]).startswith("丙酮：")
    confirm(window)
    found = window.workspace.atlas.findings["W2"]
    assert (found.product, found.status) == ("acetone", Progress.TODO)
    assert window.workspace.history.undo_label.startswith("新增问题：")
    window.run("undo")
    window.settle()
    assert list(window.workspace.atlas.findings) == ["W1"]


def test_a_request_of_an_enterprise_knows_its_county(window: OpenWindow) -> None:
    window.follow(Target("enterprise", "plant"))
    window.settle()
    window.run("log_request")
    inputs = form(window).panel.inputs
    form(window).look()
    assert not form(window).confirm.isEnabled()
    inputs["text"].show_value("用地")
    confirm(window)
    found = window.workspace.atlas.requests["Q001"]
    assert (found.enterprise, found.county, found.chain) == ("plant", "东县", "resin")


def test_the_lists_of_ledgers_take_new_entries(window: OpenWindow) -> None:
    page = window.desk.lists.view
    window.selection.show_page(LISTS_PAGE)
    page.show_list("fill")
    assert not page.head.new.isVisible()
    page.side.choose("chain", "resin")
    page.show_list("visits")
    window.settle()
    assert page.head.new.isVisible()
    QTest.mouseClick(page.head.new, Qt.MouseButton.LeftButton)
    assert form(window).subject.record.name == "visit"
    assert form(window).subject.values == {"chain": "resin"}
    form(window).cancel.click()


def test_a_finding_leads_to_its_product(window: OpenWindow) -> None:
    page = window.desk.lists.view
    window.selection.show_page(LISTS_PAGE)
    page.show_list("findings")
    window.settle()
    grid = page.grid
    row = grid.model.row_at(0)
    assert grid.target(row) == Target("product", "phenol")
    assert grid.firm(row) == Target("enterprise", "plant")
    assert grid.model.item.record is not None
    assert grid.model.item.record(row) == Target("finding", "W1")
    assert page.foot.words.toolTip() or "逾期 1 件" in page.foot.words.words


def row_menu(window: OpenWindow, key: str) -> dict[str, Callable[[], object]]:
    """What the menu of the first row of a list offers."""
    page = window.desk.lists.view
    window.selection.show_page(LISTS_PAGE)
    page.show_list(key)
    window.settle()
    parts = page.grid._acts(page.grid.model.row_at(0), page.grid.model.index(0, 0))
    return {words: act for part in parts for words, act in part.items()}


def test_a_row_of_a_ledger_is_edited_itself(window: OpenWindow) -> None:
    row_menu(window, "findings")["编辑…"]()
    assert (form(window).subject.record.name, form(window).subject.values["text"]) == (
        "finding",
        "缺苯酚",
    )
    form(window).panel.inputs["status"].show_value("done")
    form(window).panel.inputs["done"].show_value("2022-12-20")
    confirm(window)
    assert window.workspace.atlas.findings["W1"].status is Progress.DONE
    window.settle()
    told = window.desk.lists.view.grid.model.row_at(0)
    assert told.task.matter.done == "2022-12-20"


def test_a_gap_of_a_board_and_a_visit_become_findings(window: OpenWindow) -> None:
    row_menu(window, "products")["记问题…"]()
    assert form(window).subject.values["product"]
    form(window).cancel.click()
    window.settle()
    row_menu(window, "visits")["记问题…"]()
    assert form(window).subject.values["county"] == "东县"
    form(window).panel.inputs["text"].show_value("蒸汽不足")
    confirm(window)
    atlas = window.workspace.atlas
    assert atlas.visits["V1"].findings == ("W2",)
    assert (atlas.findings["W2"].text, atlas.findings["W2"].enterprise) == ("蒸汽不足", "plant")
    window.run("undo")
    window.settle()
    assert window.workspace.atlas.visits["V1"].findings == ()


def test_a_policy_is_edited_from_whom_it_is_for(window: OpenWindow) -> None:
    row_menu(window, "policy_matches")["编辑…"]()
    assert form(window).subject.values["name"] == "补助"
    form(window).cancel.click()
