"""One entry for pictures: a chain, a section, an enterprise, the city."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from liantu.analysis.reading import Reading
from liantu.briefing.pictures import BOARD, Wish, draw, first_file, pages, suited, write
from liantu.diagram.drawing import Clip, Curve, Drawing, Label
from liantu.diagram.lenses import DIAGNOSIS, STRUCTURE
from liantu.diagram.page import PAPERS
from liantu.library import load
from liantu.model.focus import SEGMENTS, TREE
from liantu.model.scenario import Scenario
from liantu.render.errors import ExportError
from liantu.render.vector import Svg
from tests.helpers.folders import CHAIN, ENTERPRISES
from tests.helpers.folders import write as put
from tests.helpers.readings import shipped_at

OTHER = """\
  other:
    name: 另一化工有限公司
    county: 西县
    chains: [resin]
    capacities:
      - {product: phenol, amount: 5, unit: 万吨/年, status: operating}
    source: [daily]
"""


def small(folder: Path, date: str = "2022-12-31", more: str = "") -> Reading:
    firms = ENTERPRISES + more
    atlas = load(put(folder, {"01-resin.yaml": CHAIN, "enterprises.yaml": firms})).atlas
    return Reading.of(atlas, Scenario(date=date))


def words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def test_the_map_of_an_enterprise_has_its_own_numbers(tmp_path: Path) -> None:
    told = words(draw(small(tmp_path), Wish(firm="plant", lens=STRUCTURE)))
    assert told[0] == "试验化工有限公司"
    assert told[1].endswith(
        " · 东县 · 本企业产品 2 个 · 在产 1 个 · 投入环节 1 个（本地 0 个） · 本地用户环节 0 个"
    )
    assert {"双酚A", "苯酚", "丙酮"} <= set(told)


def test_what_does_not_run_yet_is_not_counted_as_running(tmp_path: Path) -> None:
    told = words(draw(small(tmp_path, "2022-10-25"), Wish(firm="plant")))
    assert "在产 0 个" in told[1]


def test_what_another_enterprise_runs_is_not_its_own(tmp_path: Path) -> None:
    assert "在产 1 个" in words(draw(small(tmp_path, more=OTHER), Wish(firm="plant")))[1]


def test_a_section_shows_its_own_cards_and_says_its_name() -> None:
    found = shipped_at("2022-10-26")
    told = words(draw(found, Wish(chain="pc-nylon", section="nylon")))
    assert told[0].endswith(" · 尼龙板块")
    assert "双酚A" in words(draw(found, Wish(chain="pc-nylon")))
    assert "双酚A" not in told


def test_a_window_is_a_part_and_no_background_is_clear() -> None:
    found = shipped_at("2022-10-26")
    part = draw(
        found,
        Wish(chain="soy", view=TREE, window=(0.0, 0.0, 300.0, 200.0), background=""),
    )
    assert any(isinstance(shape, Clip) for shape in part.shapes)
    assert words(part)[0].endswith("（局部图）")
    assert (part.background, draw(found, Wish(chain="soy")).background) == ("", "#FFFFFF")


def test_the_foot_says_what_the_picture_rests_on() -> None:
    found = shipped_at("2022-10-26")
    assert "本图单耗" in "".join(words(draw(found, Wish(chain="soy"))))
    told = words(draw(found, Wish(picture="tiles")))
    assert any(line.startswith("环节覆盖：") for line in told)
    assert "资料说明" in "".join(told)


def test_the_classes_of_an_enterprise_are_counted_under_their_lens() -> None:
    told = words(draw(shipped_at("2022-10-26"), Wish(firm="luxi", lens=DIAGNOSIS)))
    assert " · 已确认 断 0 短 0 细 1 弱 0 无 0 · 图中疑似 " in told[1]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    "wish",
    [Wish(chain="pc-nylon", section="nylon"), Wish(firm="luxi"), Wish(picture="tiles")],
    ids=["section", "firm", "city"],
)
def test_all_lies_on_the_paper(wish: Wish, paper: str) -> None:
    drawing = draw(shipped_at("2022-10-26"), replace(wish, paper=paper))
    labels = [shape for shape in drawing.shapes if isinstance(shape, Label)]
    assert all(0 <= label.x <= drawing.width for label in labels)
    assert all(0 <= label.y <= drawing.height for label in labels)


@pytest.mark.parametrize("wish", [Wish(chain="soy"), Wish(firm="luxi"), Wish(picture="tiles")])
def test_assumptions_stand_on_every_picture(wish: Wish) -> None:
    found = shipped_at("2022-10-26")
    told = words(draw(found.under(replace(found.scenario, thin=1.2)), wish))
    assert any("细链门槛 120%" in line for line in told)
    assert not any("细链门槛" in line for line in words(draw(found, wish)))
    assert any("口径日期" in line and "情景：未保存的情景" in line for line in told), "in the head"


def test_what_is_unknown_is_refused() -> None:
    for wish in (Wish(chain="x"), Wish(firm="x"), Wish(picture="x"), Wish(chain="al", paper="B5")):
        with pytest.raises(KeyError):
            draw(shipped_at("2022-10-26"), wish)


@pytest.mark.parametrize(
    ("suffix", "start"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")]
)
def test_the_suffix_says_what_is_written(
    qapp: QApplication, tmp_path: Path, suffix: str, start: bytes
) -> None:
    wish = Wish(tmp_path / f"图{suffix}", paper="A4", dpi=48, firm="luxi")
    assert write(draw(shipped_at("2022-10-26"), wish), wish) == wish.path
    assert wish.path.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("suffix", "start"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")]
)
def test_a_chart_of_a_chain_is_written_alike(tmp_path: Path, suffix: str, start: bytes) -> None:
    wish = Wish(tmp_path / f"图{suffix}", paper="A4", dpi=60, picture="balance", chain="al")
    drawing = draw(shipped_at("2022-10-26"), wish)
    assert isinstance(drawing, Svg)
    assert write(drawing, wish) == wish.path
    data = wish.path.read_bytes()
    assert data.startswith(start)
    if suffix == ".pdf":
        (page,) = PdfReader(io.BytesIO(data)).pages
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)
        assert "铝产业链供需对比" in page.extract_text()


def test_an_unknown_suffix_is_refused(tmp_path: Path) -> None:
    wish = Wish(tmp_path / "图.gif", picture="heat")
    with pytest.raises(ExportError):
        write(draw(shipped_at("2022-10-26"), wish), wish)


def test_dots_suit_the_paper() -> None:
    found = {paper: suited(paper) for paper in PAPERS}
    wall = {"A1": 200, "A0": 200}
    assert found == dict.fromkeys(("A2", "A3", "A4"), 300) | wall | {"16:9": 144, "fit": 144}


def opacities(drawing: Drawing) -> dict[str, float]:
    return {s.text: s.opacity for s in drawing.shapes if isinstance(s, Label)}


@pytest.mark.parametrize("view", [SEGMENTS, TREE])
def test_what_an_enterprise_makes_stays_while_the_rest_fades(view: str) -> None:
    found = shipped_at("2022-12-31")
    wish = Wish(chain="al", view=view, maker="xinfa")
    made = {c.product for c in found.atlas.enterprises["xinfa"].capacities}
    told = opacities(draw(found, wish))
    whole = opacities(draw(found, replace(wish, maker="")))
    assert "alumina" in made
    assert set(told) == set(whole)
    assert min(whole.values()) == 1.0
    assert {told["氢氧化铝"], told["赤泥"]} == {1.0, 0.25}


def test_the_tree_shows_its_trunk_unless_every_link_is_wanted() -> None:
    found = shipped_at("2022-12-31")
    few, all_ = (
        sum(isinstance(s, Curve) for s in draw(found, wish).shapes)
        for wish in (
            Wish(chain="al", view=TREE),
            Wish(chain="al", view=TREE, every=True),
        )
    )
    assert 0 < few < all_


def test_only_the_trunk_of_a_segment_map_has_fewer_lines() -> None:
    found = shipped_at("2022-12-31")
    lines = [
        sum(isinstance(s, Curve) for s in draw(found, Wish(chain="chem", trunk=trunk)).shapes)
        for trunk in (False, True)
    ]
    assert lines[0] > lines[1] > 4


def test_the_board_of_a_chain_is_one_page_and_several_on_a4(tmp_path: Path) -> None:
    found = shipped_at()
    (page,) = pages(found, Wish(chain="soy", picture=BOARD))
    assert (round(page.width), round(page.height)) == (1587, 1123)
    assert words(page)[0] == "大豆蛋白与粮油产业链图谱"
    several = Wish(tmp_path / "a.pdf", chain="soy", picture=BOARD, paper="A4")
    assert len(pages(found, several)) == 5
    assert draw(found, several) == pages(found, several)[0]
    assert write(pages(found, several), several) == tmp_path / "a.pdf"
    pictures = replace(several, path=tmp_path / "b.svg")
    assert first_file(pictures) == tmp_path / "b-1.svg"
    assert write(pages(found, pictures), pictures) == tmp_path / "b-1.svg"
    assert [p.name for p in sorted(tmp_path.glob("b*"))] == [f"b-{n}.svg" for n in range(1, 6)]


def test_a_board_without_lines_has_its_network_and_no_background_is_clear() -> None:
    found = shipped_at()
    with_lines = draw(found, Wish(chain="soy", picture=BOARD))
    without = draw(found, Wish(chain="soy", picture=BOARD, lines=False, background=""))
    arrows = [
        sum(isinstance(s, Curve) and s.arrow for s in page.shapes) for page in (with_lines, without)
    ]
    assert arrows[0] > 5
    assert arrows[1] == 0
    assert "产品线" in words(without)
    assert (with_lines.background, without.background) == ("#FFFFFF", "")


def test_an_unknown_chain_has_no_board() -> None:
    with pytest.raises(KeyError):
        draw(shipped_at(), Wish(chain="nothing", picture=BOARD))
