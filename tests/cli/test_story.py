"""Stories on the command line: listed, told, written as slides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pptx import Presentation

from liantu import paths
from tests.cli.test_commands import Out, call

ONE = """\
format: 1
stories:
  one:
    name: 试讲
    steps:
      - {title: 看板, text: 一句话。, page: poster, chain: cu, tells: [judgement]}
      - {title: "清单/榜", page: lists, list: fill}
  none: {name: 空}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("data")
    for path in paths.shipped_chains().glob("*.yaml"):
        (made / path.name).write_bytes(path.read_bytes())
    (made / "stories").mkdir()
    (made / "stories" / "one.yaml").write_text(ONE, encoding="utf-8")
    return made


def test_stories_are_listed_and_told(capsys: Out) -> None:
    code, out, _ = call(capsys, "story", "list")
    assert code == 0
    assert out.splitlines() == ["bpa\t从双酚A看延链补链强链\t9步", "city\t一张图看全市\t9步"]
    code, out, _ = call(capsys, "story", "show", "一张图看全市")
    assert code == 0
    assert "1 / 9　一张图看全市\n聊城市 · 口径日期2022年12月 · 现状\n" in out
    code, out, _ = call(capsys, "story", "show", "bpa", "--json")
    steps = json.loads(out)["steps"]
    assert code == 0
    assert [step["page"] for step in steps[:3]] == ["poster", "poster", "plan"]
    assert [step["date"] for step in steps[:2]] == ["2022-10-25", "2022-10-26"]
    assert steps[1]["lines"][0].startswith("双酚A：在产。鲁西集团 20 万吨/年")
    assert steps[6]["at"].endswith("断供演练：全市双酚A停产")


def test_a_story_becomes_slides_whose_words_are_words(
    folder: Path, tmp_path: Path, capsys: Out
) -> None:
    out = tmp_path / "one.pptx"
    assert call(capsys, "story", str(folder), "export", "one", "--out", str(out))[0] == 0
    first, second = Presentation(str(out)).slides
    assert first.shapes.title.text == "看板"
    assert second.shapes.title.text == "清单/榜"
    notes = first.notes_slide.notes_text_frame.text
    assert notes.startswith("一句话。\n")
    assert "未见记录" in notes
    (group,) = [shape for shape in first.shapes if not shape.is_placeholder]
    assert "看板。一句话。" in group._element.nvGrpSpPr.cNvPr.get("descr")
    told = [shape.text_frame.text for shape in group.shapes if shape.has_text_frame]
    assert {"看板", "一句话。", "1 / 2"} <= set(told)
    again = tmp_path / "again.pptx"
    call(capsys, "story", str(folder), "export", "试讲", "--out", str(again))
    assert again.read_bytes() == out.read_bytes()


def test_a_story_becomes_a_pdf_of_a_page_a_step_and_a_folder_of_pictures(
    folder: Path, tmp_path: Path, capsys: Out
) -> None:
    pypdf = pytest.importorskip("pypdf")
    pdf = tmp_path / "one.pdf"
    assert call(capsys, "story", str(folder), "export", "one", "--out", str(pdf))[0] == 0
    pages = pypdf.PdfReader(str(pdf)).pages
    assert len(pages) == 2
    assert (float(pages[0].mediabox.width), float(pages[0].mediabox.height)) == (960.0, 540.0)
    assert "一句话。" in pages[0].extract_text()
    pictures = tmp_path / "out"
    told = call(capsys, "story", str(folder), "export", "one", "--out", str(pictures), "--dark")
    assert told[0] == 0
    assert [p.name for p in sorted(pictures.iterdir())] == ["01_看板.png", "02_清单_榜.png"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "bpb"], "没有叫“bpb”的故事。是不是：从双酚A"),
        (["show"], "一个故事的名称或编号"),
        (["list", "bpa"], "list 后面不用再写"),
        (["tell"], "list、show、export"),
        (["export", "bpa"], "--out"),
        (["list", "--out", "x.pdf"], "--out"),
    ],
)
def test_what_is_asked_wrongly_is_told(capsys: Out, words: list[str], said: str) -> None:
    code, _, err = call(capsys, "story", *words)
    assert code == 2
    assert said in err


def test_what_cannot_be_written_is_told(folder: Path, tmp_path: Path, capsys: Out) -> None:
    for story, name, said in (("空", "x.pdf", "还没有步骤"), ("one", "x.docx", "不认识“.docx”")):
        out = tmp_path / name
        code, _, err = call(capsys, "story", str(folder), "export", story, "--out", str(out))
        assert code == 3
        assert said in err
        assert not out.exists()
