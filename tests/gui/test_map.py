"""The segment map on screen, with real mouse and key events on the shipped chains."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import dist

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from liantu.diagram.segment.model import Kind, Map, Rank
from liantu.model.focus import TREE
from liantu.model.target import Target
from liantu.ui.canvas.map_canvas import MapCanvas
from liantu.ui.canvas.scene import MapScene
from liantu.ui.canvas.segment_items import RING_PX
from liantu.ui.canvas.segment_scene import SegmentScene
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton
DATE = "2022-12-31"
SMALL = (1366, 728)


def opened(open_window: Open, chain: str = "pc-nylon", size: tuple[int, int] = SMALL) -> OpenWindow:
    window = open_window(chain=chain, date=DATE, size=size, lists=False)
    window.map.canvas.setFocus()
    return window


def scene(window: OpenWindow) -> SegmentScene:
    found = window.map.canvas.map_scene
    assert isinstance(found, SegmentScene)
    return found


def shown(window: OpenWindow) -> Map:
    assert window.map.map is not None
    return window.map.map


def at(window: OpenWindow, product: str) -> QPoint:
    place = scene(window).place(product)
    assert place is not None, product
    return window.map.canvas.mapFromScene(place.center())


def click(qtbot: QtBot, window: OpenWindow, spot: QPoint) -> None:
    qtbot.mouseClick(window.map.canvas.viewport(), LEFT, pos=spot)
    window.settle()


def double(qtbot: QtBot, window: OpenWindow, spot: QPoint) -> None:
    qtbot.mouseDClick(window.map.canvas.viewport(), LEFT, pos=spot)
    window.settle()


def hover(qtbot: QtBot, window: OpenWindow, spot: QPoint) -> None:
    qtbot.mouseMove(window.map.canvas.viewport(), QPoint(3, 3))
    qtbot.mouseMove(window.map.canvas.viewport(), spot)


def key(qtbot: QtBot, window: OpenWindow, code: Qt.Key) -> None:
    qtbot.keyClick(window.map.canvas, code)
    window.settle()


def lit(window: OpenWindow) -> set[str]:
    return {p for p, item in scene(window).cards.items() if not item.faded}


def related(window: OpenWindow, product: str) -> set[str]:
    graph = shown(window).graph
    near = {e.source for e in graph.into.get(product, ())}
    near |= {e.target for e in graph.out.get(product, ())}
    return near | {product}


def header(window: OpenWindow, name: str) -> QPoint:
    found = next(s for s in shown(window).graph.segments if s.name == name)
    box = shown(window).placed.boxes[found.id]
    return window.map.canvas.mapFromScene(QPointF(box.x + box.width / 2, box.y + 12))


def tip(window: OpenWindow, spot: QPoint) -> str:
    view = window.map.canvas.viewport()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot)))
    return QToolTip.text().removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "\n")


def wheel(canvas: MapCanvas, spot: QPoint, turn: int) -> None:
    where = canvas.viewport().mapToGlobal(spot)
    event = QWheelEvent(
        QPointF(spot),
        QPointF(where),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)


# -- room


def test_the_map_is_laid_out_for_the_room_and_fills_it(open_window: Open) -> None:
    window = opened(open_window)
    canvas, placed = window.map.canvas, shown(window).placed
    assert placed.width * placed.scale == pytest.approx(canvas.viewport().width() - 1, abs=1)
    assert placed.height * placed.scale == pytest.approx(canvas.viewport().height() - 1, abs=1)
    assert canvas.percent == 100
    assert canvas.scale_now == pytest.approx(placed.scale, rel=0.002)
    assert not canvas.minimap.isVisible()


def test_another_size_is_laid_out_anew_after_a_rest(open_window: Open) -> None:
    window = opened(open_window)
    before = shown(window).placed
    window.map.canvas._rest.setInterval(2000)
    window.frame.resize(1900, 1000)
    QApplication.processEvents()
    assert shown(window).placed is before, "scaled while the window is dragged"
    assert window.map.canvas.scale_now > before.scale
    window.settle()
    now = shown(window).placed
    assert now.plan.area[0] > before.plan.area[0]
    assert now.level > before.level
    assert window.map.canvas.scale_now == pytest.approx(now.scale, rel=0.002)
    assert all(item.pos() == QPointF(0, 0) for item in scene(window).cards.values())


def test_a_closer_look_is_kept_when_the_window_changes(open_window: Open) -> None:
    window = opened(open_window)
    canvas = window.map.canvas
    canvas.zoom_in()
    scale, before = canvas.scale_now, shown(window)
    window.frame.resize(1500, 900)
    window.settle()
    assert canvas.scale_now == scale
    assert window.map.map is before
    canvas.fit()
    window.settle()
    assert shown(window).placed.plan.area != before.placed.plan.area


def test_overview_and_whole_are_other_layouts(open_window: Open) -> None:
    window = opened(open_window)
    window.head.detail_chosen.emit("tiles")
    window.settle()
    assert shown(window).placed.level == -4
    window.head.detail_chosen.emit("whole")
    window.settle()
    placed = shown(window).placed
    assert placed.level == 4
    assert window.map.canvas.percent == 100
    assert placed.width * placed.scale > window.map.canvas.viewport().width()
    assert window.map.canvas.minimap.isVisible()


def test_a_part_of_the_chain_is_laid_out_alone(open_window: Open) -> None:
    window = opened(open_window)
    scale = shown(window).placed.scale
    window.head.section_chosen.emit("nylon")
    window.settle()
    assert "bpa" not in scene(window).cards
    assert shown(window).placed.scale > scale


# -- hover and selection


def test_hover_lights_inputs_and_users_with_all_links(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    hover(qtbot, window, at(window, "phenol"))
    assert lit(window) == related(window, "phenol")
    assert scene(window).cards["glassfiber" if "glassfiber" in scene(window).cards else "hcn"].faded
    links = scene(window).links.shapes
    assert len(links) == 2 * (len(related(window, "phenol")) - 1), "a casing and a curve each"
    assert not any(line.isVisible() for line in scene(window).lines)
    qtbot.mouseMove(window.map.canvas.viewport(), QPoint(1, 1))
    assert scene(window).links.shapes == ()
    assert lit(window) == set(scene(window).cards)


def test_a_click_selects_and_what_belongs_to_it_stays_lit(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    click(qtbot, window, at(window, "phenol"))
    qtbot.mouseMove(window.map.canvas.viewport(), QPoint(1, 1))
    assert window.selection.focus.product == "phenol"
    assert scene(window).cards["phenol"].selected
    assert lit(window) == related(window, "phenol")


def test_a_line_lights_its_ends_and_tells_its_coefficient(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    found = next(line for line in scene(window).lines if line.ends == ("bpa", "pc"))
    points = found.line.points
    (x0, y0), (x1, y1) = max(pairwise(points), key=lambda way: dist(*way))
    spot = window.map.canvas.mapFromScene(QPointF((x0 + x1) / 2, (y0 + y1) / 2))
    hover(qtbot, window, spot)
    ends = window.map.canvas._hovered.ends
    assert ends[0] == "bpa", "lines of one source share their way"
    assert lit(window) == set(ends)
    assert any(line.lit and line.isVisible() for line in scene(window).lines)
    words = tip(window, spot)
    assert "双酚A" in words
    assert "单耗" in words


def test_a_header_shows_the_flows_of_its_box(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    spot = header(window, "双酚A与聚碳酸酯")
    hover(qtbot, window, spot)
    assert {"bpa", "pc", "phenol"} <= lit(window)
    assert len(lit(window)) < len(scene(window).cards)
    assert scene(window).links.shapes
    assert "双酚A与聚碳酸酯" in tip(window, spot)


def test_the_outline_is_two_pixels_at_any_zoom(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    canvas = window.map.canvas
    click(qtbot, window, at(window, "pc"))
    canvas.resetTransform()
    canvas.scale(0.3, 0.3)
    picture = canvas.viewport().grab().toImage()
    place = scene(window).place("pc")
    assert place is not None
    box = canvas.mapFromScene(place).boundingRect()
    ring = QColor(window.map._look.theme.segments.ring)
    row = [picture.pixelColor(x, box.center().y()) for x in range(box.left() - 6, box.left() + 3)]
    near = [c for c in row if abs(c.red() - ring.red()) + abs(c.blue() - ring.blue()) < 90]
    assert len(near) >= 2
    assert RING_PX >= 2


def test_a_fitted_map_does_not_move_when_a_card_at_its_edge_is_selected(
    open_window: Open,
) -> None:
    window = opened(open_window)
    canvas = window.map.canvas
    before = canvas.mapToScene(QPoint(0, 0))
    for product in ("coal", "caustic", "salt", "naoh"):
        if product in scene(window).products():
            canvas.select(product)
            assert canvas.mapToScene(QPoint(0, 0)) == before
            assert not canvas.minimap.isVisible()
    edge = max(scene(window).cards.values(), key=lambda c: c.place.right)
    canvas.select(edge.product)
    assert canvas.mapToScene(QPoint(0, 0)) == before


# -- leaving


def test_escape_and_empty_ground_clear_a_selected_firm(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    window.follow(Target("enterprise", "luxi"))
    window.settle()
    assert scene(window).cards["glycerol" if "glycerol" in scene(window).cards else "mma"].faded
    key(qtbot, window, Qt.Key.Key_Escape)
    assert window.selection.focus.target is None
    assert lit(window) == set(scene(window).cards)
    window.follow(Target("enterprise", "luxi"))
    window.settle()
    placed = shown(window).placed
    gutter = placed.panels[0].right + (placed.panels[1].x - placed.panels[0].right) / 2
    click(qtbot, window, window.map.canvas.mapFromScene(QPointF(gutter, placed.height - 1)))
    assert window.selection.focus.target is None
    assert lit(window) == set(scene(window).cards)


def test_selected_beats_the_county_and_a_chip_takes_it_back(
    open_window: Open, qtbot: QtBot
) -> None:
    window = opened(open_window)
    window.head.county_chosen.emit("阳谷县")
    window.settle()
    assert scene(window).cards["bpa"].faded
    (chip,) = window.map.chips.buttons()
    assert chip.text() == "阳谷县 ×"
    click(qtbot, window, at(window, "bpa"))
    assert related(window, "bpa") <= lit(window)
    qtbot.mouseClick(chip, LEFT)
    window.settle()
    assert window.selection.focus.county == ""
    assert window.map.chips.buttons() == []
    assert window.selection.focus.product == "bpa"


def test_every_chip_has_room_at_the_right(open_window: Open) -> None:
    window = opened(open_window)
    window.head.county_chosen.emit("高新区")
    window.settle()
    window.map.canvas.fold_asked.emit("bpa")
    window.settle()
    chips = window.map.chips
    assert [b.text() for b in chips.buttons()] == ["只看 双酚A 上下游 ×", "高新区 ×"]
    for button in chips.buttons():
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()
    assert chips.width() >= sum(b.width() for b in chips.buttons())
    assert chips.geometry().right() < window.map.canvas.viewport().width()


# -- parts


def test_double_click_shows_a_card_with_its_up_and_downstream(
    open_window: Open, qtbot: QtBot
) -> None:
    window = opened(open_window)
    whole = shown(window)
    double(qtbot, window, at(window, "bpa"))
    assert window.selection.focus.fold == "bpa"
    part = shown(window)
    assert 3 < len(part.graph.items) < len(whole.graph.items)
    assert part.placed.level >= whole.placed.level
    (chip,) = window.map.chips.buttons()
    assert chip.text() == "只看 双酚A 上下游 ×"
    assert not window.banner.isVisible()
    window.map.canvas.setFocus()
    key(qtbot, window, Qt.Key.Key_Escape)
    key(qtbot, window, Qt.Key.Key_Escape)
    assert window.selection.focus.fold == ""
    assert shown(window) == whole


def test_double_click_on_a_header_shows_the_box_alone(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    double(qtbot, window, header(window, "双酚A与聚碳酸酯"))
    focus = window.selection.focus
    assert focus.box
    assert focus.fold == ""
    inside = {"bpa", "pc", "phosgene"}
    near = set().union(*(related(window, p) for p in inside))
    assert inside | near <= {i.id for i in shown(window).graph.items}
    assert "caprolactam" not in shown(window).graph.by_id
    qtbot.mouseClick(window.map.chips.buttons()[0], LEFT)
    window.settle()
    assert window.selection.focus.box == ""


def test_a_counted_chip_opens_its_box(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    window.head.detail_chosen.emit("tiles")
    window.settle()
    counted, place = next(row for row in shown(window).placed.counted if row[0].segment >= 0)
    key_ = shown(window).graph.segments[counted.segment].key
    spot = window.map.canvas.mapFromScene(QPointF(place.x + 5, place.y + place.height / 2))
    names = {shown(window).graph.by_id[p].full for p in counted.items}
    assert names == set(tip(window, spot).split("\n"))
    click(qtbot, window, spot)
    assert window.selection.focus.box == key_


def test_what_is_only_counted_is_outlined_where_it_is_counted(open_window: Open) -> None:
    window = opened(open_window)
    window.head.detail_chosen.emit("tiles")
    window.settle()
    counted, place = next(row for row in shown(window).placed.counted if row[0].segment >= 0)
    window.selection.pick(Target("product", counted.items[0]))
    window.settle()
    assert window.map.canvas.selected_product == counted.items[0]
    found = scene(window).place(counted.items[0])
    assert found is not None
    assert (found.x(), found.y()) == (place.x, place.y)
    assert scene(window).ring.isVisible()


# -- keys


def test_arrows_follow_the_main_way_and_the_column(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    canvas, graph = window.map.canvas, shown(window).graph
    canvas.select("pc")
    key(qtbot, window, Qt.Key.Key_Left)
    first = next(e.source for e in graph.into["pc"] if e.first)
    assert canvas.selected_product == first
    key(qtbot, window, Qt.Key.Key_Right)
    assert canvas.selected_product in {e.target for e in graph.out[first]}
    canvas.select("bpa")
    key(qtbot, window, Qt.Key.Key_Down)
    below = canvas.selected_product
    placed = shown(window).placed
    assert placed.columns[below] == placed.columns["bpa"]
    assert placed.cards[below].y > placed.cards["bpa"].y
    key(qtbot, window, Qt.Key.Key_Up)
    assert canvas.selected_product == "bpa"


def test_tab_goes_from_panel_to_box_to_card(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    canvas, placed = window.map.canvas, shown(window).placed
    key(qtbot, window, Qt.Key.Key_Tab)
    assert scene(window).focus_ring.isVisible()
    assert canvas._ring.stage == 0
    key(qtbot, window, Qt.Key.Key_Right)
    assert canvas._ring.stage == 1
    key(qtbot, window, Qt.Key.Key_Tab)
    segment = canvas._ring.segment
    assert shown(window).graph.segments[segment].stage == 1
    key(qtbot, window, Qt.Key.Key_Down)
    assert canvas._ring.segment != segment
    key(qtbot, window, Qt.Key.Key_Tab)
    assert placed.place(canvas.selected_product) is not None
    assert not scene(window).focus_ring.isVisible()
    assert canvas.hasFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Tab)
    assert not canvas.hasFocus()


@pytest.mark.parametrize("code", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_show_the_part(open_window: Open, qtbot: QtBot, code: Qt.Key) -> None:
    window = opened(open_window)
    window.map.canvas.select("pc")
    key(qtbot, window, code)
    assert window.selection.focus.fold == "pc"


def test_the_wheel_zooms_at_the_mouse_and_back_to_the_whole(open_window: Open) -> None:
    window = opened(open_window)
    canvas = window.map.canvas
    told: list[int] = []
    canvas.zoomed.connect(told.append)
    spot = at(window, "pc")
    wheel(canvas, spot, 240)
    assert canvas.percent == 156
    assert (at(window, "pc") - spot).manhattanLength() <= 4
    assert canvas.minimap.isVisible()
    wheel(canvas, spot, -600)
    assert canvas.percent == 100
    assert canvas.fitted
    assert told[-1] == 100
    assert not canvas.minimap.isVisible()


# -- what stays


@pytest.mark.parametrize("change", ["date", "lens", "reload"])
def test_zoom_place_and_selection_stay(open_window: Open, qtbot: QtBot, change: str) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25", size=SMALL, lists=False)
    canvas = window.map.canvas
    window.selection.pick(Target("product", "pc"))
    window.settle()
    for _ in range(3):
        canvas.zoom_in()
    place = scene(window).place("pc")
    assert place is not None
    canvas.centerOn(place.bottomRight())
    before = (canvas.transform(), at(window, "pc"))
    if change == "date":
        window.choose_date("2022-10-26")
    elif change == "lens":
        window.head.lens_chosen.emit("structure")
    else:
        window.reload()
    window.settle()
    assert canvas.transform() == before[0]
    assert at(window, "pc") == before[1]
    assert scene(window).cards["pc"].selected


def test_another_assumption_moves_little(open_window: Open) -> None:
    window = opened(open_window)
    before = shown(window)
    switches = window.workspace.reading.switches
    window.assume(replace(switches, external=switches.external | {"formaldehyde"}))
    now = shown(window)
    assert now.graph.by_id["formaldehyde"].kind is not before.graph.by_id["formaldehyde"].kind
    assert now.placed.plan.order == before.placed.plan.order
    assert now.placed.level == before.placed.level
    columns = before.placed.columns
    same = [p for p, column in now.placed.columns.items() if columns.get(p) == column]
    assert len(same) >= 0.95 * len(now.placed.columns)


def test_the_tree_is_the_layered_map_of_the_trunk(open_window: Open) -> None:
    window = opened(open_window)
    trunk = {(e.source, e.target) for e in shown(window).graph.edges if e.trunk}
    window.head.view_chosen.emit(TREE)
    window.settle()
    found = window.map.canvas.map_scene
    assert isinstance(found, MapScene)
    drawn = {(item.link.source, item.link.target) for item in found.links}
    assert drawn
    assert drawn <= trunk


def test_the_letters_of_the_legend_fade_the_rest(open_window: Open) -> None:
    window = opened(open_window)
    kinds = {i.id for i in shown(window).graph.items if i.kind is Kind.UP}
    window.legend.filtered.emit(frozenset(kinds))
    assert lit(window) == kinds & scene(window).cards.keys()
    window.legend.filtered.emit(frozenset())
    assert lit(window) == set(scene(window).cards)


def test_rows_chosen_together_are_lit(open_window: Open) -> None:
    window = opened(open_window)
    window.map.canvas.mark({"bpa", "phenol"})
    assert lit(window) == {"bpa", "phenol"}
    window.map.canvas.mark(())
    assert lit(window) == set(scene(window).cards)


def test_what_lies_over_the_map_moves_it_by_just_so_much(open_window: Open) -> None:
    window = opened(open_window)
    canvas = window.map.canvas
    told: list[int] = []
    canvas.hidden_related.connect(told.append)
    right = max(scene(window).cards.values(), key=lambda c: c.place.right).product
    canvas.select(right)
    canvas.keep_visible(right, 330)
    place = scene(window).place(right)
    assert place is not None
    edge = canvas.viewport().width() - 330
    assert edge - 14 <= canvas.mapFromScene(place).boundingRect().right() <= edge
    canvas.keep_visible("", 0)
    assert canvas.mapToScene(QPoint(0, 0)).x() == pytest.approx(0, abs=1)
    canvas.select("bpa")
    canvas.keep_visible("bpa", 330)
    hidden = [p for p in related(window, "bpa") if at(window, p).x() > edge]
    assert told[-1] == len(hidden) > 0
    assert window.map.chips.hidden.isVisible()
    canvas.show_hidden()
    assert told[-1] == 0
    assert not window.map.chips.hidden.isVisible()


def test_the_menu_of_a_card_copies_its_sentence(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    spot = at(window, "phenol")
    canvas = window.map.canvas
    click(qtbot, window, spot)
    canvas.context_requested.emit(canvas._at(spot), canvas.viewport().mapToGlobal(spot))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = {a.text(): a for a in menu.actions() if not a.isSeparator()}
    assert {"只看它的上下游", "复制名称", "复制这句话", "在清单中看", "打开别的链"} <= set(words)
    words["复制这句话"].trigger()
    assert QGuiApplication.clipboard().text().startswith("苯酚：疑似短链")
    menu.close()


def test_z_comes_nearer_to_the_selected_card(open_window: Open, qtbot: QtBot) -> None:
    window = opened(open_window)
    canvas = window.map.canvas
    canvas.select("cumene")
    key(qtbot, window, Qt.Key.Key_Z)
    assert canvas.percent > 100
    seen = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    place = scene(window).place("cumene")
    assert place is not None
    assert seen.contains(place)


def test_all_links_and_the_main_way_only(open_window: Open) -> None:
    window = opened(open_window)
    lines = len(scene(window).lines)
    window.run("every")
    every = scene(window).every
    assert every is not None
    window.run("every")
    assert scene(window).every is None
    window.run("trunk")
    kept = {line.line.rank for line in scene(window).lines if not line.line.box}
    assert kept <= {Rank.LIVE, Rank.LACK}
    assert len(scene(window).lines) < lines
