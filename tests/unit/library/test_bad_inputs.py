"""Every kind of bad input that concerns reading has its right behaviour (oracle G001–G076)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from liantu import wording
from liantu.issues import Issue, Severity
from liantu.library import Loaded, load
from liantu.library.messages import as_json, format_issue
from tests.helpers.folders import CHAIN, ENTERPRISES, GOOD, LIBRARY, write


def read(folder: Path, files: dict[str, str | bytes] | None = None) -> Loaded:
    loaded = load(write(folder, files))
    for issue in loaded.issues:
        assert format_issue(issue)
        assert as_json(issue)["text"]
    return loaded


def found(loaded: Loaded, code: str) -> Issue:
    hits = [i for i in loaded.issues if i.code == f"library.{code}"]
    assert hits, [i.code for i in loaded.issues]
    return hits[0]


def chain_with(old: str, new: str) -> dict[str, str | bytes]:
    assert old in CHAIN
    return {"01-resin.yaml": CHAIN.replace(old, new)}


def test_g001_control_case_loads_cleanly(tmp_path: Path) -> None:
    loaded = read(tmp_path)
    assert loaded.issues == ()
    assert loaded.atlas.products["bpa"].routes[0].inputs[0].per_unit == 0.85


def test_g002_gbk_is_named(tmp_path: Path) -> None:
    loaded = read(tmp_path, {"01-resin.yaml": CHAIN.encode("gbk")})
    assert found(loaded, "gbk").severity is Severity.ERROR
    assert "daily" in loaded.atlas.sources, "the other files are still read"


@pytest.mark.parametrize("name", ["utf-16", "utf-32"])
def test_g003_g004_wide_encodings_are_named(tmp_path: Path, name: str) -> None:
    loaded = read(tmp_path, {"01-resin.yaml": CHAIN.encode(name)})
    assert found(loaded, "encoding").params["name"] == name.upper()


def test_utf8_bom_loads(tmp_path: Path) -> None:
    assert read(tmp_path, {"01-resin.yaml": b"\xef\xbb\xbf" + CHAIN.encode()}).issues == ()


def test_g005_one_bad_byte_has_its_line(tmp_path: Path) -> None:
    data = CHAIN.encode().replace("双酚A".encode(), "双".encode() + b"\xff\x9a" + b"A")
    issue = found(read(tmp_path, {"01-resin.yaml": data}), "bad_byte")
    assert issue.place.line == CHAIN[: CHAIN.index("双酚A")].count("\n") + 1


def test_g006_surrogate_bytes_are_refused(tmp_path: Path) -> None:
    data = CHAIN.encode().replace("双酚A".encode(), b"\xed\xa0\xbdA")
    found(read(tmp_path, {"01-resin.yaml": data}), "bad_byte")


def test_g007_empty_file(tmp_path: Path) -> None:
    found(read(tmp_path, {"02-x.yaml": b""}), "file_empty")


def test_g008_lone_cr_keeps_line_numbers(tmp_path: Path) -> None:
    text = CHAIN.replace("raw: yes", "rae: yes")
    issue = found(read(tmp_path, {"01-resin.yaml": text.replace("\n", "\r")}), "unknown_key_near")
    assert (issue.place.line, issue.params["near"]) == (20, "raw")


def test_g009_no_newline_at_the_end(tmp_path: Path) -> None:
    assert read(tmp_path, {"01-resin.yaml": CHAIN.rstrip("\n")}).issues == ()


def test_g010_web_page(tmp_path: Path) -> None:
    found(read(tmp_path, {"02-x.yaml": "<html><body>404</body></html>"}), "html")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("名称：鲁西集团\n", "wide_colon", 1),  # G011
        ("format: 1\nlibrary:\n  b： 1\n", "wide_colon", 3),  # G012
        ("名称:鲁西集团\n", "colon_space", 1),  # G013
        ("format: 1\nproducts:\n  a:\n    aka:\n－ 甲\n", "wide_dash", 5),  # G015
        ("format: 1\nproducts:\n  a:\n    aka:\n      — 甲\n", "wide_dash", 5),  # G015
        ("format: 1\nproducts:\n  a:\n    aka: ［甲, 乙］\n", "wide_brackets", 4),  # G016
        ("format: 1\nlibrary:\n\tregion: 甲\n", "tab", 3),  # G017
        ("format: 1\n\u3000\u3000library: 1\n", "key_blank", 2),  # G018
        ("format: 1\nlib\u200brary: 1\n", "key_invisible", 2),  # G019
        (
            "format: 1\nproducts:\n  a:\n    uses: [甲, 乙\n    name: 3\n",
            "syntax_bracket",
            4,
        ),  # G021
        ("format: 1\nlibrary:\n  region: %50\n", "quote_value", 3),  # G022
        ("format: 1\nlibrary:\n  region: @张\n", "quote_value", 3),  # G022
        ("format: 1\nlibrary:\n  region: *重点\n", "quote_value", 3),  # G022
        ("<<<<<<< HEAD\nformat: 1\n=======\n>>>>>>> b\n", "conflict", 1),  # G024
        ("format: 1\nlibrary: !!python/object/apply:os.system [id]\n", "tag", 2),  # G036
        ("format: 1\nlibrary: *abc\n", "anchor", 2),
        ("format: 1\nlibrary: &a {region: 甲}\n", "anchor", 2),  # G038
        ("format: 1\n---\nformat: 1\n", "second_document", 2),
        ("format: 1\n? [a]\n: 1\n", "key_not_text", 2),  # G035
        ("format: 1\nyes: 1\n", "unknown_key", 2),  # G035
        ("format: 9\n", "format_newer", 1),  # G051
        ('format: 1\nlibrary:\n  region: "\\0"\n', "character", 3),  # G061
        ("format: 1\nlibrary:\n  region: a\n  statement: 甲\n    edition： 1\n", "swallowed", 4),
        ("- 1\n", "want_mapping", 1),
    ],
)
def test_mistyped_files(tmp_path: Path, text: str, code: str, line: int) -> None:
    issue = found(read(tmp_path, {"02-x.yaml": text}), code)
    assert (issue.place.file, issue.place.line) == ("02-x.yaml", line)
    assert issue.severity is Severity.ERROR


def test_g014_wide_comma_in_a_flow_list_is_pointed_at(tmp_path: Path) -> None:
    loaded = read(tmp_path, chain_with("[BPA]", "[苯酚，丙酮]"))
    assert found(loaded, "wide_comma").severity is Severity.WARNING
    assert loaded.atlas.products["bpa"].aka == ("苯酚，丙酮",)


@pytest.mark.parametrize("block", ["|\n   一行\n   二行", ">\n    一行\n    二行"])
def test_g023_a_block_of_text_loads(tmp_path: Path, block: str) -> None:
    files = {
        "library.yaml": LIBRARY.replace("region: 试验市", f"statement: {block}\n  region: 试验市")
    }
    loaded = read(tmp_path, files)
    assert loaded.issues == ()
    assert loaded.atlas.library.statement.split() == ["一行", "二行"]


def test_g023_a_block_with_the_wrong_indent_has_its_line(tmp_path: Path) -> None:
    files = {"02-x.yaml": "format: 1\nlibrary:\n  statement: |\n a\n  region: 甲\n"}
    issue = next(i for i in read(tmp_path, files).issues if i.place.file == "02-x.yaml")
    assert issue.severity is Severity.ERROR
    assert issue.place.line in (3, 4, 5)


def test_g020_duplicate_keys_after_normalisation(tmp_path: Path) -> None:
    files = {"02-x.yaml": "format: 1\nlibrary:\n  é: 1\n  e\u0301: 2\n"}
    issue = found(read(tmp_path, files), "duplicate_key")
    assert (issue.place.line, issue.params["first"]) == (4, 3)


def test_g025_to_g028_texts_stay_texts(tmp_path: Path) -> None:
    for text in ("NO", "yes", "012", "12:30:45", "913715001234567890", "1E5", "0x1F"):
        loaded = read(tmp_path, chain_with("name: 双酚A", f"name: {text}"))
        assert loaded.atlas.products["bpa"].name == text


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("per_unit: 0.85", "per_unit: 1_000", "number_dressed"),  # G030
        ("per_unit: 0.85", "per_unit: １２０", "number_dressed"),  # G031
        ("per_unit: 0.85", 'per_unit: "1,200"', "number_dressed"),  # G032
        ("per_unit: 0.85", "per_unit: -1", "number_above"),  # G033
        ("per_unit: 0.85", "per_unit: 0", "number_above"),
        ("per_unit: 0.85", "per_unit: .nan", "want_number"),
        ("per_unit: 0.85", "per_unit: 1e300", "number_huge"),
        ("per_unit: 0.85", "per_unit: 1e999", "number_huge"),
        ("per_unit: 0.85", "per_unit: 约一吨", "want_number"),
        ("name: 双酚A", "name: ~", "empty_key"),  # G034
        ("    name: 双酚A\n", "", "missing_key"),  # G045
        ("aka: [BPA]", "aka: BPA", "want_list"),  # G046
        ("aka: [BPA]", "akaa: [BPA]", "unknown_key_near"),  # G044
        ("aka: [BPA]", "inputs: {phenol: 1}", "misplaced_key"),
        ("basis: estimate", "basis: 很强", "want_choice"),  # G050
        ("raw: yes", "raw: 是", "want_yes_no"),
        ("down: [bpa]", "down: [bpb]", "unknown_product_near"),  # G049
        ("leads: [plant]", "leads: [nobody]", "unknown_enterprise"),
        ("source: [daily]", "source: [dayly]", "unknown_source_near"),
        ("unit: 万吨/年\n    raw", "unit: 亿只/年\n    raw", "unknown_unit"),
        ("    down: [bpa]", "    dwn: [bpa]", "unknown_stage"),
        ("name: 苯酚", "name: 丙酮", "same_name"),  # G058
        ("phenol: {per", "bpa: {per", "self_loop"),  # G053
        ("id: resin", "id: 树脂", "bad_id"),
        ("name: 双酚A", "name: 鲁西\u00ad集团", "invisible"),  # G064
        ("name: 双酚A", "name: " + "长" * 121, "text_long"),
        ("name: 双酚A", "name: [双酚A]", "want_text"),
        ("  acetone:\n    name: 丙酮", "  acetone:\n    nome: 丙酮", "unknown_key_near"),
    ],
)
def test_fields_of_the_wrong_kind(tmp_path: Path, old: str, new: str, code: str) -> None:
    issue = found(read(tmp_path, chain_with(old, new)), code)
    assert issue.place.file == "01-resin.yaml"
    assert issue.place.line > 0


@pytest.mark.parametrize(
    ("old", "new", "code", "spot"),
    [
        ("    down: [bpa]", "    dwn: [bpa]", "unknown_stage", "dwn:"),
        ("down: [bpa]", "down: [bpa, bpa]", "member_twice", "bpa]"),
        ("down: [bpa]", "down: [bpa, phenol]", "member_twice", "phenol]"),
    ],
)
def test_a_wrong_member_is_named_where_it_stands(
    tmp_path: Path, old: str, new: str, code: str, spot: str
) -> None:
    files = chain_with(old, new)
    issue = found(read(tmp_path, files), code)
    lines = str(files["01-resin.yaml"]).split("\n")
    assert lines[issue.place.line - 1][issue.place.column - 1 :].startswith(spot)


@pytest.mark.parametrize("day", ["2022-13-45", "2022-02-30"])
def test_g029_impossible_dates(tmp_path: Path, day: str) -> None:
    files = {"enterprises.yaml": ENTERPRISES.replace("2022-10-26", day)}
    issue = found(read(tmp_path, files), "no_such_day")
    assert issue.place.line == 8


@pytest.mark.parametrize(("depth", "codes"), [(40, False), (41, True)])
def test_g039_g040_depth_is_limited(tmp_path: Path, depth: int, codes: bool) -> None:
    inner = depth - 1
    text = f"x: {'[' * inner}{']' * inner}"
    loaded = read(tmp_path, {"02-x.yaml": text})
    assert ("library.depth" in [i.code for i in loaded.issues]) is codes


def test_g039_five_thousand_brackets(tmp_path: Path) -> None:
    found(read(tmp_path, {"02-x.yaml": "a: " + "[" * 5000}), "depth")


def test_g037_alias_bomb(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)]
    found(read(tmp_path, {"02-x.yaml": "\n".join(lines)}), "anchor")


def test_g041_five_thousand_products_load(tmp_path: Path) -> None:
    rows = "".join(f"  p{i}: {{name: 环节{i}, unit: 万吨/年}}\n" for i in range(5000))
    loaded = read(tmp_path, {"utilities.yaml": "format: 1\nproducts:\n" + rows})
    assert len(loaded.atlas.products) == 5003


def test_g042_a_long_comment_loads(tmp_path: Path) -> None:
    assert read(tmp_path, {"01-resin.yaml": "# 注\n" * 20_000 + CHAIN}).issues == ()


def test_g043_ten_thousand_doubles_are_one_message(tmp_path: Path) -> None:
    rows = "".join(f"  e{i}: {{name: 同名厂, county: 东县}}\n" for i in range(10_000))
    loaded = read(tmp_path, {"more.yaml": "format: 1\nenterprises:\n" + rows})
    hits = [i for i in loaded.issues if i.code == "library.same_name"]
    assert [i.params["count"] for i in hits] == [10_000]


def test_the_same_mistake_many_times_is_counted(tmp_path: Path) -> None:
    rows = "".join(f"  e{i}: {{name: 厂{i}, count: 东县}}\n" for i in range(300))
    loaded = read(tmp_path, {"more.yaml": "format: 1\nenterprises:\n" + rows})
    assert found(loaded, "more").params["count"] == 250
    assert len(loaded.issues) < 200


def test_g047_an_id_used_twice_shows_both_places(tmp_path: Path) -> None:
    extra = "format: 1\nproducts:\n  bpa: {name: 双酚, unit: 万吨/年}\n"
    issue = found(read(tmp_path, {"02-x.yaml": extra}), "duplicate_id")
    assert (str(issue.place), str(issue.related[0])) == ("02-x.yaml:3:3", "01-resin.yaml:21:3")


def test_g048_nearly_equal_ids(tmp_path: Path) -> None:
    extra = "format: 1\nproducts:\n  BPA: {name: 双酚, unit: 万吨/年, utility: yes}\n"
    assert found(read(tmp_path, {"02-x.yaml": extra}), "similar_ids").params["ids"] == "bpa、BPA"


def test_g051_missing_format_is_read_and_told(tmp_path: Path) -> None:
    loaded = read(tmp_path, chain_with("format: 1\n", ""))
    assert found(loaded, "format_missing").severity is Severity.WARNING
    assert "bpa" in loaded.atlas.products


def test_g052_any_number_of_chains(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {}
    for i in range(30):
        text = CHAIN.split("products:")[0].replace("id: resin", f"id: c{i}")
        files[f"c{i}.yaml"] = text.replace("树脂产业链", f"链{i}")
    assert len(read(tmp_path / "many", files).atlas.chains) == 31
    none = load(write_only(tmp_path / "none", {"library.yaml": LIBRARY.replace("[resin]", "[]")}))
    assert none.atlas.chains == {}
    assert none.issues == ()


def write_only(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_g054_the_same_input_twice(tmp_path: Path) -> None:
    found(read(tmp_path, chain_with("acetone: {per", "phenol: {per")), "duplicate_key")


def chain_of(members: str, products: str) -> dict[str, str | bytes]:
    head = CHAIN.split("  members:")[0].replace("  leads: [plant]\n", "")
    lonely = ENTERPRISES.split("    capacities:")[0]
    return {
        "01-resin.yaml": f"{head}  members:\n    up: [{members}]\nproducts:\n{products}",
        "enterprises.yaml": lonely,
    }


@pytest.mark.parametrize("count", [0, 1, 100])
def test_g055_g056_chains_of_no_one_and_a_hundred_products(tmp_path: Path, count: int) -> None:
    rows = [f"  p{i}:\n    name: 环节{i}\n    unit: 万吨/年\n" for i in range(count)]
    for i in range(1, count):
        made = f"{{p{i - 1}: {{per_unit: 1, unit: t, basis: estimate}}}}"
        rows[i] += f"    routes: {{r: {{name: 法, inputs: {made}}}}}\n"
    loaded = read(tmp_path, chain_of(", ".join(f"p{i}" for i in range(count)), "".join(rows)))
    assert [i.code for i in loaded.issues if i.severity is Severity.ERROR] == []
    assert len(loaded.atlas.chains["resin"].members()) == count
    assert sum(len(p.routes) for p in loaded.atlas.products.values()) == max(count - 1, 0)


def test_g057_two_halves_load(tmp_path: Path) -> None:
    make = "routes: {r: {name: 法, inputs: {%s: {per_unit: 1, unit: t, basis: estimate}}}}"
    unit = "unit: 万吨/年"
    rows = "".join(
        f"  {a}: {{name: {a}, {unit}}}\n  {b}:\n    name: {b}\n    {unit}\n    {make % a}\n"
        for a, b in (("a1", "a2"), ("b1", "b2"))
    )
    loaded = read(tmp_path, chain_of("a1, a2, b1, b2", rows))
    assert loaded.atlas.consumers == {"a1": ("a2",), "b1": ("b2",)}


def test_g059_g063_characters_beyond_the_plane(tmp_path: Path) -> None:
    loaded = read(
        tmp_path, chain_with("name: 双酚A", "name: 𬭎𠮷\uf9ca👨\u200d👩 <img src=x> {0} %s")
    )
    assert loaded.atlas.products["bpa"].name.startswith("𬭎𠮷流👨")


@pytest.mark.parametrize("name", ["طول", "אורך", "CO₂", "Al₂O₃", "α-烯烃", "㎡ ℃ →"])
def test_g062_g065_other_scripts_and_signs_load(tmp_path: Path, name: str) -> None:
    loaded = read(tmp_path, chain_with("name: 双酚A", f"name: {name}"))
    assert loaded.issues == ()
    assert loaded.atlas.products["bpa"].name == name


def test_g066_noncharacters_are_refused(tmp_path: Path) -> None:
    found(read(tmp_path, chain_with("name: 双酚A", "name: 双\uffff酚")), "character")


@pytest.mark.parametrize(
    "name", ["<img src='a.png'>", '<a href="file:///c:/a.exe">x</a>', "产能 <10", "\\u200e右"]
)
def test_g067_to_g071_marks_of_other_languages_stay_as_they_are(tmp_path: Path, name: str) -> None:
    loaded = read(
        tmp_path, chain_with("name: 双酚A", f"name: '{name.replace(chr(39), chr(39) * 2)}'")
    )
    assert loaded.atlas.products["bpa"].name == name


def test_g071_a_mark_of_direction_is_told(tmp_path: Path) -> None:
    loaded = read(tmp_path, chain_with("name: 树脂产业链", 'name: "树脂\\u202e产业链"'))
    assert found(loaded, "invisible").place.line == 4


@pytest.mark.parametrize("name", ["$\\frac{x$", "100$元 至 200$元"])
def test_g072_dollar_signs_stay(tmp_path: Path, name: str) -> None:
    loaded = read(tmp_path, chain_with("name: 双酚A", f"name: {name}"))
    assert loaded.atlas.products["bpa"].name == name


def test_g070_braces_in_names_stay_literal(tmp_path: Path) -> None:
    loaded = read(tmp_path, chain_with("name: 苯酚", 'name: "%1 %s {0} {name}"'))
    assert loaded.atlas.products["phenol"].name == "%1 %s {0} {name}"
    loaded = read(tmp_path, chain_with("basis: estimate", 'basis: "{value} {0}"'))
    assert "{value} {0}" in wording.issue_text(found(loaded, "want_choice"))


def test_g073_odd_folder_names(tmp_path: Path) -> None:
    assert read(tmp_path / "产业链 数据" / "#1%20 (a&b)").issues == ()


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "a."])
def test_g074_ids_that_are_devices_elsewhere_load(tmp_path: Path, name: str) -> None:
    files = chain_with("id: resin", f"id: {name}")
    files |= {
        "library.yaml": LIBRARY.replace("[resin]", f"[{name}]"),
        "enterprises.yaml": ENTERPRISES.replace("[resin]", f"[{name}]"),
    }
    assert list(read(tmp_path, files).atlas.chains) == [name]


@pytest.mark.parametrize("key", ["logo", "include", "file", "<<"])
def test_g075_no_file_names_another(tmp_path: Path, key: str) -> None:
    line = f"  {key}: ../../Windows/win.ini\n  region:"
    loaded = read(tmp_path, {"library.yaml": LIBRARY.replace("  region:", line)})
    codes = {i.code for i in loaded.issues if i.place.line == 3}
    assert codes <= {"library.unknown_key", "library.unknown_key_near"}
    assert codes


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_g076_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("format: 1\nlibrary: {region: x, edition: 2022}\n", encoding="utf-8")
    folder = write(tmp_path / "data")
    (folder / "link.yaml").symlink_to(secret)
    found(load(folder), "link_outside")


def test_g078_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path)
    original = Path.open

    def refuse(path: Path, *more: Any) -> Any:
        if path.name == "01-resin.yaml":
            raise PermissionError(13, "Permission denied")
        return original(path, *more)

    monkeypatch.setattr(Path, "open", refuse)
    loaded = load(folder)
    assert found(loaded, "file_unreadable").place.file == "01-resin.yaml"
    assert "plant" in loaded.atlas.enterprises


def test_g079_a_folder_named_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    assert found(read(tmp_path), "dir_named_file").severity is Severity.INFO


def test_g080_names_that_differ_in_case_only(tmp_path: Path) -> None:
    folder = write(tmp_path, {"A.yaml": "format: 1\nsources:\n  x: {title: 甲}\n"})
    if (folder / "a.yaml").exists():
        pytest.skip("this file system takes them for one")
    (folder / "a.yaml").write_text("format: 1\nsources:\n  y: {title: 乙}\n", encoding="utf-8")
    assert {"x", "y"} <= load(folder).atlas.sources.keys()


def test_g081_suffixes_in_any_case(tmp_path: Path) -> None:
    folder = write_only(tmp_path / "d", {n.replace("yaml", "YML"): t for n, t in GOOD.items()})
    assert "bpa" in load(folder).atlas.products


@pytest.mark.parametrize("make", ["missing", "file", "empty"])
def test_folders_that_are_none(tmp_path: Path, make: str) -> None:
    folder = tmp_path / "data"
    if make == "file":
        folder.write_text("x", encoding="utf-8")
    elif make == "empty":
        folder.mkdir()
    loaded = load(folder)
    code = {"missing": "folder_missing", "file": "folder_is_file", "empty": "folder_empty"}[make]
    assert found(loaded, code).severity is Severity.ERROR
    assert not loaded.atlas.chains


def test_one_bad_file_never_hides_the_others(tmp_path: Path) -> None:
    loaded = read(tmp_path, {"00-a.yaml": "a: [", "02-b.yaml": b"\xff\xfe", "03-c.yaml": "：\n"})
    assert {i.place.file for i in loaded.issues} == {"00-a.yaml", "02-b.yaml", "03-c.yaml"}
    assert set(loaded.atlas.products) == {"phenol", "acetone", "bpa"}


def test_a_route_with_an_unknown_input_is_left_out_whole(tmp_path: Path) -> None:
    loaded = read(tmp_path, chain_with("phenol: {per", "phenool: {per"))
    assert loaded.atlas.products["bpa"].routes == ()


def test_a_message_shows_place_line_and_mark(tmp_path: Path) -> None:
    issue = found(read(tmp_path, chain_with("raw: yes", "raw: 是")), "want_yes_no")
    head, line, mark = format_issue(issue).split("\n")
    assert head.startswith("01-resin.yaml:20:10: 错误: “是”应写 yes 或 no。")
    assert line.endswith("    raw: 是")
    assert mark.index("^") == line.index("是")
