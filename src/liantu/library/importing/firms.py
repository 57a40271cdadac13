"""The firm that a row is about: one on record, one of a row above, or a new one."""

from __future__ import annotations

from typing import Any

from liantu.library.firm_names import name_key
from liantu.library.importing.cells import Cell
from liantu.library.importing.targets import ENTERPRISE
from liantu.library.importing.trouble import Trouble, listed
from liantu.library.importing.values import parts, words
from liantu.library.importing.work import Step


def found_firm(
    step: Step, told: str, county: Cell, former: Cell
) -> tuple[str, dict[str, Any], bool]:
    """Id, values and newness of the firm of a row; an empty id after noting why there is none."""
    step.name = told
    if not name_key(told):
        step.fail(Trouble("no_name"), "name")
        return "", {}, False
    id_ = step.tried(lambda: _known(step, told, former), "name")
    if step.bad:
        return "", {}, False
    if id_:
        return id_, step.values(ENTERPRISE, id_), False
    if county is None:
        step.fail(Trouble("no_county", firm=told), "county")
        return "", {}, False
    values: dict[str, Any] = {"name": told}
    if not told.endswith(listed("library.import.legal")):
        values["kind"] = "abbreviated"
        step.remark("abbreviated", "name")
    id_ = step.new(ENTERPRISE)
    step.firms[name_key(told)] = id_
    return id_, values, True


def _known(step: Step, told: str, former: Cell) -> str:
    names = (told, *parts(former))
    return next((id_ for name in names if (id_ := step.firm(name))), "")


def take_county(step: Step, values: dict[str, Any], cell: Cell) -> bool:
    """Put the county in; whether that changes it. Another one than on record is no slip."""
    told = step.tried(lambda: words(cell), "county")
    if not told:
        return False
    county = step.tried(lambda: step.look.county(told), "county")
    old = values.get("county", "")
    if county is None or county == old:
        return False
    if old and old not in listed("library.import.nowhere"):
        step.fail(Trouble("county_other", firm=values["name"], old=old, new=county), "county")
        return False
    values["county"] = county
    return True


def renamed(step: Step, values: dict[str, Any], told: str) -> bool:
    """A firm on record that the sheet calls otherwise: the other name is kept beside its own."""
    names = [values["name"], values.get("short", ""), *values.get("aka", [])]
    if told in names:
        return False
    if values["name"] in values.get("aka", []):  # the sheet says that this was its name before
        step.remark("renamed", "name", old=values["name"])
        values["name"] = told
        return True
    step.remark("alias", "name", name=values["name"])
    if name_key(told) in map(name_key, names):
        return False
    values["aka"] = [*values.get("aka", []), told]
    return True
