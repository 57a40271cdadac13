"""Everything that a user can read, as text: the only file here that knows the program.

When the program is rebuilt inside, this file follows and the texts stay.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from liantu import paths
from liantu.analysis.plans.closing import ladder
from liantu.analysis.plans.plan import Wish
from liantu.analysis.portfolio.answer import Wishes, explained, solved
from liantu.analysis.portfolio.candidates import candidates
from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.reading import Reading
from liantu.briefing import plans
from liantu.briefing.asking_sheets import to_workbook
from liantu.briefing.blocks import (
    Blank,
    Break,
    Figure,
    Heading,
    Items,
    Numbers,
    Paragraph,
    Report,
    Table,
)
from liantu.briefing.case import Case
from liantu.briefing.ledgers import supports
from liantu.briefing.ledgers import work as ledgers_of
from liantu.briefing.lists import write_lists
from liantu.briefing.order import Order
from liantu.briefing.portfolio import report as portfolio_report
from liantu.briefing.projects import report as projects_report
from liantu.briefing.projects import rows_of
from liantu.briefing.prose import as_printed
from liantu.briefing.report import briefing
from liantu.briefing.visit import visit
from liantu.diagram.cards import draw_map
from liantu.diagram.city import PICTURES
from liantu.diagram.drawing import Clip, Drawing, Label
from liantu.diagram.poster.frame import frame_of as poster_frame
from liantu.diagram.poster.pages import arrange as arrange_poster
from liantu.diagram.poster.panel import fill as fill_panel
from liantu.diagram.segment.cardtext import card_text
from liantu.diagram.segment.chips import chip_text
from liantu.diagram.segment.levels import BY_ID
from liantu.diagram.segment.mapping import Area, build_map, graph_of
from liantu.diagram.segment.model import Item, Map
from liantu.diagram.theme import PRINT
from liantu.diagram.views.firm import build_firm_view
from liantu.diagram.views.map_view import MapView, arrange
from liantu.document.session import Session, read
from liantu.document.show import Show
from liantu.library.importing.tables import tables_of
from liantu.model.scenario import Scenario
from liantu.model.target import Target
from liantu.render.vector import Picture
from liantu.telling import events as happened
from liantu.telling import status
from liantu.telling.charts.catalogue import CHARTS, ChartName, chart
from liantu.telling.dossiers.describe import describe
from liantu.telling.health import loop_issues
from liantu.telling.line import Dossier, Line
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.mark import Mark
from liantu.telling.pool.sheet import dossier
from liantu.telling.portfolio.chart import tradeoff
from liantu.telling.poster.chain import chain_poster
from liantu.telling.poster.city import city_poster
from liantu.telling.poster.city_plain import plain_city
from liantu.telling.poster.plain import plain
from liantu.telling.story.told import plain as told_plain
from liantu.telling.story.told import told
from liantu.telling.task_sheets import task_sheets
from liantu.telling.why.explanation import explain
from tests.golden.plain import footers, tsv, workbook
from tests.helpers.ledgers import ledgers_at
from tests.helpers.projects import projects_at


@cache
def _opened(asked: str) -> Session:
    """The shipped folder at ``date`` or ``date thin=1.2``."""
    date, _, thin = asked.partition(" thin=")
    opened = read(paths.shipped_chains(), date)
    if thin:
        switches = replace(opened.reading.switches, thin=float(thin))
        opened = replace(
            opened,
            reading=opened.reading.under(
                Scenario(date=date).assuming(switches, opened.reading.base.library)
            ),
        )
    session = Session(opened.folder)
    session.accept(opened)
    return session


def _table(name: str, reading: Reading, scope: Scope, most: int | None = None) -> str:
    """A list as the window shows it."""
    found = find(name)
    columns = found.on_screen
    rows = found.rows(reading, scope)[:most]
    head = [column.head for column in columns]
    return tsv(name, head, ([column.text(row) for column in columns] for row in rows))


# --- lists of the window


OF_CHAIN = (
    "products",
    "enterprises",
    "broken",
    "short",
    "thin",
    "weak",
    "fill",
    "extend",
    "strong",
    "shortlist",
    "survey",
    "balance",
    "projects",
    "matches",
)


def window_lists(date: str, chain: str) -> str:
    """Every list of a chain."""
    scope = Scope(chains=(chain,))
    return "\n".join(_table(name, _opened(date).reading, scope) for name in OF_CHAIN)


LEDGERS = ("requests", "findings", "visits", "meetings", "exits", "assignments", "policy_matches")


def ledgers(date: str) -> str:
    """The lists of invented ledgers beside the shipped folder, and what they leave out."""
    reading, city = ledgers_at(date), Scope(city=True)
    tables = []
    for name in LEDGERS:
        tables += [_table(name, reading, city), find(name).remarked(reading, city) + "\n"]
    return "\n".join([*tables, _table("policies", reading, city, 4)])


def ledger_papers(date: str) -> str:
    """The month of the invented ledgers as papers tell it: of the city, of a chain."""
    reading, found = ledgers_at(date), []
    for chain in ("", "pc-nylon"):
        chains = (chain,) if chain else tuple(reading.atlas.chains)
        case = Case(reading, Order(chains=chains))
        blocks = [*ledgers_of(case, 1, chain), *(supports(case, chain) if chain else ())]
        found += [_block(as_printed(block), {}) for block in blocks]
    return "\n".join(found)


def portfolio(date: str) -> str:
    """Every block of the paper of 要素统筹 under two totals, and its chart."""
    reading, found = _opened(date).reading, []
    pool = candidates(reading)
    for total, begun in ((100.0, False), (150.0, True)):
        wishes = Wishes(budgets={Resource.CAPITAL: total}, begun=begun)
        answer = explained(solved(pool, wishes), Resource.CAPITAL)
        found.append(_paper(portfolio_report(reading, answer)))
        shown = tradeoff(reading.atlas, answer)
        found += [f"{dot.words}\t{dot.tip}" for dot in shown.dots]
    return "\n".join(found)


def projects(date: str) -> str:
    """The paper of all projects with what each of them changes, and an invented folder's."""
    shipped, small = _opened(date).reading, projects_at(date)
    papers = [
        projects_report(reading, rows_of(reading, list(reading.atlas.projects)))
        for reading in (shipped, small)
    ]
    sheets = [_dossier(dossier(small, project)) for project in small.atlas.projects]
    return "\n".join([*map(_paper, papers), *sheets])


def _dossier(found: Dossier) -> str:
    """The sheet of a project, a line a statement."""
    lines = [found.title, found.conclusion]
    for part in found.parts:
        lines.append(f"## {part.title}")
        lines += ["\t".join((line.words, line.figure, line.remark)) for line in part.lines]
    return "\n".join(lines)


CITY = ("fill", "extend", "strong", "shortlist", "survey", "city", "enterprises")


def city_lists(date: str) -> str:
    """The lists of the whole city and of the whole folder, without its single remarks."""
    workspace = _opened(date)
    issues = (*workspace.issues, *loop_issues(workspace.reading.atlas))
    worse = [i for i in issues if str(i.severity) != "info"]
    city, grave = Scope(city=True, issues=issues), Scope(issues=worse)
    tables = [_table(name, workspace.reading, city) for name in CITY]
    tables += [_table(name, workspace.reading, city) for name in ("checks", "trust")]
    return "\n".join([*tables, _table("issues", workspace.reading, grave, 80)])


def city_counts(date: str) -> str:
    """What the tiles of the first page count, and the line at the foot of the window."""
    workspace = _opened(date)
    head = ("chain", "products", "local", "coverage", "closure", "enterprises", "classes", "trend")
    found = []
    for chain in workspace.reading.atlas.chains.values():
        summary = workspace.reading.summary(chain.id)
        classes = sorted(workspace.reading.chain_counts(chain.id).items())
        found.append(
            [
                chain.label,
                str(summary.products),
                str(summary.local),
                f"{summary.coverage.part}/{summary.coverage.whole}",
                f"{summary.closure.part}/{summary.closure.whole}",
                str(len(summary.enterprises)),
                " ".join(f"{name} {count}" for name, count in classes),
                str(workspace.reading.trend(chain.id)),
            ]
        )
    return (
        tsv("tiles", head, found)
        + "\n"
        + status.status_line(workspace.reading, workspace.folder)
        + "\n"
    )


# --- spreadsheets


def _written(
    date: str, chains: Sequence[str], template: str
) -> Iterator[tuple[str, str, list[list[str]]]]:
    workspace = _opened(date)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lists.xlsx"
        write_lists(workspace.reading, chains, path, template=template)
        for (title, cells), foot in zip(workbook(path), footers(path), strict=True):
            yield title, foot, cells


def spreadsheet(date: str, chain: str) -> str:
    """Both list templates of a chain as written into the file, without the list of sources."""
    made = []
    for template in ("shandong9", "city"):
        for title, foot, cells in _written(date, [chain], template):
            if title != "来源":
                made.append(tsv(f"{template}: {title} {foot}", cells[0], cells[1:]))
    return "\n".join(made)


def city_spreadsheet(date: str) -> str:
    """Those sheets over all chains that are not simply those of the chains below each other."""
    titles = ("区域布局优化清单", "企业清单", "产业集群清单", "城市缺口清单", "来源")
    made = {}
    for template in ("shandong9", "city"):
        for title, foot, cells in _written(
            date, list(_opened(date).reading.atlas.chains), template
        ):
            if title in titles:
                made[title] = tsv(f"{template}: {title} {foot}", cells[0], cells[1:])
    return "\n".join(made.values())


def task_sheet(date: str) -> str:
    """摸底任务单 of one county, without the day by which an answer is due."""
    found = task_sheets(_opened(date).reading, "", "市工信局", ["茌平区"])
    rows = tables_of(to_workbook(found[0]), "")[0].rows
    lines = ("\t".join("" if c is None else str(c) for c in row).rstrip() for row in rows)
    return "\n".join(line.replace("\n", " / ") for line in lines) + "\n"


# --- papers


def _labels(shapes: Iterable[object]) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Label):
            yield shape.text
        elif isinstance(shape, Clip):
            yield from _labels(shape.shapes)


def _block(block: object, pictures: Any) -> str:
    match block:
        case Heading():
            return f"\n{'#' * block.level} {block.text}"
        case Paragraph():
            return f"({block.text})" if block.quiet else block.text
        case Numbers():
            return "\n".join(f"= {label}: {value}" for label, value in block.pairs)
        case Items():
            marks = [f"{at}." if block.ordered else "-" for at in range(1, len(block.lines) + 1)]
            return "\n".join(f"{m} {line}" for m, line in zip(marks, block.lines, strict=True))
        case Table():
            note = f"{block.note}\n" if block.note else ""
            return tsv(block.caption, block.head, block.rows) + note
        case Figure():
            return _figure(block, pictures[block.name])
        case Blank():
            return f"[ ] {block.label}{block.instruction}"
        case Break():
            return "\n----"
    raise AssertionError(block)


def _figure(block: Figure, drawing: Picture) -> str:
    """What a figure says; charts and drawn pages are kept as texts of their own."""
    page = " (own page)" if block.page else ""
    head = f"[{block.name}{page}] {block.caption}"
    if block.whole or not isinstance(drawing, Drawing):
        return f"{head}\n{block.note}"
    words = "\n".join(_labels(drawing.shapes))
    return f"{head}\n{words}\n{block.note}"


def _paper(report: Report) -> str:
    head = [
        report.title,
        report.region,
        report.date,
        report.edition,
        *report.lines,
        report.statement,
    ]
    return "\n".join([*head, *(_block(b, report.pictures) for b in report.blocks)]) + "\n"


def briefing_text(date: str, chain: str) -> str:
    """Every block of the briefing of a chain: findings, tables, charts, plan, map, sources."""
    workspace = _opened(date)
    return _paper(briefing(workspace.reading, Order(chains=(chain,))))


def city_briefing_front(date: str) -> str:
    """The briefing of all chains up to the first chain."""
    workspace = _opened(date)
    report = briefing(workspace.reading, Order(chains=tuple(workspace.reading.atlas.chains)))
    whole = _paper(report)
    return whole[: whole.index("\n----")] + "\n"


def visit_text(date: str, chain: str) -> str:
    """Every block of the page for a visit."""
    workspace = _opened(date)
    return _paper(visit(workspace.reading, Order(chains=(chain,))))


def plan_paper(date: str, target: str, within: str) -> str:
    """Every block of the paper of closing plans of a target, from buying to making."""
    reading = _opened(date).reading
    return _paper(plans.report(reading, [ladder(reading, Wish(target, within=within))]))


# --- inspector and 为什么


def _mark(mark: Mark) -> str:
    return f"({mark.letter})" if mark.hollow else mark.letter


def _line(line: Line) -> str:
    doubt = "? " if line.doubt else "# " if line.head else "~ " if line.faded else "  "
    target = f"{line.target.kind}:{line.target.id} {line.chain}".rstrip() if line.target else ""
    words = f"{_mark(line.mark)} {line.words}" if line.mark else line.words
    return doubt + " ‖ ".join([words, line.figure, line.remark, target]).rstrip(" ‖")


def _dossier(found: Dossier) -> str:
    letters = " ".join(_mark(mark) for mark in found.marks)
    lines = [f"=== {letters} {found.title} [{found.chip}]", found.subtitle, found.conclusion]
    lines += [f"map {found.map_of}"] if found.map_of else []
    lines += [f"why {found.why_of}"] if found.why_of else []
    for part in found.parts:
        head = f"-- {part.title}" + (f" ▶ {part.gist}" if part.folded else "")
        lines += [head, *(_line(line) for line in part.lines)]
    return "\n".join(lines) + "\n"


def why(date: str, chain: str, products: Sequence[str]) -> str:
    """The sheets 为什么 of these products."""
    workspace = _opened(date)
    return "\n".join(_dossier(explain(workspace.reading, product, chain)) for product in products)


def inspector(date: str, chain: str, products: Sequence[str], firms: Sequence[str]) -> str:
    """The inspector for the chain, its sections, these products and these enterprises."""
    workspace = _opened(date)
    sections = [s.id for s in workspace.reading.atlas.chains[chain].sections]
    found = [describe(workspace.reading, None, chain, s) for s in (None, *sections[1:])]
    found += [describe(workspace.reading, Target("product", p), chain) for p in products]
    found += [describe(workspace.reading, Target("enterprise", e), chain) for e in firms]
    return "\n".join(map(_dossier, found))


# --- maps and pictures


def _map(view: MapView) -> str:
    cards = [
        [
            card.id,
            "/".join(card.title),
            card.detail,
            str(card.state),
            view.bands[card.band].name,
            " ".join(card.classes),
            _number(card.supply),
            _number(card.need),
            " ".join(card.doors),
            card.tooltip,
        ]
        for card in view.cards
    ]
    head = ("id", "title", "detail", "state", "band", "classes", "supply", "need", "doors", "tip")
    bands = [[b.name, str(b.products), str(b.local)] for b in view.bands]
    links = [
        [k.source, k.target, "absent" if k.absent else "", _number(k.flow)] for k in view.links
    ]
    return "\n".join(
        [
            view.title,
            tsv("bands", ("name", "products", "local"), bands),
            tsv("cards", head, cards),
            tsv("links", ("from", "to", "", "flow"), links),
        ]
    )


def _number(value: float | None) -> str:
    return "None" if value is None else f"{value:.6g}"


AREA = Area(1189, 592)
"""What a window of 1366 × 768 leaves for a map."""


def chain_map(date: str, chain: str) -> str:
    """The segment map of a chain: its boxes with what their cards say, and its lines."""
    found = build_map(graph_of(_opened(date).reading, chain), AREA)
    graph, placed = found.graph, found.placed
    made = [f"{graph.title} · {placed.level}"]
    for segment in (*graph.segments, *placed.bought.values()):
        cards = [_card(found, graph.by_id[p]) for p in segment.items if placed.place(p)]
        counted = [row.words for row, _ in placed.counted if row.segment == segment.id]
        made.append(
            "\n".join([f"## {graph.stages[segment.stage]} / {segment.name}", *cards, *counted])
        )
    strips = [i for i in graph.items if i.id in placed.chips and i.id not in graph.segment_of]
    made.append("\n".join(["## strips", *(_card(found, i) for i in strips)]))
    lines = (
        f"{graph.segments[d.source.segment].name} ⇒ {graph.segments[d.target.segment].name}"
        if d.box
        else f"{d.source.product} → {d.target.product} {d.rank.name.lower()}"
        for d in found.lines
    )
    edges = (
        f"{e.source} {e.target} {e.rank.name.lower()}{' trunk' * e.trunk}{' first' * e.first}"
        f"{' joint' * e.joint} {_number(e.flow)}".rstrip()
        for e in graph.edges
    )
    tips = (f"{i.id} {i.tooltip.replace(chr(10), ' / ')}" for i in graph.items)
    for head, rows in (("lines", sorted(lines)), ("edges", edges), ("tips", tips)):
        made.append("\n".join([f"## {head}", *rows]))
    return "\n\n".join(made) + "\n"


def _card(found: Map, item: Item) -> str:
    """What a card or chip says; ``+`` what it takes and no line shows."""
    level, placed = BY_ID[found.placed.level], found.placed
    job = f"({item.job}) " if item.job else ""
    if item.id in placed.chips:
        chip = chip_text(level, item, placed.chips[item.id])
        return f"- {job}{item.kind} {'/'.join(chip.names)} {chip.maker}".rstrip()
    card = card_text(level, item, placed.cards[item.id])
    words = ["/".join(card.names), *card.details, card.lack, *found.named.get(item.id, ())]
    return f"{job}{item.kind} {item.standing} " + " | ".join(w for w in words if w)


def poster_layout(date: str, chain: str) -> str:
    """看板 of a chain on A3: where stations stand with what is told of them, how rich the map is,
    and the words of the panel.
    """
    reading = _opened(date).reading
    poster, frame = chain_poster(reading, chain), poster_frame("A3")
    height = frame.bottom - frame.top
    body = arrange_poster(poster, graph_of(reading, chain), frame.body, height)
    made = [f"{poster.head.title} · {body.map.placed.level if body.map else '-'}"]
    if body.laid is not None:
        plan, told = body.laid.plan, body.laid.told
        places = sorted((plan.rows[p], plan.columns[p], p) for p in plan.rows)
        rows = [f"{r} {c} {p} {' | '.join(w for w, _ in told[p])}".rstrip() for r, c, p in places]
        ways = [f"{way.name} {way.score} {plan.heads[way.id]}" for way in plan.ways]
        made += ["\n".join(["## network", *ways, *rows])]
    filled = fill_panel(poster, frame.panel - 40, height - 28, PRINT)
    for part, block in filled.blocks.items():
        words = (item.text for item in block.items if isinstance(item, Label))
        made.append("\n".join([f"## {part}", *words]))
    return "\n\n".join([*made, f"scale {filled.scale}"]) + "\n"


def city_page(date: str) -> str:
    """全市看板: what the page of the city says."""
    return plain_city(city_poster(_opened(date).reading))


def firm_map(date: str, firm: str) -> str:
    """Cards, links and headers of an enterprise's own map, and the words that are drawn."""
    workspace = _opened(date)
    view = build_firm_view(workspace.reading, firm)
    drawn = "\n".join(_labels(draw_map(view, arrange(view), PRINT)))
    return f"{_map(view)}\n## drawn\n{drawn}\n"


def city_pictures(date: str) -> str:
    """The words in the pictures of the city, and what its charts find."""
    workspace = _opened(date)
    plate = PICTURES["tiles"](workspace.reading, PRINT)
    words = "\n".join(_labels(plate.shapes))
    made = [f"## {plate.title}\n{words}\n{plate.note}\n"]
    for name, kind in CHARTS.items():
        for chain in workspace.reading.atlas.chains if kind.of_chain else ("",):
            made.append(_chart(workspace.reading, name, chain))
    return "\n".join(made)


# --- 看板


def story(date: str, id_: str) -> str:
    """A story as it is told, step by step."""
    reading = _opened(date).reading
    found = reading.atlas.stories[id_]
    show = Show(found, reading)
    steps = [told(show.scene(at)) for at in range(len(show))]
    return "\n\n".join("\n".join(part) for part in told_plain(found, steps)) + "\n"


def poster(date: str, chain: str) -> str:
    """What the page of a chain says."""
    return plain(chain_poster(_opened(date).reading, chain))


def _chart(reading: Reading, name: ChartName, chain: str) -> str:
    """Title, finding and note of a chart."""
    found = chart(reading, name, chain)
    return f"## {found.title}\n{found.finding}\n{found.note}\n"


def events(date: str, *, chain: str = "") -> str:
    """The dated events of a chain, or of the city."""
    reading = _opened(date).reading
    found = happened.of_chain(reading, chain) if chain else happened.events(reading)
    return "".join(f"{happened.told(reading, event)}\n" for event in found)
