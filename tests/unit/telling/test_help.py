"""The manual tells every word and number of the window, and everything in it leads somewhere."""

from __future__ import annotations

import re
import struct

import pytest

from liantu import paths
from liantu.analysis.certain import gaps
from liantu.model.classes import CLASSES
from liantu.model.standing import Certainty, Remedy, Standing, Tag
from liantu.telling import completeness
from liantu.telling.help import book, finding, glossary
from liantu.telling.help.book import chapter
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.status import headline, status_line
from liantu.wording import table, text
from tests.helpers.readings import shipped_at

SHORTEST = 5
"""A definition says more than a name."""
PLAIN = set("家种个-") | {"", "聊城市", "本地", "企业", "随附资料", "个中", "不详"}
"""Words of the language, and the name of the city."""
SHORT = {
    "只缺稳供的": "稳供",
    "主材部件不缺": "缺主材",
    "调入": "市外调入",
    "政策": "政策约束",
    "群体": "群体在产",
}
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)#]*)#?([^)]*)\)")
TOTAL = 2_500_000


@pytest.fixture(scope="module")
def terms() -> dict[str, str]:
    found = [term for group in glossary.groups() for term in group.terms]
    return {term.name: term.meaning for term in (*found, *glossary.columns())}


def cells(id_: str) -> dict[str, str]:
    """First and last cells of the tables of a chapter."""
    rows = (line.strip("| ").split(" | ") for line in chapter(id_).markdown.splitlines())
    return {row[0]: row[-1] for row in rows if len(row) > 1}


def test_every_column_is_told_with_what_it_says() -> None:
    told = cells("lists")
    for one in LISTS.values():
        for column in one.columns:
            meaning = glossary.column(column.titled)
            assert len(meaning) >= SHORTEST, (one.id, column.id)
            assert meaning != column.head
            assert column.head in told, column.head


def test_every_class_standing_and_mark_is_defined(terms: dict[str, str]) -> None:
    names = [
        *(f"{text(f'class.word.{row.word}')}（" for row in CLASSES),
        *(text(f"standing.standing.{one}") for one in Standing),
        *(text(f"standing.certainty.{one}") for one in Certainty),
        *(text(f"standing.remedy.{one}") for one in Remedy),
        *(text(f"standing.tag.{one}") for one in Tag),
    ]
    told = cells("words")
    for name in names:
        found = [meaning for known, meaning in told.items() if known.startswith(name)]
        assert found and min(map(len, found)) >= SHORTEST, name


def test_every_number_of_tiles_and_head_is_defined(terms: dict[str, str]) -> None:
    reading = shipped_at("2022-12-31")
    told = []
    for chain in reading.atlas.chains:
        summary = reading.summary(chain)
        told += [completeness.numbers(reading, chain), completeness.keys(summary)]
        told.append(completeness.found_gaps(gaps(reading, chain)))
        told.append(text("ui.gaps.strong", count=1))
    told += [headline(reading), status_line(reading, paths.shipped_chains())]
    parts = {part for line in told for part in re.split("[ ·：%–]+", line)}
    words = {re.sub(r"[\d.]+", "", part) for part in parts}
    spoken = words - {
        "",
        "聊城市",
        "本地",
        "企业",
        "家",
        "种",
        "个",
        "随附资料",
        "个中",
        "不详",
        "-",
    }
    known = "".join(terms)
    lacking = {word for word in spoken if word not in known and short(word) not in known}
    assert lacking == set()


def short(word: str) -> str:
    """What stands for a word in a short line."""
    return SHORT.get(word, word)


def test_every_link_leads_to_a_heading() -> None:
    for one in book.book():
        for to, section in LINK.findall(one.markdown):
            target = chapter(to or one.id)
            assert not section or section in {s.title for s in target.sections}, (one.id, section)


def test_every_picture_is_there_and_every_one_is_used() -> None:
    files = {f"pictures/{p.name}" for p in (book.folder() / "pictures").iterdir()}
    assert files == {*book.pictures()}
    assert sum((book.folder() / name).stat().st_size for name in files) < TOTAL


def size(name: str) -> tuple[int, int]:
    """Width and height as the head of a PNG tells them."""
    data = (book.folder() / "pictures" / f"{name}.png").read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_pictures_of_the_window_have_its_size() -> None:
    for name in ("home", "map", "lists", "poster", "charts", "report", "plan-drill"):
        assert size(name) == (1366, 768), name


@pytest.mark.parametrize(
    ("typed", "chapter_", "section"),
    [
        ("独家", "words", "标记和弱链的依据"),
        ("hjfg", "words", "数字和符号"),
        ("zcbdbzl", "words", "数字和符号"),
        ("补链方案", "plan", "补链方案"),
        ("剪贴板", "keys", "菜单：导出"),
        ("断电", "edit", "断电了、改坏了怎么办"),
    ],
)
def test_words_are_found_in_all_chapters(typed: str, chapter_: str, section: str) -> None:
    assert (chapter_, section) in {(hit.chapter, hit.section) for hit in finding.find(typed)}


def test_a_definition_comes_before_a_mention() -> None:
    first = finding.find("环节覆盖")[0]
    assert first.mark == "环节覆盖" and "环节覆盖 " in first.words


def test_nothing_is_found_for_nothing_or_nonsense() -> None:
    assert finding.find("  ") == ()
    assert finding.find("没有这个词呀") == ()


def test_generated_parts_are_filled_and_tables_are_whole() -> None:
    whole = book.whole()
    assert "{{" not in whole
    for block in re.findall(r"(?:^\|.*\n)+", whole, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(widths) == 1, block[:80]


def test_no_sentence_of_the_manual_is_idle() -> None:
    """What is told of columns that no list has any more, or of nothing, is taken out."""
    titles = {column.titled for one in LISTS.values() for column in one.columns}
    known = {f"help.column.{t.removeprefix('ui.column.').replace('.', '_')}" for t in titles}
    assert {code for code in table() if code.startswith("help.column.")} == known
