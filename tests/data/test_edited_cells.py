"""A column that says which field it shows shows a field of the record that its row tells of."""

from __future__ import annotations

import pytest

from liantu.analysis.reading import Reading
from liantu.library.plain import ids, record
from liantu.model.target import Target
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.column import Scope
from tests.helpers.readings import shipped_at

EDITED = [key for key, item in LISTS.items() if any(column.edit for column in item.columns)]


@pytest.fixture(scope="module")
def reading() -> Reading:
    return shipped_at()


@pytest.mark.parametrize("key", EDITED)
def test_a_field_belongs_to_the_record_of_its_row(key: str, reading: Reading) -> None:
    item = LISTS[key]
    scope = Scope(chains=tuple(reading.atlas.chains), city=True)
    rows = item.rows(reading, scope)
    told = [item.record(row) if item.record is not None else item.target(row) for row in rows]
    found = [one for one in told if isinstance(one, Target)]
    known = {kind: frozenset(ids(reading.atlas, kind)) for kind in {one.kind for one in found}}
    assert [one for one in found if one.id not in known[one.kind]] == []
    fields = [column.edit for column in item.columns if column.edit]
    for kind in known:
        assert [name for name in fields if name not in record(kind).by_key] == []
        assert item.kind in ("", kind)
