"""One bad line is one problem: what follows from it is folded under it, and papers tell the gap."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections import Counter
from pathlib import Path

import pypdf
import pytest

from liantu import paths
from liantu.briefing.blocks import Paragraph
from liantu.briefing.lists import write_lists
from liantu.briefing.order import Order
from liantu.briefing.papers import put
from liantu.briefing.prose import tight
from liantu.briefing.report import briefing
from liantu.cli.main import run
from liantu.issues import Issue, Place, Severity, counted, folded
from liantu.library import Loaded, load
from liantu.library.messages import format_root
from tests.helpers.folders import CHAIN, ENTERPRISES, LIBRARY, write
from tests.helpers.readings import reading


def damaged(folder: Path, name: str, old: str, new: str) -> Path:
    shutil.copytree(paths.shipped_chains(), folder)
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def errors(loaded: Loaded) -> list[Issue]:
    return [i for i in loaded.issues if i.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("06-pc-nylon.yaml", "\n  id: pc-nylon", "\n  id： pc-nylon", "wide_colon"),
        ("06-pc-nylon.yaml", "\nproducts:", "\nproducts：", "wide_colon"),
        ("06-pc-nylon.yaml", "\nproducts:", "\nproducts", "syntax_colon"),
        ("06-pc-nylon.yaml", "\nproducts:", "\nproduct:", "unknown_key_near"),
        ("library.yaml", "\n  region:", "\n  region：", "wide_colon"),
        ("enterprises.yaml", "\n  luxi:\n", "\n  luxi：\n", "wide_colon"),
    ],
)
def test_one_slip_is_one_problem(tmp_path: Path, name: str, old: str, new: str, code: str) -> None:
    loaded = load(damaged(tmp_path / "d", name, old, new))
    assert len(errors(loaded)) > 5
    roots = [r for r in folded(loaded.issues) if r.issue.severity is Severity.ERROR]
    assert [(r.issue.code, r.issue.place.file) for r in roots] == [(f"library.{code}", name)]
    assert loaded.count(Severity.ERROR) == 1
    assert loaded.issues[0] == roots[0].issue
    assert f"另有 {len(roots[0].follows)} 条由此引起" in format_root(roots[0])


def test_a_lost_colon_is_told_in_the_line_that_has_lost_it(tmp_path: Path) -> None:
    """The parser stumbles over the colon of the next line, which is there."""
    chain = CHAIN.replace("up: [phenol", "up [phenol")
    loaded = load(write(tmp_path, {"01-resin.yaml": chain}))
    at = chain.splitlines().index("    up [phenol, acetone]") + 1
    root = next(r.issue for r in folded(loaded.issues) if r.issue.severity is Severity.ERROR)
    assert (root.code, root.place.line) == ("library.syntax_colon", at)


def test_a_slip_elsewhere_is_not_hidden(tmp_path: Path) -> None:
    """A mistyped input is a mistake of its own, whatever else is wrong in the file."""
    chain = CHAIN.replace("phenol: {per", "phenool: {per").replace("raw: yes", "raw: 是")
    loaded = load(write(tmp_path, {"01-resin.yaml": chain}))
    roots = {r.issue.code for r in folded(loaded.issues) if r.issue.severity is Severity.ERROR}
    assert roots == {"library.want_yes_no", "library.unknown_product_near"}


def test_a_thing_left_out_explains_those_who_name_it(tmp_path: Path) -> None:
    chain = CHAIN.replace("    name: 苯酚\n", '    name: ""\n')
    roots = folded(load(write(tmp_path, {"01-resin.yaml": chain})).issues)
    (root,) = [r for r in roots if r.issue.severity is Severity.ERROR]
    assert root.issue.lost == (("product", "phenol"),)
    assert {i.place.file for i in root.follows} == {"01-resin.yaml", "enterprises.yaml"}
    assert ("route", "condensation") in {t for i in root.follows for t in i.lost}


def test_a_mention_of_something_unknown_says_what_falls(tmp_path: Path) -> None:
    firms = ENTERPRISES.replace("product: phenol", "product: phenool")
    (issue,) = errors(load(write(tmp_path, {"enterprises.yaml": firms})))
    assert issue.lost == (("capacity", "phenool"),)


def test_more_mentions_than_three_are_counted(tmp_path: Path) -> None:
    row = "      - {product: nothing, status: planned}\n"
    firms = ENTERPRISES.replace("    source: [daily]\n", row * 7 + "    source: [daily]\n")
    loaded = load(write(tmp_path, {"enterprises.yaml": firms}))
    (more,) = [i for i in loaded.issues if i.code == "library.unknown_more"]
    assert more.params["count"] == 4
    (root, *_) = folded(errors(loaded))
    assert more in root.follows


def test_what_an_unread_file_would_mention_is_not_missing(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, {"enterprises.yaml": ENTERPRISES.replace(": [resin]", "： [")}))
    silent = [i for i in loaded.issues if i.code == "library.no_maker"]
    assert [i.cause is not None for i in silent] == [True, True]


def test_issues_without_a_known_cause_are_roots() -> None:
    here, there = Place("a.yaml", 1, 1), Place("b.yaml", 2, 2)
    first = Issue("library.tab", Severity.ERROR, here)
    lonely = Issue("library.tab", Severity.ERROR, Place("c.yaml"), cause=there)
    follower = Issue("library.tab", Severity.ERROR, there, cause=here)
    found = folded([lonely, first, follower])
    assert counted([lonely, first, follower]) == Counter(r.issue.severity for r in found)
    assert counted([lonely, first]) == Counter((lonely.severity, first.severity))
    assert [(r.issue, r.follows) for r in found] == [(lonely, ()), (first, (follower,))]


@pytest.fixture
def lacking(tmp_path: Path) -> Loaded:
    more = CHAIN.replace("id: resin", "id: other").split("products:")[0] + "  fld：\n"
    files: dict[str, str | bytes] = {"02-other.yaml": more}
    files["library.yaml"] = LIBRARY.replace("[resin]", "[resin, other]")
    return load(write(tmp_path / "data", files))


def test_papers_say_which_file_is_missing(lacking: Loaded, tmp_path: Path) -> None:
    atlas = lacking.atlas
    words = "资料中有 1 个文件未能读入：02-other.yaml"
    assert atlas.unread == ("02-other.yaml",)
    assert words in atlas.statement
    found = reading(atlas)
    report = briefing(found, Order(chains=("resin",)))
    first = next(block for block in report.blocks if isinstance(block, Paragraph))
    assert first.text == tight(atlas.lacking), "before anything is concluded"
    pdf = put(found, Order(chains=("resin",)), tmp_path / "a.pdf")
    pages = [page.extract_text() for page in pypdf.PdfReader(pdf).pages]
    assert sum("02-other.yaml" in page for page in pages) >= 2
    book = write_lists(found, ["resin"], tmp_path / "a.xlsx")
    with zipfile.ZipFile(io.BytesIO(book.read_bytes())) as file:
        assert words in file.read("xl/sharedStrings.xml").decode()
        assert file.read("xl/workbook.xml").decode().count("资料缺漏") >= 1


def test_nothing_is_said_where_nothing_is_missing(tmp_path: Path) -> None:
    atlas = load(write(tmp_path)).atlas
    assert (atlas.unread, atlas.lacking, atlas.statement) == ((), "", atlas.library.statement)


def test_check_shows_the_root_and_counts_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = damaged(tmp_path / "d", "06-pc-nylon.yaml", "\n  id: pc", "\n  id： pc")
    assert run(["check", str(folder)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("06-pc-nylon.yaml:")
    assert "条由此引起" in out
    assert out.count(": 错误: ") == 1


def test_a_file_without_its_end_is_one_problem(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    shutil.copytree(paths.shipped_chains(), folder)
    path = folder / "04-pipe.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("\n  ", len(text) // 3)], encoding="utf-8")
    roots = [r for r in folded(load(folder).issues) if r.issue.severity is Severity.ERROR]
    cut = [r for r in roots if r.issue.code == "library.cut_off"]
    assert [r.issue.place.file for r in cut] == ["04-pipe.yaml"]
    assert len(cut[0].follows) > 10


def test_two_things_that_ran_together_are_one_problem(tmp_path: Path) -> None:
    loaded = load(damaged(tmp_path / "d", "projects.yaml", "\n  P003:\n", "\n"))
    roots = [r for r in folded(loaded.issues) if r.issue.severity is Severity.ERROR]
    assert [r.issue.code for r in roots] == ["library.duplicate_key"]
    assert len(roots[0].follows) >= 3


def test_a_lost_top_line_is_one_problem(tmp_path: Path) -> None:
    loaded = load(damaged(tmp_path / "d", "figures.yaml", "\nfigures:\n", "\n"))
    text = (tmp_path / "d" / "figures.yaml").read_text(encoding="utf-8")
    assert "\n  SF" in text
    roots = [r for r in folded(loaded.issues) if r.issue.severity is Severity.ERROR]
    assert len(roots) == 1


def test_one_unknown_id_in_many_files_is_one_problem(tmp_path: Path) -> None:
    loaded = load(damaged(tmp_path / "d", "utilities.yaml", "\n  elec:\n", "\n  elecc:\n"))
    roots = [r for r in folded(loaded.issues) if r.issue.severity is Severity.ERROR]
    assert [r.issue.params["id"] for r in roots] == ["elec"]
    assert len(roots[0].follows) > 20
