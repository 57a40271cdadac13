"""The table of kinds agrees with the atlas, the nouns, the format and the shipped ids."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from liantu import paths
from liantu.library import load
from liantu.library.fields.format import FILE
from liantu.library.parsing.convert import FlagValue
from liantu.library.parsing.record import Field, Record
from liantu.model import Atlas, Flag, Product
from liantu.model.kind import Kind
from liantu.model.kinds import KINDS
from liantu.model.ledger_kinds import LEDGERS
from liantu.model.records import RECORDS
from tests.helpers.folders import write


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.name)
def test_a_kind_is_held_by_the_atlas_and_read_from_files(kind: Kind) -> None:
    assert get_args(get_type_hints(Atlas)[kind.attribute]) == (str, kind.type)
    known = FILE.by_key
    assert kind.attribute in known or kind.name in known
    names = {other.name for other in KINDS}
    for path, named in kind.refers.items():
        assert named in names
        outer, _, inner = path.partition(".")
        hint: Any = get_type_hints(kind.type)[outer]
        if inner:
            assert inner in {f.name for f in fields(get_args(hint)[0])}


@pytest.mark.parametrize("kind", [k for k in RECORDS if k.prefix], ids=lambda k: k.name)
def test_shipped_ids_begin_with_the_prefix_of_their_kind(kind: Kind) -> None:
    ids = getattr(load(paths.shipped_chains()).atlas, kind.attribute)
    assert ids or kind in LEDGERS or kind.name == "memo", "notes of an office are its own"
    named = [id_ for id_ in ids if re.fullmatch(rf"{kind.prefix}\d+", id_)]
    assert len(named) > len(ids) / 2 or not ids


def test_every_reference_of_a_record_is_emptied_where_it_leads_nowhere(tmp_path: Path) -> None:
    text = """\
format: 1
projects:
  P1:
    name: 甲
    status: planned
    chain: nothing
    enterprise: nobody
    phases:
      - {status: planned, product: nowhere, amount: 1}
      - {status: planned, product: bpa}
supplies:
  S1: {claim: 双酚A, mode: pipe, product: nowhere, supplier: plant, customer: nobody}
clusters:
  K1: {name: 甲, county: 东县, chain: nothing}
"""
    atlas = load(write(tmp_path, {"records.yaml": text})).atlas
    project, supply = atlas.projects["P1"], atlas.supplies["S1"]
    assert (project.chain, project.enterprise) == ("", "")
    assert [(p.product, p.amount) for p in project.phases] == [("", 1.0), ("bpa", None)]
    assert (supply.product, supply.supplier, supply.customer) == ("", "plant", "")
    assert atlas.clusters["K1"].chain == ""


def test_a_field_that_the_class_does_not_have_is_found_as_the_program_starts() -> None:
    with pytest.raises(TypeError, match="nonsense"):
        Record("flag", Flag, (Field("nonsense", FlagValue()),))
    with pytest.raises(TypeError, match="nonsense"):
        Record("product", dict, (Field("raw", FlagValue(), to="nonsense"),), shape=Product)
    assert Record("product", dict, (Field("raw", FlagValue()),), shape=Product)
