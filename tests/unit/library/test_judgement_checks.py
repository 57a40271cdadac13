"""What of the second format reads well and is still wrong is told at its place, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu import wording
from liantu.issues import Issue, Severity
from liantu.library import load
from liantu.library.checks import catalogue
from liantu.model import Atlas
from liantu.model.boards import Board
from tests.helpers.folders import CHAIN, ENTERPRISES, LIBRARY, SOURCES, write

HEAD = "  leads: [plant]\n"
BPA = "    aka: [BPA]\n"
PHENOL = "phenol: {per_unit: 0.85, unit: t, basis: estimate"
FORMAT = "format: 1\n"
GATE = FORMAT + "gates:\n  g1: {kind: park, since: 2020, source: [daily], products: [bpa]%s}\n"
ANSWER = FORMAT + "answers:\n  - {product: bpa, county: %s, date: 2026-11-20, answer: %s}\n"
DECLARED = FORMAT + "declarations:\n  - {county: %s, date: 2026-11-20%s}\n"
FIRMS = ENTERPRISES.replace("source: [daily]", "source: [late]")
FIRM = "    name: 试验化工有限公司\n"
SELLER = "  {0}:\n    name: {0}厂\n    county: 西县\n"
SELLER += "    capacities: [{{product: phenol, status: operating}}]\n"


def chain(*pairs: tuple[str, str]) -> dict[str, str]:
    text = CHAIN
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return {"01-resin.yaml": text}


def head(more: str) -> dict[str, str]:
    return chain((HEAD, HEAD + more))


def bpa(more: str) -> dict[str, str]:
    return chain((BPA, BPA + f"    {more}\n"))


LINE = "  lines:\n    - {id: a, name: 线, trunk: %s}\n"
CASES: list[tuple[str, dict[str, str], str, str]] = [
    ("key_reason", chain((PHENOL, PHENOL + ", key: yes")), "01-resin.yaml", "phenol: {per"),
    (
        "bought_role",
        chain(
            ("name: 缩合", "name: 缩合\n        kind: bought"), (PHENOL, PHENOL + ", role: main")
        ),
        "01-resin.yaml",
        "phenol: {per",
    ),
    (
        "captive_sold",
        chain((PHENOL, PHENOL + ", role: captive"))
        | {"enterprises.yaml": ENTERPRISES + SELLER.format("b") + SELLER.format("c")},
        "01-resin.yaml",
        "phenol: {per",
    ),
    ("gate_source", bpa("gate: [{kind: park, since: 2020}]"), "01-resin.yaml", "gate:"),
    ("gate_since", bpa("gate: [{kind: park, source: [daily]}]"), "01-resin.yaml", "gate:"),
    ("gate_until", {"gates.yaml": GATE % ", until: 2019"}, "gates.yaml", "g1:"),
    ("gate_class", {"gates.yaml": GATE % ", class: 限制"}, "gates.yaml", "g1:"),
    (
        "gate_no_class",
        {"gates.yaml": (GATE % "").replace("kind: park", "kind: catalogue")},
        "gates.yaml",
        "g1:",
    ),
    ("gate_why", {"gates.yaml": GATE % ", inferred: yes"}, "gates.yaml", "g1:"),
    ("gate_idle", {"gates.yaml": GATE % ", except: [bpa]"}, "gates.yaml", "g1:"),
    ("flag_source", bpa("flags: [{text: 卡脖子}]"), "01-resin.yaml", "bpa:"),
    ("barrier_source", bpa("barrier: {text: 难}"), "01-resin.yaml", "barrier:"),
    ("scale_source", bpa("scale_min: {amount: 1, unit: 万吨/年}"), "01-resin.yaml", "scale_min:"),
    (
        "scale_unit",
        bpa("scale_min: {amount: 1, unit: 万台/年, source: [daily]}"),
        "01-resin.yaml",
        "scale_min:",
    ),
    ("short_wide", bpa("short: 聚碳级双酚甲烷"), "01-resin.yaml", "bpa:"),
    (
        "short_twice",
        chain((BPA, BPA + "    short: 酚\n"), ("name: 苯酚\n", "name: 苯酚\n    short: 酚\n")),
        "01-resin.yaml",
        "bpa:",
    ),
    (
        "short_wide",
        {"enterprises.yaml": ENTERPRISES.replace(FIRM, FIRM + "    short: 试验化工集团公司\n")},
        "enterprises.yaml",
        "plant:",
    ),
    (
        "short_twice",
        {
            "enterprises.yaml": ENTERPRISES.replace(FIRM, FIRM + "    short: 试验化工\n")
            + SELLER.format("b").replace("西县", "西县\n    aka: [试验化工]")
        },
        "enterprises.yaml",
        "plant:",
    ),
    (
        "lead_many",
        chain((HEAD, "  leads: [plant, b, c, d]\n"))
        | {"enterprises.yaml": ENTERPRISES + "".join(map(SELLER.format, "bcd"))},
        "01-resin.yaml",
        "format:",
    ),
    ("lead_twice", chain((HEAD, "  leads: [plant, plant]\n")), "01-resin.yaml", "format:"),
    (
        "lead_idle",
        chain((HEAD, "  leads: [b]\n"))
        | {"enterprises.yaml": ENTERPRISES + SELLER.format("b").replace("phenol", "salt")}
        | {"more.yaml": FORMAT + "products:\n  salt: {name: 盐, unit: 万吨/年, utility: yes}\n"},
        "01-resin.yaml",
        "format:",
    ),
    ("field_long", chain(("field: 化工", "field: 绿色化工业")), "01-resin.yaml", "format:"),
    ("key_count", head("  key: [bpa]\n"), "01-resin.yaml", "key:"),
    (
        "key_foreign",
        chain((HEAD, HEAD + "  key: [phenol]\n"), ("up: [phenol, acetone]", "up: [acetone]")),
        "01-resin.yaml",
        "key:",
    ),
    ("key_twice", head("  key: [bpa, bpa]\n"), "01-resin.yaml", "key:"),
    (
        "group_stage",
        head("  groups: [{stage: upp, name: 料, products: [phenol]}]\n"),
        "01-resin.yaml",
        "groups:",
    ),
    (
        "group_foreign",
        chain(
            (HEAD, HEAD + "  groups: [{stage: up, name: 料, products: [phenol]}]\n"),
            ("up: [phenol, acetone]", "up: [acetone]"),
        ),
        "01-resin.yaml",
        "groups:",
    ),
    (
        "group_twice",
        head(
            "  groups:\n    - {stage: up, name: 料, products: [phenol]}\n"
            "    - {stage: up, name: 酚, products: [phenol]}\n"
        ),
        "01-resin.yaml",
        "- {stage: up, name: 酚",
    ),
    (
        "group_long",
        head("  groups: [{stage: up, name: 名字太长写不下的料, products: [phenol]}]\n"),
        "01-resin.yaml",
        "groups:",
    ),
    (
        "group_elsewhere",
        head("  groups: [{stage: up, name: 料, products: [bpa]}]\n"),
        "01-resin.yaml",
        "groups:",
    ),
    (
        "group_none",
        head("  groups: [{stage: up, name: 料, products: [phenol]}]\n"),
        "01-resin.yaml",
        "format:",
    ),
    (
        "line_twice",
        head(LINE % "[phenol, bpa]" + "    - {id: a, name: 线, trunk: [bpa]}\n"),
        "01-resin.yaml",
        "- {id: a",
    ),
    ("line_gap", head(LINE % "[phenol, acetone]"), "01-resin.yaml", "- {id: a"),
    ("line_via", head(LINE % "[phenol, bpa], via: {phenol: 首站}"), "01-resin.yaml", "- {id: a"),
    (
        "later",
        {
            "sources.yaml": SOURCES + "  late: {title: 后来的报道, date: 2024-05}\n",
            "enterprises.yaml": FIRMS.replace(", since: 2022-10-26", ""),
        },
        "enterprises.yaml",
        "plant:",
    ),
    (
        "own_use",
        {"enterprises.yaml": ENTERPRISES.replace("operating,", "operating, own_use: yes,")},
        "enterprises.yaml",
        "plant:",
    ),
    ("answer_county", {"v.yaml": ANSWER % ("远县", "none")}, "v.yaml", "- {product"),
    ("answer_until", {"v.yaml": ANSWER % ("东县", "none, until: 2026-11-20")}, "v.yaml", "- {pro"),
    ("answer_due", {"v.yaml": ANSWER % ("东县", "asked, due: 2026-11-01")}, "v.yaml", "- {product"),
    ("answer_firms", {"v.yaml": ANSWER % ("东县", "made")}, "v.yaml", "- {product"),
    (
        "answer_conflict",
        {
            "v.yaml": ANSWER % ("东县", "none")
            + "  - {product: bpa, county: 东县, date: 2026-11-20, answer: unclear}\n"
        },
        "v.yaml",
        "- {product: bpa, county: 东县, date: 2026-11-20, answer: unclear",
    ),
    ("declaration_county", {"v.yaml": DECLARED % ("远县", "")}, "v.yaml", "- {county"),
    ("declaration_until", {"v.yaml": DECLARED % ("全市", ", until: 2026")}, "v.yaml", "- {county"),
    (
        "declaration_counts",
        {"v.yaml": DECLARED % ("全市", ", listed: 3, recorded: 4")},
        "v.yaml",
        "- {county",
    ),
    (
        "registered",
        {
            "library.yaml": LIBRARY + "  registered: SF1\n",
            "f.yaml": FORMAT + "figures:\n  SF1: {item: 规上企业, text: 若干}\n",
        },
        "f.yaml",
        "SF1:",
    ),
    (
        "group_year",
        {"f.yaml": FORMAT + "figures:\n  SF1: {item: 树脂, text: 有, products: [bpa]}\n"},
        "f.yaml",
        "SF1:",
    ),
]


def doubts(folder: Path, files: dict[str, str]) -> list[Issue]:
    return list(load(write(folder, {**files})).issues)


@pytest.mark.parametrize(("code", "files", "name", "spot"), CASES, ids=[c[0] for c in CASES])
def test_each_is_told_where_it_stands(
    tmp_path: Path, code: str, files: dict[str, str], name: str, spot: str
) -> None:
    hits = [i for i in doubts(tmp_path, files) if i.code == f"library.{code}"]
    (found,) = hits
    assert found.severity is catalogue.KINDS[found.code]
    assert wording.issue_text(found)
    assert wording.text(f"{found.code}.title")
    line = files[name].split("\n")[found.place.line - 1]
    assert found.place.file == name
    assert found.place.column > 0
    assert spot in line


def test_what_is_right_is_not_doubted(tmp_path: Path) -> None:
    files = {
        "gates.yaml": GATE % "",
        "v.yaml": ANSWER % ("全市", "none, until: 2099")
        + ANSWER.split("\n", 2)[2] % ("未注明", "unclear"),
        **chain(
            (PHENOL, PHENOL + ", role: main, key: yes, reason: 定收率"),
            (HEAD, HEAD + LINE % "[phenol, bpa, acetone], via: {acetone: 回收}"),
            (BPA, BPA + "    short: BPA双酚甲烷\n"),
        ),
    }
    told = [i for i in doubts(tmp_path, files) if i.code in catalogue.KINDS]
    assert [i.code for i in told if i.severity is not Severity.INFO] == []


def test_a_short_name_used_twice_names_both_places(tmp_path: Path) -> None:
    files = next(files for code, files, _, _ in CASES if code == "short_twice")
    (found,) = [i for i in doubts(tmp_path, files) if i.code == "library.short_twice"]
    assert [p.line for p in found.related] == [14]
    assert found.params["first"] == "01-resin.yaml:14:3"


def test_sources_of_barriers_scales_and_answers_are_cited(tmp_path: Path) -> None:
    more = "".join(f"  s{n}: {{title: 文件{n}, date: 2020}}\n" for n in range(3))
    files = bpa("barrier: {text: 难, source: [s0]}") | {"sources.yaml": SOURCES + more}
    files["01-resin.yaml"] = files["01-resin.yaml"].replace(
        BPA, BPA + "    scale_min: {amount: 1, unit: 万吨/年, source: [s1]}\n"
    )
    files["v.yaml"] = ANSWER % ("东县", "none, source: [s2]")
    assert [i for i in doubts(tmp_path, files) if i.code == "library.idle_source"] == []


def test_what_leads_nowhere_is_told_and_emptied(tmp_path: Path) -> None:
    firms = ENTERPRISES.replace("status: planned", "status: planned, project: P9")
    files: dict[str, str | bytes] = {
        "enterprises.yaml": firms,
        "library.yaml": LIBRARY + "  registered: SF9\n",
        "v.yaml": DECLARED % ("全市", ", chain: nowhere"),
    }
    loaded = load(write(tmp_path, files))
    codes = {i.code for i in loaded.issues if i.severity is Severity.ERROR}
    assert codes == {f"library.unknown_{kind}" for kind in ("project", "figure", "chain")}
    assert [c.project for c in loaded.atlas.enterprises["plant"].capacities] == ["", ""]
    assert loaded.atlas.library.registered == ""
    assert loaded.atlas.declarations == ()
    assert {lost for i in loaded.issues for lost in i.lost} == {("declaration", "nowhere")}


OLD = "  weights: {demand: 40, readiness: 25, unlock: 20, exposure: 15, strategic: 0}\n"


def test_a_folder_of_the_first_edition_reads_unchanged(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, {"library.yaml": LIBRARY + OLD}))
    assert loaded.issues == ()
    assert loaded.atlas.library.weights == {
        Board.FILL: {"demand": 40, "ready": 25, "unlock": 20, "exposure": 15, "strategic": 0}
    }
    product = loaded.atlas.products["bpa"]
    assert (product.gates, product.barrier, product.scale_min, product.short) == (
        (),
        None,
        None,
        "",
    )
    assert {(i.role, i.key, i.reason) for i in product.routes[0].inputs} == {(None, False, "")}
    assert (loaded.atlas.answers, loaded.atlas.declarations) == ((), ())


BAD: list[tuple[dict[str, str], str, str]] = [
    (chain((PHENOL, PHENOL + ", role: 主材")), "want_choice", "主材"),
    (chain((PHENOL, PHENOL + ", key: 是")), "want_yes_no", "是}"),
    (chain((PHENOL, PHENOL + ", reason: [甲]")), "want_text", "[甲]"),
    (bpa("short: [甲]"), "want_text", "[甲]"),
    (bpa(f"short: {'长' * 61}"), "text_long", "长长"),
    (bpa("generic: 是"), "want_yes_no", "是"),
    (bpa("want: true"), "want_yes_no", "true"),
    (bpa("gate: park"), "want_list", "park"),
    (bpa("gate: [park]"), "want_mapping", "park]"),
    (bpa("gate: [{kind: 入园}]"), "want_choice", "入园"),
    (bpa("gate: [{since: 2020}]"), "missing_key", "{since"),
    (bpa("gate: [{kind: catalogue, class: 允许}]"), "want_choice", "允许"),
    (bpa("gate: [{kind: park, effect: 关}]"), "want_choice", "关}"),
    (bpa("gate: [{kind: park, since: 2020-13}]"), "no_such_day", "2020-13"),
    (bpa("gate: [{kind: park, until: 明年}]"), "want_date", "明年"),
    (bpa("gate: [{kind: park, kind: ban}]"), "duplicate_key", "kind: ban"),
    (bpa("gate: [{kind: park, source: [nix]}]"), "unknown_source", "nix]"),
    (bpa("gate: [{kind: park, item: [1]}]"), "want_text", "[1]"),
    (bpa("barrier: 难"), "want_mapping", "难"),
    (bpa("barrier: {source: [daily]}"), "missing_key", "{source"),
    (bpa("scale_min: 10"), "want_mapping", "10"),
    (bpa("scale_min: {amount: 十, unit: 万吨/年}"), "want_number", "十"),
    (bpa("scale_min: {amount: 0, unit: 万吨/年}"), "number_above", "0,"),
    (bpa("scale_min: {amount: 1}"), "missing_key", "{amount"),
    (head("  key: bpa\n"), "want_list", "bpa"),
    (head("  key: [{kind: 卡点}]\n"), "missing_key", "{kind"),
    (head("  key: [双酚A]\n"), "bad_id", "双酚A"),
    (head("  key: [zzz]\n"), "unknown_product", "zzz"),
    (head("  key: [{product: bpa, inferred: 是}]\n"), "want_yes_no", "是}"),
    (head("  groups: {up: 料}\n"), "want_list", "{up"),
    (head("  groups: [{stage: up, products: [bpa]}]\n"), "missing_key", "{stage"),
    (head("  groups: [{stage: up, name: 料, products: bpa}]\n"), "want_list", "bpa}"),
    (head("  groups: [{stage: up, name: 料, products: [zzz]}]\n"), "unknown_product", "zzz]"),
    (head("  lines: [{name: 线, trunk: [bpa]}]\n"), "missing_key", "{name"),
    (head("  lines: [{id: a, name: 线, trunk: bpa}]\n"), "want_list", "bpa}"),
    (head("  lines: [{id: a, name: 线, trunk: [bpa], via: 甲}]\n"), "want_mapping", "甲}"),
    (
        head("  lines: [{id: a, name: 线, trunk: [bpa], via: {zzz: 甲}}]\n"),
        "unknown_product",
        "zzz",
    ),
    ({"gates.yaml": FORMAT + "gates: [甲]\n"}, "want_mapping", "[甲]"),
    ({"gates.yaml": GATE % ', gbt: "26"'}, "want_list", '"26"'),
    ({"gates.yaml": GATE % ", except: [zzz]"}, "unknown_product", "zzz]"),
    ({"gates.yaml": GATE % ", excpt: [bpa]"}, "unknown_key_near", "excpt"),
    ({"gates.yaml": GATE.replace("[bpa]", "[zzz]") % ""}, "unknown_product", "zzz]"),
    ({"parks.yaml": FORMAT + "parks:\n  a: {name: 园}\n"}, "missing_key", "{name"),
    ({"parks.yaml": FORMAT + "parks:\n  a: {name: 园, county: [甲]}\n"}, "want_text", "[甲]"),
    ({"v.yaml": FORMAT + "answers: {a: 1}\n"}, "want_list", "{a"),
    ({"v.yaml": ANSWER % ("东县", "有")}, "want_choice", "有}"),
    ({"v.yaml": (ANSWER % ("东县", "none")).replace("bpa", "zzz")}, "unknown_product", "zzz"),
    ({"v.yaml": (ANSWER % ("东县", "none")).replace("-20", "-31")}, "no_such_day", "2026-11-31"),
    ({"v.yaml": (ANSWER % ("东县", "none")).replace("county: 东县, ", "")}, "missing_key", "{prod"),
    ({"v.yaml": ANSWER % ("东县", "none, until: 明年")}, "want_date", "明年"),
    ({"v.yaml": DECLARED % ("全市", ", listed: -1")}, "number_least", "-1"),
    ({"v.yaml": DECLARED % ("全市", ", recorded: 若干")}, "want_number", "若干"),
    ({"v.yaml": DECLARED % ("全市", ", chain: zzz")}, "unknown_chain", "zzz"),
    ({"library.yaml": LIBRARY + "  complete: 是\n"}, "want_yes_no", "是"),
    ({"library.yaml": LIBRARY + "  registered: zzz\n"}, "unknown_figure", "zzz"),
    ({"library.yaml": LIBRARY + "  weights: {fill: 30}\n"}, "want_mapping", "30}"),
    ({"library.yaml": LIBRARY + "  weights: {fill: {demand: 101}}\n"}, "number_huge", "101"),
    ({"library.yaml": LIBRARY + "  weights: {strong: {gap: -1}}\n"}, "number_least", "-1"),
    ({"library.yaml": LIBRARY + "  weights: {extend: {lied: 1}}\n"}, "unknown_key_near", "lied"),
    (
        {"enterprises.yaml": ENTERPRISES.replace("planned}", "planned, own_use: 是}")},
        "want_yes_no",
        "是}",
    ),
    (
        {"enterprises.yaml": ENTERPRISES.replace("planned}", "planned, project: zzz}")},
        "unknown_project",
        "zzz}",
    ),
    (
        {"f.yaml": FORMAT + "figures:\n  a: {item: 甲, text: 乙, year: 2020, products: bpa}\n"},
        "want_list",
        "bpa}",
    ),
    (
        {
            "k.yaml": FORMAT
            + "clusters:\n  a: {name: 甲, county: 东县, year: 2020, products: [zzz]}\n"
        },
        "unknown_product",
        "zzz]",
    ),
]


@pytest.mark.parametrize(("files", "code", "spot"), BAD)
def test_a_bad_value_gets_one_message_at_its_place(
    tmp_path: Path, files: dict[str, str], code: str, spot: str
) -> None:
    errors = [i for i in doubts(tmp_path, files) if i.severity is Severity.ERROR]
    (found,) = errors
    assert found.code == f"library.{code}"
    line = files[found.place.file].split("\n")[found.place.line - 1]
    assert line[found.place.column - 1 :].startswith(spot)
    assert wording.issue_text(found)


def test_the_order_of_new_keys_decides_nothing(tmp_path: Path) -> None:
    gate = "{kind: catalogue, class: 限制, since: 2020, source: [daily]}"
    turned = "{source: [daily], since: 2020, class: 限制, kind: catalogue}"
    scale = "    scale_min: {amount: 1, unit: 万吨/年, source: [daily]}\n"
    one = bpa(f"gate: [{gate}]")["01-resin.yaml"].replace(BPA, BPA + scale)
    other = bpa(f"gate: [{turned}]")["01-resin.yaml"].rstrip("\n") + "\n" + scale
    rows = ["  g2: {kind: park, products: [bpa]}\n", '  g10: {gbt: ["2"], kind: ban}\n']
    atlases: list[Atlas] = []
    for text, told in ((one, rows), (other, rows[::-1])):
        files: dict[str, str | bytes] = {"01-resin.yaml": text}
        files["gates.yaml"] = FORMAT + "gates:\n" + "".join(told)
        atlases.append(load(write(tmp_path / str(len(atlases)), files)).atlas)
    assert list(atlases[0].gates.items()) == list(atlases[1].gates.items())
    assert [*atlases[0].gates] == ["g2", "g10"]
    assert atlases[0].products == atlases[1].products
