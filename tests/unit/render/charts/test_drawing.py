"""Charts are legible, the same each time, and nothing of the user's gets into them."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from liantu import paths
from liantu.diagram import measure
from liantu.diagram.inks import contrast, readable
from liantu.diagram.theme import DARK, LIGHT, PRINT, Theme
from liantu.render.charts import plot
from liantu.render.charts.inks import ground_of
from liantu.render.charts.pen import SMALL, Pen, Written, fitted
from liantu.render.charts.sheet import sheets
from liantu.telling.charts.catalogue import CHARTS, ChartName, chart
from liantu.telling.charts.model import Chart, Grid
from tests.helpers.readings import shipped_at

CITY = shipped_at("2022-10-26")
CHAINS = ("pc-nylon", "al", "nev", "brg", "building", "food")
WIDTH = plot.TEXT_WIDTH * plot.MILLIMETRE


def every() -> list[tuple[ChartName, str]]:
    return [(n, c) for n, k in CHARTS.items() for c in (CHAINS if k.of_chain else ("",))]


def drawn(name: ChartName, chain: str, width: float = WIDTH, theme: Theme = PRINT) -> Pen:
    return plot.draw(chart(CITY, name, chain), width, theme)


def meet(one: Written, other: Written) -> bool:
    """Whether the bodies of two lines overlap; the free part above and below does not count."""
    across = one.x < other.x + other.width - 0.5 and other.x < one.x + one.width - 0.5
    down = one.y + 1.2 < other.y + other.height - 1.2 and other.y + 1.2 < one.y + one.height - 1.2
    return across and down


@pytest.mark.parametrize(("name", "chain"), every())
@pytest.mark.parametrize("width", [WIDTH, 440.0, 760.0])
def test_words_are_large_inside_and_apart(name: ChartName, chain: str, width: float) -> None:
    pen = drawn(name, chain, width)
    assert all(w.size >= SMALL for w in pen.written)
    for word in pen.written:
        assert word.x >= -0.5, word
        assert word.x + word.width <= pen.width + 0.5, word
        assert word.y >= -2, word
        assert word.y + word.height <= pen.height + 2, word
    pairs = [(a.words, b.words) for a, b in itertools.combinations(pen.written, 2) if meet(a, b)]
    assert pairs == []


@pytest.mark.parametrize(("name", "chain"), every())
def test_the_same_chart_has_the_same_bytes(name: ChartName, chain: str) -> None:
    found = chart(CITY, name, chain)
    one, other = plot.svg(found), plot.svg(found)
    assert one == other
    assert "2022-" not in one.split("</defs>")[0]
    ET.fromstring(one)


def test_pixels_are_the_same_each_time() -> None:
    found = chart(CITY, ChartName.BALANCE, "al")
    one = plot.png(found, dpi=96)
    assert one == plot.png(found, dpi=96)
    assert one.startswith(b"\x89PNG")


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_numbers_read_on_every_shade(theme: Theme) -> None:
    for name, chain in every():
        found = chart(CITY, name, chain)
        if isinstance(found, Grid):
            for cell in found.cells:
                ground, _ = ground_of(theme, cell)
                assert contrast(readable(theme, ground), ground) >= 4.5, (name, cell)


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_an_ink_is_found_for_every_ground(theme: Theme) -> None:
    for level in range(0, 256, 3):
        ground = f"#{level:02X}{level:02X}{level:02X}"
        assert contrast(readable(theme, ground), ground) >= 4.5


@pytest.mark.parametrize(("name", "chain"), every())
def test_what_can_be_clicked_lies_in_the_picture_and_tells(name: ChartName, chain: str) -> None:
    pen = drawn(name, chain)
    found = chart(CITY, name, chain)
    assert bool(pen.hits) != found.empty
    for hit in pen.hits:
        box = hit.artist.get_window_extent()
        assert hit.tip
        assert box.width > 0
        assert box.x0 >= -1
        assert box.x1 <= pen.figure.bbox.width + 1
        if hit.aim is not None and hit.aim.target is not None:
            target = hit.aim.target
            records = {"product": CITY.atlas.products, "project": CITY.atlas.projects}
            assert target.id in records[target.kind]


def test_a_bar_leads_to_its_product() -> None:
    pen = drawn(ChartName.BALANCE, "pc-nylon")
    hit = next(h for h in pen.hits if h.tip.startswith("双酚A："))
    box = hit.artist.get_window_extent()
    middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    assert [h.tip for h in pen.hits if h.artist.contains_point(middle)] == [hit.tip]
    assert hit.aim is not None
    assert hit.aim.target is not None
    assert (hit.aim.target.id, hit.aim.chain) == ("bpa", "pc-nylon")


@pytest.mark.parametrize("paper", ["A4", "A3", "A0", "16:9", "fit"])
@pytest.mark.parametrize("name", [ChartName.GANTT, ChartName.NETWORK, ChartName.RADAR])
def test_a_chart_has_a_page_of_any_paper(name: ChartName, paper: str) -> None:
    found = chart(CITY, name, "pc-nylon")
    page = sheets(CITY, found, paper)[0]
    told = "".join(ET.fromstring(page.text).itertext())
    assert found.title in told
    assert found.finding[:12] in told
    assert "资料收录" in told
    if paper == "A4":
        sides = sorted((page.width, page.height))
        assert sides == pytest.approx([793.7, 1122.5], abs=0.5)
        sizes = [float(line.split("px")[0]) for line in page.text.split("font-size: ")[1:]]
        sizes += [float(line.split("px")[0].split()[-1]) for line in page.text.split("font: ")[1:]]
        assert min(sizes) * scale(page.text) >= 7.5 - 1e-6


def scale(svg: str) -> float:
    """Points on paper for a unit of the picture."""
    root = ET.fromstring(svg)
    return float(root.attrib["width"].removesuffix("pt")) / float(root.attrib["viewBox"].split()[2])


def test_a_character_without_glyph_is_printed_as_geta() -> None:
    pen = Pen(100, 20, PRINT)
    pen.text(0, 10, "甲\U0001f600")
    assert pen.written[0].words == f"甲{measure.GETA}"
    assert plot.svg_of(pen)


def test_dollar_signs_are_no_formulas() -> None:
    pen = Pen(200, 20, PRINT)
    pen.text(0, 10, r"$\frac{x$ & <b>")
    assert r"$\frac{x$ &amp; &lt;b" in plot.svg_of(pen)
    assert plot.png_of(pen, 96).startswith(b"\x89PNG")


@pytest.mark.parametrize("room", [60.0, 80.0, 100.0])
def test_long_names_keep_their_ends(room: float) -> None:
    name = "年产三百五十万套高端汽车装备及零部件智能制造与轻量化项目（二期工程）"
    lines = fitted(name, SMALL, room)
    assert len(lines) == 2
    assert lines[-1].endswith("期工程）")
    assert all(measure.width(line, SMALL) <= room for line in lines)


def test_a_chart_is_kept_as_long_as_its_reading() -> None:
    one = plot.embedded(CITY, ChartName.HEAT)
    assert one is plot.embedded(CITY, ChartName.HEAT)
    assert plot.embedded(CITY, ChartName.SANKEY, "nev") is None


def test_nothing_to_draw_draws_nothing() -> None:
    found: Chart = chart(CITY, ChartName.SANKEY, "nev")
    assert found.empty
    assert plot.draw(found, WIDTH).written == []


SCRIPT = """
import sys
from liantu.telling.charts.catalogue import ChartName, chart
from liantu.render.charts import plot
assert "matplotlib" not in sys.modules
from liantu import paths
from liantu.analysis.reading import Reading
from liantu.library import load
reading = Reading.of(load(paths.shipped_chains()).atlas)
print(hash(plot.svg(chart(reading, ChartName.BALANCE, "al"))))
assert "matplotlib.pyplot" not in sys.modules
assert "PySide6" not in sys.modules
"""


def test_a_matplotlibrc_of_the_user_changes_nothing_and_pyplot_is_not_loaded(
    tmp_path: Path,
) -> None:
    outputs = []
    for style in ("", "font.size: 30\nsvg.fonttype: path\nlines.linewidth: 9\n"):
        if style:
            (tmp_path / "matplotlibrc").write_text(style, encoding="utf-8")
        root = Path(paths.__file__).parents[1]
        environment = {
            "PYTHONPATH": str(root),
            "PYTHONHASHSEED": "0",
            "LIANTU_CONFIG": str(tmp_path / "config"),
            "HOME": str(tmp_path),
            "PATH": "",
        }
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", SCRIPT],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1]


def test_matplotlib_is_imported_in_one_package_only_and_inside_functions() -> None:
    source = Path(paths.__file__).parent
    for path in source.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        named = [line for line in text.split("\n") if "import" in line and "matplotlib" in line]
        outside = [line for line in named if "liantu.render.charts" not in line]
        if path.parent != source / "render" / "charts":
            assert outside == [], path
        assert not [line for line in outside if line.startswith(("import", "from"))], path
        assert "pyplot" not in "\n".join(outside)
