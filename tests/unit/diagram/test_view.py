"""What a map shows of a small atlas."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu.analysis.state import State
from liantu.diagram.cards import FAR, MIDDLE, NEAR, draw_card
from liantu.diagram.drawing import Box, Clip, Label, Shape
from liantu.diagram.page import FIT, MILLIMETRE, PAPERS, SIZES, SheetOptions
from liantu.diagram.sheet import draw_sheets
from liantu.diagram.theme import LIGHT
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.map_view import Card, MapView
from liantu.library import load
from liantu.model import Atlas, Enterprise
from liantu.telling.dates import spoken
from liantu.telling.names import brief, capped, named
from tests.helpers.folders import CHAIN, ENTERPRISES, write
from tests.helpers.readings import reading, shipped_at


def atlas(folder: Path, chain: str = CHAIN, firms: str = ENTERPRISES) -> Atlas:
    return load(write(folder, {"01-resin.yaml": chain, "enterprises.yaml": firms})).atlas


def view_of(folder: Path, date: str = "", **changed: str) -> MapView:
    found = atlas(folder, **changed)
    return build_view(reading(found, date), "resin")


def card(view: MapView, product: str) -> Card:
    found = view.card(product)
    assert found is not None
    return found


def test_cards_say_who_makes_how_much(tmp_path: Path) -> None:
    view = view_of(tmp_path)
    assert card(view, "bpa").detail == "试验化工 20 万吨/年"
    assert card(view, "phenol").detail == "规划：试验化工"
    assert card(view, "acetone").detail == "市外调入"
    assert [b.local for b in view.bands] == [0, 1]


def test_what_another_source_contests_is_marked_in_the_tooltip(tmp_path: Path) -> None:
    row = "      - {product: bpa, amount: 30, unit: 万吨/年, status: operating, contested: yes}\n"
    shown = card(
        view_of(
            tmp_path,
            firms=ENTERPRISES.replace("      - {product: phenol", row + "      - {product: phenol"),
        ),
        "bpa",
    )
    assert shown.detail == "试验化工 20 万吨/年"
    lines = shown.tooltip.split("\n")
    assert any("30 万吨/年" in line and "说法不一" in line for line in lines)
    assert not any("20 万吨/年" in line and "说法不一" in line for line in lines)


def test_a_card_without_maker_says_so(tmp_path: Path) -> None:
    firms = ENTERPRISES.replace("      - {product: phenol, status: planned}\n", "")
    assert card(view_of(tmp_path, firms=firms), "phenol").detail == "未见记录"


def test_before_its_day_a_product_is_absent(tmp_path: Path) -> None:
    assert card(view_of(tmp_path, "2022-10-25"), "bpa").state is State.ABSENT
    assert card(view_of(tmp_path, "2022-10-26"), "bpa").state is State.LOCAL


@pytest.mark.parametrize(("status", "told"), [("building", "在建"), ("planned", "规划")])
def test_plans_are_told_and_do_not_count(tmp_path: Path, status: str, told: str) -> None:
    firms = ENTERPRISES.replace("status: operating", f"status: {status}")
    shown = card(view_of(tmp_path, firms=firms), "bpa")
    assert shown.state is State.ABSENT
    assert shown.detail.startswith(told)


def test_an_unknown_amount_is_said_to_be_unknown(tmp_path: Path) -> None:
    firms = ENTERPRISES.replace("amount: 20, ", "")
    assert card(view_of(tmp_path, firms=firms), "bpa").detail.endswith("产能不详")


def test_a_maker_told_only_later_has_an_unknown_amount(tmp_path: Path) -> None:
    row = "{product: bpa, amount: 20, unit: 万吨/年, status: operating, since: 2022-10-26}"
    late = ENTERPRISES.replace(row, "{product: bpa, status: operating, as_of: 2024}")
    shown = card(view_of(tmp_path, "2022-12-31", firms=late), "bpa")
    assert shown.detail == "试验化工 产能不详"


def test_links_to_absent_products_are_marked(tmp_path: Path) -> None:
    links = {(k.source, k.target): k.absent for k in view_of(tmp_path).links}
    assert links == {("phenol", "bpa"): True, ("acetone", "bpa"): False}


def test_equal_names_are_told_apart(tmp_path: Path) -> None:
    view = view_of(tmp_path, chain=CHAIN.replace("name: 丙酮", "name: 苯酚"))
    assert card(view, "phenol").name != card(view, "acetone").name


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("山东友升铝业有限公司", "友升铝业"),
        ("鲁西化工集团股份有限公司", "鲁西化工集团"),
        ("汇隆(中通客车零部件供应商)", "汇隆"),
        ("山东", "山东"),
        ("有限公司", "有限公司"),
    ],
)
def test_brief_names(name: str, short: str) -> None:
    assert brief(Enterprise("e", name, "东县")) == short


def test_the_short_name_of_the_data_is_the_brief_one() -> None:
    firm = Enterprise("e", "东县信发铝业有限公司", "东县", short="信发铝业", aka=("信发",))
    assert (brief(firm), firm.label) == ("信发铝业", "信发铝业")


def test_what_is_left_out_is_counted() -> None:
    assert named(["甲", "乙"], 2) == "甲、乙"
    assert named(["甲", "乙", "丙"], 2) == "甲、乙等 3 个"
    assert named([], 2) == ""
    assert capped(["a", "b"], 2) == ["a", "b"]
    assert capped(["a", "b", "c", "d"], 2) == ["a", "b", "另有 2 个"]


def test_every_maker_of_the_shipped_data_fits_on_a_card() -> None:
    firms = shipped_at("2022-12-31").atlas.enterprises.values()
    names = [brief(firm) for firm in firms]
    assert len({*names}) == len(names)
    assert [name for name in names if len(name) > 6] == []


def test_states_differ_by_shape_not_only_colour(tmp_path: Path) -> None:
    view = view_of(tmp_path)
    shapes = {c.state: [s for s in draw_card(c, LIGHT) if isinstance(s, Box)] for c in view.cards}
    assert len(shapes[State.LOCAL]) == 2, "the bar at the left"
    assert shapes[State.ABSENT][0].dash
    assert not shapes[State.RAW][0].dash
    assert len(shapes[State.RAW]) == 1


def test_levels_of_detail_show_less_from_afar(tmp_path: Path) -> None:
    shown = card(view_of(tmp_path), "bpa")
    words = {
        level: [
            s.text
            for s in draw_card(shown, LIGHT, detail=level, name_size=0.0 if level == FAR else 18)
            if isinstance(s, Label)
        ]
        for level in (FAR, MIDDLE, NEAR)
    }
    assert words[FAR] == []
    assert words[MIDDLE] == ["双酚A"]
    assert words[NEAR] == ["双酚A", "试验化工 20 万吨/年"]


def labels(shapes: tuple[Shape, ...]) -> list[Label]:
    found = []
    for shape in shapes:
        if isinstance(shape, Clip):
            found += labels(shape.shapes)
        elif isinstance(shape, Label):
            found.append(shape)
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_a_sheet_has_its_size_and_says_everything(tmp_path: Path, paper: str) -> None:
    found = atlas(tmp_path)
    asked = reading(found, "2022-10-26")
    view = build_view(asked, "resin")
    drawing = draw_sheets(asked, view, SheetOptions(paper))[0]
    if paper != FIT:
        assert drawing.width == pytest.approx(SIZES[paper][0] * MILLIMETRE)
    words = " ".join(label.text for label in labels(drawing.shapes))
    for part in (
        "树脂产业链",
        "口径日期 2022年10月26日",
        "环节 3 个",
        "群体在产",
        "资料说明",
        "资料收录",
    ):
        assert part in words
    for label in labels(drawing.shapes):
        assert 0 <= label.x <= drawing.width
        assert 0 <= label.y <= drawing.height


def test_characters_without_glyph_are_replaced_and_listed(tmp_path: Path) -> None:
    found = atlas(tmp_path, chain=CHAIN.replace("name: 双酚A", "name: 𠮷A"))
    asked = reading(found)
    view = build_view(asked, "resin")
    drawing = draw_sheets(asked, view, SheetOptions())[0]
    words = [label.text for label in labels(drawing.shapes)]
    assert "〓A" in words
    assert any("U+20BB7" in w for w in words)


def test_a_part_of_the_map_is_clipped(tmp_path: Path) -> None:
    found = atlas(tmp_path)
    asked = reading(found)
    view = build_view(asked, "resin")
    part = (0.0, 0.0, 100.0, 60.0)
    drawing = draw_sheets(asked, view, SheetOptions(), window=part)[0]
    clips = [s for s in drawing.shapes if isinstance(s, Clip)]
    assert len(clips) == 1
    assert "局部图" in " ".join(label.text for label in labels(drawing.shapes))


@pytest.mark.parametrize(
    ("date", "words"),
    [("2022-10-26", "2022年10月26日"), ("2022-01", "2022年1月"), ("2022", "2022年"), ("", "无")],
)
def test_dates_are_spoken_as_exactly_as_given(date: str, words: str) -> None:
    assert spoken(date) == words


def test_long_names_that_differ_in_their_ends_stay_apart() -> None:
    from liantu.diagram.views.product import _title

    names = [f"超高强度耐腐蚀大口径双相不锈钢无缝换热钢管及管件({end}型)" for end in "甲乙丙"]
    titles = {_title(name, 1)[0] for name in names}
    assert len(titles) == 3
    assert all(len(title) == 2 and title[1].endswith("型)") for title in titles)
