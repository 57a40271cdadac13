"""The lists of the five words, of what is sought for gaps, and every gap of the city once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.jobs import each
from liantu.model import Chain
from liantu.model.boards import Board
from liantu.model.classes import LISTS as CLASSES
from liantu.model.classes import ORDER, RANKED, Word
from liantu.model.standing import Remedy, Weakness
from liantu.telling.lists import office
from liantu.telling.lists.board_cells import firm_of, why
from liantu.telling.lists.boards import none_confirmed
from liantu.telling.lists.column import List, Scope, listed
from liantu.telling.lists.gap_columns import COLUMNS
from liantu.telling.lists.row import GapRow, block_of, coproducts
from liantu.wording import text

_LAST = len(ORDER)

Rows = Callable[[Reading, Scope], list[GapRow]]


def classed(words: Collection[Word]) -> Rows:
    """Rows with one of these classes, each product once, chain by chain: the best score first, then
    as filed.
    """

    def rows(reading: Reading, scope: Scope) -> list[GapRow]:
        return [row for row in _ordered(reading, scope) if set(row.verdict.words) & set(words)]

    return rows


def _ordered(reading: Reading, scope: Scope) -> Iterator[GapRow]:
    beside = coproducts(reading)
    names = {
        (key, stage.id): stage.name
        for key in scope.chains
        for stage in reading.atlas.chains[key].stages
    }
    held: dict[str, list[GapRow]] = {key: [] for key in scope.chains}
    for chain, product, stage in scope.told(reading):
        if product in reading.verdicts:
            row = GapRow(
                reading=reading,
                chain=chain,
                stage=names.get((chain.id, stage), ""),
                verdict=reading.verdicts[product],
                score=reading.score(product),
                beside=beside.get(product, ()),
            )
            held[chain.id].append(row)
    for rows in held.values():
        yield from sorted(rows, key=_first)


def _first(row: GapRow) -> tuple[int, int, float]:
    """Block by block; in each board by board the best score; then as filed."""
    return (block_of(row), *_place(row.score))


def _place(score: Score | None) -> tuple[int, float]:
    return (list(Board).index(score.board), -score.total) if score else (_LAST, 0.0)


def _city(reading: Reading, scope: Scope) -> list[GapRow]:
    """Every gap once, of the whole city or of the chains; those on no board come last."""
    inside = None if scope.listed(reading) is None else scope.products(reading)
    beside = coproducts(reading)
    rows = [
        GapRow(
            reading=reading,
            chain=_home(reading, verdict.product),
            stage="",
            verdict=verdict,
            score=reading.score(verdict.product),
            beside=beside.get(verdict.product, ()),
        )
        for verdict in each(reading.verdicts.values())
        if verdict.worst in RANKED and not verdict.merged
        if inside is None or verdict.product in inside
    ]
    return sorted(rows, key=_first)


def _home(reading: Reading, product: str) -> Chain | None:
    return reading.atlas.chains.get(reading.chain_for(product))


def _research(reading: Reading, scope: Scope) -> list[GapRow]:
    """What is a matter of technology, each product once, as filed: a source names the barrier, or
    what is made here has a weakness that technology can mend. Raw materials and stock goods are
    none; nor is what the city neither makes, needs, can follow to nor wants: nobody here would
    take it up.
    """
    found = {
        product: GapRow(
            reading=reading,
            chain=_home(reading, product) or chain,
            stage=stage,
            verdict=reading.verdicts[product],
        )
        for chain, product, stage in scope.judged(reading)
        if _is_technology(reading, product)
    }
    return list(found.values())


def _is_technology(reading: Reading, product: str) -> bool:
    item, verdict = reading.atlas.products[product], reading.verdicts[product]
    if item.raw or item.utility or item.energy or item.generic or verdict.remedy is Remedy.SUPPLY:
        return False
    if verdict.worst is Word.OPEN:
        return False
    return item.barrier is not None or verdict.weakness in _TECHNICAL


_TECHNICAL = (Weakness.LIMITED, Weakness.TIER)
"""A works that stood still for some months has no lack of technology."""


def _targets(reading: Reading, scope: Scope) -> list[GapRow]:
    """What makers are sought for: the gaps that stand on 补链榜 or 延链榜, each once: by the chain
    that owns it, of chosen chains what they own or call a key link.
    """
    wanted = scope.listed(reading)
    found: dict[str, GapRow] = {}
    for row in classed(RANKED)(reading, scope):
        home = row.chain is not None and row.chain.id == reading.chain_for(row.id)
        if row.score and (home if wanted is None else row.id in wanted):
            found.setdefault(row.id, row)
    return list(found.values())


def _remark(rows: Rows) -> Callable[[Reading, Scope], str]:
    return lambda reading, scope: none_confirmed(rows(reading, scope))


def _open(reading: Reading, scope: Scope) -> str:
    """未布局 as one count, never one by one."""
    count = reading.counts(scope.products(reading))[Word.OPEN]
    return text("ui.list.open", count=count) if count else ""


_KNOWN = "class certainty standing remedy"
_SCORED = (
    "product home score ground class standing remedy stage first state county board trust "
    "needed_by fed_by deficit readiness gate tags parts",
    f"chains product {_KNOWN} ground uses fed_by deficit unit board score parts gate tags trust "
    f"{office.IDS}",
)
_LOCAL = (
    "product home score ground class standing remedy stage county trust makers hhi stop_count "
    "needed_by deficit tags",
    f"chains product class standing remedy ground makers hhi stops tags trust {office.IDS}",
)
_BLANK = (
    "product home stage class certainty standing county routes",
    f"chains stage product class certainty standing routes {office.IDS}",
)


def _list(
    id_: str, rows: Rows, screen: str, sheet: str = "", titled: str = "", blocks: bool = True
) -> List[GapRow]:
    shown = {*screen.split(), *sheet.split()}
    filters = [i for i in ("stage", *_FILTERS) if i in shown]
    return listed(
        id_,
        "product",
        COLUMNS,
        rows,
        screen,
        sheet or screen,
        " ".join(filters),
        titled=titled,
        block=block_of if blocks else None,
        remark=_remark(rows) if blocks else None,
        why=why,
        firm=firm_of,
    )


_FILTERS = ("class", "certainty", "standing", "county", "chains")


def _class_list(on: str, words: frozenset[Word]) -> List[GapRow]:
    rows, titled = classed(words), f"class.title.{on}"
    if words & RANKED:
        return _list(on, rows, *_SCORED, titled=titled)
    if on != "blank":
        return _list(on, rows, *_LOCAL, titled=titled, blocks=False)
    return listed(
        on,
        "product",
        COLUMNS,
        rows,
        *_BLANK,
        "stage class certainty standing county",
        titled=titled,
        block=block_of,
        remark=_open,
        why=why,
        firm=firm_of,
    )


_CITY = f"product {_KNOWN} board score parts gate tags"
_CITY_SCREEN = "product home class score taker first state"

LISTS = (
    *(_class_list(on, words) for on, words in CLASSES.items()),
    _list("gaps", classed(RANKED), *_SCORED),
    _list("city", _city, _CITY_SCREEN, f"{_CITY} chains uses county"),
    _list(
        "research",
        _research,
        "home product class standing hard routes",
        f"chains product class standing hard barrier_source needed_by routes tech_gap tech_unit "
        f"{office.IDS}",
        blocks=False,
    ),
    _list(
        "targets",
        _targets,
        "product home class certainty partner found waiting least gate score",
        "product chains class certainty partner found waiting deficit unit least least_unit gate "
        f"score target_firm target_seat target_intent {office.IDS}",
    ),
)
