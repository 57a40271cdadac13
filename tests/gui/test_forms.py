"""Forms as a planner fills them in: with keys and mouse, by names, one step each."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from liantu.model import Status
from liantu.model.focus import MAP, Focus
from liantu.model.scenario import Plant
from liantu.model.supposing import with_plant
from liantu.model.target import Target
from liantu.ui.canvas.picture import Spot
from liantu.ui.forms.form import Form
from liantu.ui.forms.inputs import ChoiceInput, LineInput
from liantu.ui.forms.picker import Picker
from liantu.ui.forms.removing import Removal
from liantu.ui.forms.several import PickList, Told
from liantu.ui.pages.map.menu import map_menu
from liantu.ui.widgets.row import FigureButton
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import write

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
BPA, PLANT = Target("product", "bpa"), Target("enterprise", "plant")


@pytest.fixture
def window(open_window: Open, tmp_path: Path) -> OpenWindow:
    window = open_window(write(tmp_path / "资料"), size=(1366, 768))
    window.selection.reset(Focus(MAP, "resin"))
    window.settle()
    return window


def opened(window: OpenWindow, verb: str, target: Target | None = None) -> Form:
    if target is not None:
        window.follow(target)
        window.settle()
    window.run(verb)
    found = window.frame.findChildren(Form)
    assert len(found) == 1
    return found[0]


def seen(window: OpenWindow, target: Target) -> None:
    window.follow(target)
    window.wait(lambda: window.desk.map.frame.side_open)
    window.settle()


def more_of(window: OpenWindow) -> QToolButton:
    found = window.inspector.findChildren(QToolButton)
    return [button for button in found if button.text().startswith("增改")][-1]


def line(form: Form, key: str) -> QLineEdit:
    found = form.panel.inputs[key]
    assert isinstance(found, LineInput)
    return found.line


def type_into(field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.clear()
    if words.isascii():
        QTest.keyClicks(field, words)
    else:  # as an input method commits it
        commit = QInputMethodEvent()
        commit.setCommitString(words)
        QApplication.sendEvent(field, commit)


def choose(form: Form, key: str, value: str) -> None:
    found = form.panel.inputs[key]
    assert isinstance(found, ChoiceInput)
    found.combo.setCurrentIndex(found.combo.findData(value))


def pick(picker: Picker, words: str) -> None:
    type_into(picker.line, words)
    assert picker.hits.isVisible()
    QTest.keyClick(picker.line, KEY.Key_Return)


def told(form: Form, key: str) -> Told:
    found = form.panel.inputs[key]
    assert isinstance(found, Told)
    return found


def confirm(window: OpenWindow, form: Form) -> None:
    QTest.mouseClick(form.confirm, Qt.MouseButton.LeftButton)
    window.settle()
    window.wait(lambda: window.frame.findChildren(Form) == [])


def label(window: OpenWindow) -> str:
    return window.workspace.history.undo_label


def test_a_field_is_changed_and_taken_back(window: OpenWindow) -> None:
    form = opened(window, "edit_thing", BPA)
    assert (form.title.text(), form.confirm.isEnabled()) == ("编辑环节：双酚A", False)
    assert form.reason.text() == "还没有改动"
    type_into(line(form, "name"), "")
    form.look()
    assert (form.reason.text(), form.confirm.isEnabled()) == ("还要填：环节名称", False)
    type_into(line(form, "name"), "双酚A(聚碳级)")
    form.look()
    confirm(window, form)
    assert window.workspace.reading.atlas.products["bpa"].name == "双酚A(聚碳级)"
    assert label(window) == "“双酚A”改名为“双酚A(聚碳级)”"
    assert window.selection.focus.target == BPA
    window.run("undo")
    assert window.workspace.reading.atlas.products["bpa"].name == "双酚A"


def test_enter_confirms_and_esc_asks_only_where_something_was_typed(
    window: OpenWindow, qtbot: QtBot
) -> None:
    form = opened(window, "edit_thing", PLANT)
    QTest.keyClick(form, KEY.Key_Escape)
    qtbot.waitUntil(lambda: window.frame.findChildren(Form) == [])
    form = opened(window, "edit_thing")
    type_into(line(form, "short"), "试验")
    QTest.keyClick(line(form, "short"), KEY.Key_Escape)
    assert (form.isVisible(), form.drop.isVisible(), form.keep.isVisible()) == (True, True, True)
    QTest.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    assert form.confirm.isVisible()
    QTest.keyClick(line(form, "short"), KEY.Key_Return)
    window.settle()
    assert window.workspace.reading.atlas.enterprises["plant"].short == "试验"
    form = opened(window, "edit_thing")
    type_into(line(form, "short"), "别的")
    QTest.keyClick(line(form, "short"), KEY.Key_Escape)
    QTest.mouseClick(form.drop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.frame.findChildren(Form) == [])
    assert window.workspace.atlas.enterprises["plant"].short == "试验"


def test_enter_presses_the_button_that_has_the_keys(window: OpenWindow, qtbot: QtBot) -> None:
    form = opened(window, "edit_thing", PLANT)
    type_into(line(form, "short"), "试验")
    form.look()
    assert form.confirm.isEnabled()
    form.activateWindow()
    form.cancel.setFocus(Qt.FocusReason.TabFocusReason)
    window.wait(lambda: QApplication.focusWidget() is form.cancel)
    QTest.keyClick(form.windowHandle(), KEY.Key_Return)  # type: ignore[call-overload]
    assert form.drop.isVisible(), "it leaves, and does not confirm"
    form.drop.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(form.windowHandle(), KEY.Key_Enter)  # type: ignore[call-overload]
    qtbot.waitUntil(lambda: window.frame.findChildren(Form) == [])
    assert window.workspace.atlas.enterprises["plant"].short != "试验"


def test_a_capacity_without_an_amount_stays_unknown(window: OpenWindow) -> None:
    form = opened(window, "edit_capacity", PLANT)
    assert form.reason.text() == "还要填：环节、状态"
    picker = form.panel.inputs["product"]
    assert isinstance(picker, Picker)
    pick(picker, "丙酮")
    choose(form, "status", "operating")
    form.look()
    assert form.confirm.isEnabled()
    type_into(line(form, "amount"), "两万")
    form.look()
    assert form.panel.messages["amount"].text() == "请只写数字；不详就留空。"
    assert (form.reason.text(), form.confirm.isEnabled()) == ("有 1 处要改", False)
    type_into(line(form, "amount"), "")
    form.look()
    confirm(window, form)
    made = window.workspace.reading.atlas.enterprises["plant"].capacities[-1]
    assert (made.product, made.amount, made.status) == ("acetone", None, Status.OPERATING)
    assert label(window) == "试验化工有限公司 · 新增产能：丙酮 产能不详"


def test_a_capacity_is_changed_where_its_figure_is_read(window: OpenWindow, qtbot: QtBot) -> None:
    seen(window, BPA)
    figure = window.inspector.view.findChildren(FigureButton)[0]
    assert figure.accessibleName() == "改产能：试验化工"
    qtbot.mouseClick(figure, Qt.MouseButton.LeftButton)
    (form,) = window.frame.findChildren(Form)
    assert form.title.text() == "改产能：试验化工有限公司 · 双酚A"
    assert form.focusWidget() is line(form, "amount")
    qtbot.keyClicks(form.focusWidget(), "25")
    qtbot.keyClick(form.focusWidget(), KEY.Key_Return)
    window.wait(lambda: not window.frame.findChildren(Form))
    window.settle()
    made = window.workspace.reading.atlas.enterprises["plant"].capacities
    assert [c.amount for c in made if c.product == "bpa"] == [25]
    assert "25" in window.inspector.view.findChildren(FigureButton)[0].findChild(QLabel).text()


def test_the_keys_stay_where_a_figure_was_changed(window: OpenWindow, qtbot: QtBot) -> None:
    seen(window, BPA)
    figure = window.inspector.view.findChildren(FigureButton)[0]
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(figure, KEY.Key_Return)
    (form,) = window.frame.findChildren(Form)
    qtbot.keyClicks(form.focusWidget(), "25")
    qtbot.keyClick(form.focusWidget(), KEY.Key_Return)
    window.wait(lambda: not window.frame.findChildren(Form))
    window.settle()
    assert window.frame.focusWidget() is window.inspector.view.findChildren(FigureButton)[0]


def test_a_capacity_is_changed_from_the_menu_of_its_card(window: OpenWindow) -> None:
    seen(window, BPA)
    ground = window.desk.map._ground()
    menu = map_menu(window.frame, ground, Spot(product="bpa"))
    entry = next(a for a in menu.actions() if a.text().startswith("改产能"))
    entry.trigger()
    (form,) = window.frame.findChildren(Form)
    assert form.focusWidget() is line(form, "amount")


def test_what_a_scenario_supposes_is_not_changed_as_a_fact(window: OpenWindow) -> None:
    plant = Plant("plant", "acetone", 3.0, "万吨/年")
    window.bridge.suppose(lambda scenario: with_plant(scenario, plant), "丙酮 3 万吨/年")
    seen(window, Target("product", "acetone"))
    lines = window.inspector.view.links()
    assert any(one.words.endswith("试验化工") for one in lines)
    assert not window.inspector.view.findChildren(FigureButton)


def test_digits_in_full_width_and_days_in_words_are_taken(window: OpenWindow) -> None:
    form = opened(window, "edit_capacity", PLANT)
    pick(form.panel.inputs["product"], "丙酮")  # type: ignore[arg-type]
    choose(form, "status", "operating")
    choose(form, "unit", "万吨/年")
    type_into(line(form, "amount"), "１，２００")
    type_into(line(form, "since"), "2022年10月")
    form.look()
    confirm(window, form)
    made = window.workspace.reading.atlas.enterprises["plant"].capacities[-1]
    assert (made.amount, made.unit, made.since) == (1200.0, "万吨/年", "2022-10")


def test_a_capacity_of_the_firm_is_told_on_a_page_of_its_own(window: OpenWindow) -> None:
    form = opened(window, "edit_thing", PLANT)
    assert told(form, "capacities").words(0).startswith("双酚A · 20 万吨/年 · 在产")
    told(form, "capacities").asked.emit(0)
    assert form.title.text() == "编辑企业：试验化工有限公司 › 产能"
    type_into(line(form, "amount"), "40")
    form.look()
    QTest.mouseClick(form.confirm, Qt.MouseButton.LeftButton)
    assert told(form, "capacities").words(0).startswith("双酚A · 40")
    confirm(window, form)
    firm = window.workspace.reading.atlas.enterprises["plant"]
    assert [c.amount for c in firm.capacities] == [40.0, None]
    assert firm.capacities[0].since == "2022-10-26"
    assert label(window) == "试验化工有限公司 · 双酚A 产能改为 40 万吨/年"


def test_a_source_is_made_in_place_and_comes_with_the_step(window: OpenWindow) -> None:
    form = opened(window, "edit_source", PLANT)
    cited = form.panel.inputs["source"]
    assert isinstance(cited, PickList)
    QTest.mouseClick(cited.new, Qt.MouseButton.LeftButton)
    type_into(line(form, "publisher"), "高新区工信局")
    form.panel.inputs["title"].show_value("座谈会记录")
    form.look()
    QTest.mouseClick(form.confirm, Qt.MouseButton.LeftButton)
    form.look()
    confirm(window, form)
    atlas = window.workspace.reading.atlas
    names = [atlas.sources[key].title for key in atlas.enterprises["plant"].sources]
    assert names == ["试验日报", "座谈会记录"]
    window.run("undo")
    assert len(window.workspace.reading.atlas.sources) == 1


def test_a_product_between_two(window: OpenWindow) -> None:
    form = opened(window, "edit_between", Target("product", "phenol"))
    type_into(line(form, "name"), "中间体")
    type_into(line(form, "up_per_unit"), "0.9")
    pick(form.panel.inputs["down"], "双酚A")  # type: ignore[arg-type]
    type_into(line(form, "down_per_unit"), "1.1")
    choose(form, "stage", "up")
    form.look()
    assert form.reason.text() == ""
    confirm(window, form)
    atlas = window.workspace.reading.atlas
    new = next(p for p in atlas.products.values() if p.name == "中间体")
    assert [i.product for i in new.routes[0].inputs] == ["phenol"]
    assert new.id in [i.product for i in atlas.products["bpa"].routes[0].inputs]
    assert label(window) == "新增环节：中间体（苯酚 与 双酚A 之间）"
    assert window.selection.focus.target == Target("product", new.id)
    assert new.id in window.map.canvas.map_scene.products()  # type: ignore[union-attr]


def test_what_hangs_on_a_thing_is_told_before_it_goes(window: OpenWindow) -> None:
    window.follow(BPA)
    window.settle()
    window.run("delete_thing")
    dialog = window.frame.findChild(Removal)
    assert isinstance(dialog, Removal)
    assert dialog.lines == ("产业链 树脂产业链：改动各段环节", "企业 试验化工有限公司：改动产能")
    QTest.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    window.settle()
    assert "bpa" not in window.workspace.reading.atlas.products
    assert label(window) == "删除环节：双酚A"
    window.run("undo")
    assert "bpa" in window.workspace.reading.atlas.products


def test_the_judgement_of_the_office(window: OpenWindow) -> None:
    form = opened(window, "edit_standing", Target("product", "phenol"))
    form.panel.inputs["want"].check.click()  # type: ignore[attr-defined]
    form.look()
    confirm(window, form)
    assert window.workspace.reading.atlas.products["phenol"].want
    assert label(window) == "苯酚：列为本市想做"
    form = opened(window, "edit_key")
    type_into(line(form, "kind"), "卡点")
    form.look()
    confirm(window, form)
    assert window.workspace.reading.atlas.chains["resin"].key[0].kind == "卡点"
    window.run("edit_key")
    assert window.workspace.reading.atlas.chains["resin"].key == ()


def test_a_refused_edit_keeps_the_form_with_its_words(window: OpenWindow) -> None:
    form = opened(window, "edit_thing", PLANT)
    type_into(line(form, "short"), "试验")
    form.look()
    window.desk.actions_.by_id["delete_thing"].trigger()
    dialog = window.frame.findChild(Removal)
    assert isinstance(dialog, Removal)
    dialog.accept()
    window.settle()
    QTest.mouseClick(form.confirm, Qt.MouseButton.LeftButton)
    window.settle()
    assert form.isVisible()
    assert form.reason.text().startswith("要改的这一项已经不在了")
    form.close()
    QTest.mouseClick(form.drop, Qt.MouseButton.LeftButton)


def test_buttons_stand_below_what_is_told(window: OpenWindow) -> None:
    window.follow(PLANT)
    window.settle()
    names = [a.text() for a in window.desk.map.inspector._verbs if a.isEnabled()]
    assert names[0] == "编辑…"
    assert "新增产能…" in names
    assert "本市的判断（想做、通用、准入）…" not in names


def test_only_what_can_be_done_to_a_thing_is_in_its_menu(window: OpenWindow) -> None:
    seen(window, BPA)
    more = more_of(window)
    more.menu().aboutToShow.emit()
    names = [action.text() for action in more.menu().actions()]
    assert "新增产能…" in names
    assert "设为链主" not in names
    window.follow(PLANT)
    window.settle()
    more = more_of(window)
    more.menu().aboutToShow.emit()
    assert "设为链主" in [action.text() for action in more.menu().actions()]


def test_the_menu_of_a_card_is_one_column_on_a_small_screen(window: OpenWindow) -> None:
    seen(window, BPA)
    menu = map_menu(window.frame, window.desk.map._ground(), Spot(product="bpa"))
    menu.sizeHint()
    places = [menu.actionGeometry(action) for action in menu.actions()]
    assert len({place.left() for place in places}) == 1
    assert max(place.bottom() for place in places) < 640
