"""What a converter writes reads as the same value, for every converter and for the whole atlas."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liantu import paths
from liantu.issues import Place, Severity
from liantu.library import load
from liantu.library.fields.drill_fields import MEASURE, NEEDS, Recast
from liantu.library.fields.judgement_fields import Brief
from liantu.library.parsing.composer import compose
from liantu.library.parsing.context import Context
from liantu.library.parsing.convert import (
    ID_PATTERN,
    ChoiceValue,
    Converter,
    DateValue,
    FlagValue,
    IdValue,
    ListValue,
    MapValue,
    NumberValue,
    TextValue,
    is_blank,
)
from liantu.library.parsing.members import MembersValue, StageMembers
from liantu.library.parsing.record import Keyed, Record, Spread
from liantu.library.plain import plain_of
from liantu.library.writing import emitting
from liantu.model import Atlas
from liantu.model.drill import MeasureKind, ShockKind
from liantu.model.kinds import KINDS
from tests.unit.library.test_records import RECORDS

IDS = st.from_regex(f"{ID_PATTERN}", fullmatch=True)
LETTERS = st.characters(categories=("L", "N", "P", "S", "Zs"))


def texts(limit: int) -> st.SearchStrategy[str]:
    plain = st.text(LETTERS, min_size=1, max_size=min(limit, 20))
    tidy = plain.map(lambda t: unicodedata.normalize("NFC", t).strip())
    return tidy.filter(lambda t: not is_blank(t) and tidy_again(t) and len(t) <= limit)


def tidy_again(text: str) -> bool:
    return unicodedata.normalize("NFC", text.strip()) == text


def numbers(read: NumberValue) -> st.SearchStrategy[float]:
    low = read.above if read.above is not None else read.least
    low = -read.most if low is None else low
    if read.whole:
        return st.integers(int(low), int(read.most))
    above = read.above is not None
    return st.floats(low, read.most, exclude_min=above, allow_nan=False).map(lambda n: n + 0.0)


def values(read: Converter) -> st.SearchStrategy[Any]:
    """Values that a converter could have read."""
    match read:
        case TextValue(limit=limit):
            return texts(limit)
        case IdValue():
            return IDS
        case NumberValue():
            return numbers(read)
        case FlagValue():
            return st.booleans()
        case DateValue():
            days = st.dates().map(str)
            return st.one_of(days, days.map(lambda d: d[:7]), days.map(lambda d: d[:4]))
        case ChoiceValue(kind=kind):
            return st.sampled_from(list(kind))
        case ListValue(item=item):
            return st.lists(values(item), max_size=3).map(tuple)
        case MapValue(value=value):
            return st.dictionaries(IDS, values(value), max_size=3)
        case Keyed(record=record, to=to):
            named = st.dictionaries(IDS, built(record, to), max_size=2)
            return named.map(lambda found: tuple(give(x, to, i) for i, x in found.items()))
        case Record():
            return built(read)
        case Brief(record=record):
            return built(record)
        case Recast():
            return recast(read)
        case MembersValue():
            whole = st.lists(IDS, unique=True, max_size=6)
            return whole.map(
                lambda ids: tuple(
                    StageMembers(f"s{at}", tuple(ids[at::2]), Place("f.yaml")) for at in range(2)
                )
            )
    raise AssertionError(read)


def recast(read: Recast) -> st.SearchStrategy[Any]:
    """What a record tells whose keys depend on one another."""
    fields = {f.key: values(f.read) for f in read.record.fields}
    kinds = {kind.value: {kind.value} for kind in ShockKind}
    if read is MEASURE:
        kinds = {kind.value: {*needs} for kind, needs in NEEDS.items()}

    def told(kind: str) -> st.SearchStrategy[dict[str, Any]]:
        must = {key: fields[key] for key in kinds[kind]}
        if read is MEASURE:
            must["kind"] = st.just(MeasureKind(kind))
        other = "enterprise" if kind == MeasureKind.RESTORE else "of"
        left = fields.keys() - must.keys() - {*ShockKind, "of"} - {other}
        return st.fixed_dictionaries(must, optional={key: fields[key] for key in sorted(left)})

    found = st.sampled_from(sorted(kinds)).flatmap(told)
    return found.filter(lambda values: read.lack(values) is None).map(read.made)


def give(thing: Any, name: str, id_: str) -> Any:
    return thing | {name: id_} if isinstance(thing, dict) else replace(thing, **{name: id_})


def built(record: Record, key: str = "") -> st.SearchStrategy[Any]:
    extra = {key: st.just("x")} if key else {}
    must = {f.name: values(f.read) for f in record.fields if f.required} | extra
    may: dict[str, Any] = {}
    for item in record.fields:
        if isinstance(item.read, Spread):
            may |= {f.name: values(f.read) for f in item.read.record.fields}
        elif not item.required:
            may[item.name] = values(item.read)
    return st.fixed_dictionaries(must, optional=may).map(lambda found: record.build(**found))


def plain(value: Any) -> Any:
    """Values without the places of stages, which are not written."""
    if isinstance(value, tuple):
        return tuple(plain(v) for v in value)
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return (value.stage, value.products) if isinstance(value, StageMembers) else value


def through(read: Converter, value: Any, **extra: Any) -> Any:
    text = yaml.dump(read.write(value), allow_unicode=True, sort_keys=False)
    context = Context("f.yaml", text.split("\n"))
    tree = compose(text, context)
    assert tree is not None
    found = read(tree, context, **extra)
    assert [i for i in context.issues if i.severity is Severity.ERROR] == []
    return found


@pytest.mark.parametrize("name", sorted(RECORDS))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_record_reads_what_it_wrote(name: str, data: st.DataObject) -> None:
    record = RECORDS[name]
    keys = {f.name for f in record.fields}
    made = record.build if record.build is not dict else record.shape
    names = [n for n in ("id", "product") if made and hasattr(made, "__dataclass_fields__")]
    wanted = next((n for n in names if n in made.__dataclass_fields__ and n not in keys), "")
    value = data.draw(built(record, wanted))
    found = through(record, value, **({wanted: "x"} if wanted else {}))
    assert plain(found) == plain(value)


@pytest.mark.parametrize(
    "read",
    [TextValue(), IdValue(), NumberValue(least=-1e12), FlagValue(), DateValue(), MembersValue()],
    ids=lambda r: type(r).__name__,
)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_every_scalar_reads_what_it_wrote(read: Converter, data: st.DataObject) -> None:
    value = data.draw(values(read))
    assert plain(through(read, value)) == plain(value)


def test_what_is_as_usual_is_not_written() -> None:
    (route,) = shipped().products["bpa"].routes
    assert list(RECORDS["route"].write(replace(route, equation=""))) == ["name", "inputs", "mass"]


@cache
def shipped() -> Atlas:
    return load(paths.shipped_chains()).atlas


def file_of(atlas: Atlas, chain: str) -> dict[str, Any]:
    own = {id_: plain_of("product", p) for id_, p in atlas.products.items() if p.home == chain}
    found: dict[str, Any] = {"products": own}
    return found | ({"chain": plain_of("chain", atlas.chains[chain])} if chain else {})


def test_the_whole_atlas_is_read_as_it_was_written(tmp_path: Path) -> None:
    atlas = shipped()
    files = {chain: file_of(atlas, chain) for chain in ("", *atlas.chains)}
    files["library"] = {"library": plain_of("library", atlas.library)}
    for kind in KINDS[2:]:
        things = getattr(atlas, kind.attribute).items()
        files[kind.attribute] = {
            kind.attribute: {id_: plain_of(kind.name, thing) for id_, thing in things}
        }
    files["verification"] = {
        "answers": [plain_of("answer", one) for one in atlas.answers],
        "declarations": [plain_of("declaration", one) for one in atlas.declarations],
    }
    for name, values_ in files.items():
        text = f"{emitting.block({'format': '1', **values_}, 0)}\n"
        (tmp_path / f"{name or 'none'}.yaml").write_text(text, encoding="utf-8")
    again = load(tmp_path)
    assert again.count(Severity.ERROR) == 0
    assert replace(again.atlas, places={}) == replace(atlas, places={})
    assert list(again.atlas.products) == list(atlas.products)
