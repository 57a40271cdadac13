"""What checks share: the doubts by name with their severity, and the ways through an atlas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from liantu.issues import Issue, Place, Severity
from liantu.jobs import each
from liantu.model import Atlas, Capacity, Enterprise, Product, Route

Check = Callable[[Atlas], Iterator[Issue]]
KINDS: Mapping[str, Severity] = {
    "library.similar_ids": Severity.WARNING,
    "library.same_name": Severity.WARNING,
    "library.aliases": Severity.WARNING,
    "library.self_loop": Severity.WARNING,
    "library.loop": Severity.INFO,
    "library.mass_balance": Severity.WARNING,
    "library.mass_in": Severity.WARNING,
    "library.mass_out": Severity.WARNING,
    "library.no_inputs": Severity.INFO,
    "library.backward": Severity.INFO,
    "library.unknown_route": Severity.WARNING,
    "library.no_chain": Severity.WARNING,
    "library.empty_chain": Severity.WARNING,
    "library.no_maker": Severity.INFO,
    "library.no_product": Severity.INFO,
    "library.unmapped": Severity.INFO,
    "library.no_unit": Severity.INFO,
    "library.capacity_unit": Severity.WARNING,
    "library.until_before_since": Severity.ERROR,
    "library.overlap": Severity.INFO,
    "library.contested": Severity.INFO,
    "library.project_status": Severity.WARNING,
    "library.project_phases": Severity.WARNING,
    "library.project_other": Severity.WARNING,
    "library.project_unlinked": Severity.INFO,
    "library.unknown_county": Severity.WARNING,
    "library.grid_unknown": Severity.WARNING,
    "library.grid_twice": Severity.WARNING,
    "library.grid_absent": Severity.WARNING,
    "library.key_reason": Severity.WARNING,
    "library.bought_role": Severity.WARNING,
    "library.captive_sold": Severity.INFO,
    "library.gate_source": Severity.WARNING,
    "library.gate_since": Severity.WARNING,
    "library.gate_until": Severity.ERROR,
    "library.gate_class": Severity.WARNING,
    "library.gate_no_class": Severity.WARNING,
    "library.gate_why": Severity.WARNING,
    "library.gate_idle": Severity.WARNING,
    "library.flag_source": Severity.WARNING,
    "library.barrier_source": Severity.WARNING,
    "library.scale_source": Severity.WARNING,
    "library.scale_unit": Severity.WARNING,
    "library.short_wide": Severity.WARNING,
    "library.short_twice": Severity.WARNING,
    "library.key_count": Severity.INFO,
    "library.key_foreign": Severity.WARNING,
    "library.key_twice": Severity.WARNING,
    "library.group_stage": Severity.WARNING,
    "library.group_long": Severity.INFO,
    "library.group_elsewhere": Severity.WARNING,
    "library.group_foreign": Severity.WARNING,
    "library.group_twice": Severity.WARNING,
    "library.group_none": Severity.INFO,
    "library.line_twice": Severity.WARNING,
    "library.line_gap": Severity.WARNING,
    "library.line_via": Severity.WARNING,
    "library.lead_many": Severity.WARNING,
    "library.lead_twice": Severity.WARNING,
    "library.lead_idle": Severity.WARNING,
    "library.field_long": Severity.INFO,
    "library.later": Severity.INFO,
    "library.own_use": Severity.INFO,
    "library.answer_county": Severity.WARNING,
    "library.answer_until": Severity.ERROR,
    "library.answer_due": Severity.WARNING,
    "library.answer_firms": Severity.INFO,
    "library.answer_conflict": Severity.WARNING,
    "library.declaration_county": Severity.WARNING,
    "library.declaration_until": Severity.ERROR,
    "library.declaration_counts": Severity.WARNING,
    "library.registered": Severity.WARNING,
    "library.group_year": Severity.INFO,
    "library.work_undated": Severity.WARNING,
    "library.work_open": Severity.WARNING,
    "library.supply_share": Severity.WARNING,
    "library.supply_substitute": Severity.WARNING,
    "library.supply_unit": Severity.WARNING,
    "library.scenario_phase": Severity.WARNING,
    "library.scenario_twice": Severity.WARNING,
    "library.scenario_name": Severity.WARNING,
    "library.drill_county": Severity.WARNING,
    "library.drill_start": Severity.WARNING,
    "library.drill_restore": Severity.WARNING,
    "library.drill_day": Severity.WARNING,
    "library.drill_empty": Severity.WARNING,
    "library.story_empty": Severity.WARNING,
    "library.story_name": Severity.WARNING,
    "library.story_chain": Severity.WARNING,
    "library.story_section": Severity.WARNING,
    "library.story_lens": Severity.WARNING,
    "library.story_list": Severity.WARNING,
    "library.story_picture": Severity.WARNING,
    "library.story_county": Severity.WARNING,
    "library.story_product": Severity.WARNING,
    "library.story_against": Severity.WARNING,
    "library.story_drill": Severity.WARNING,
    "library.story_sides": Severity.WARNING,
    "library.work_due": Severity.WARNING,
    "library.work_done": Severity.WARNING,
    "library.work_result": Severity.INFO,
    "library.work_department": Severity.WARNING,
    "library.work_county": Severity.WARNING,
    "library.work_twice": Severity.WARNING,
    "library.work_private": Severity.WARNING,
    "library.work_until": Severity.ERROR,
    "library.work_unconditional": Severity.WARNING,
    "library.idle_source": Severity.INFO,
}
"""What each check reports, and how grave it is, in the order of the panel 数据体检."""


def place_of(atlas: Atlas, key: str) -> Place:
    """Where the thing ``key`` (``product:…``) is defined."""
    return atlas.places.get(key, Place(key))


def at(code: str, place: Place, **params: str | float) -> Issue:
    """A doubt about what stands at a place."""
    return Issue(code, KINDS[code], place, params)


def issue(atlas: Atlas, code: str, key: str, **params: str | float) -> Issue:
    """A doubt about the thing ``key`` (``product:…``), at its place."""
    return at(code, place_of(atlas, key), **params)


def doubt(atlas: Atlas, code: str, enterprise: Enterprise, **params: str) -> Issue:
    """A doubt about an enterprise."""
    return issue(atlas, code, f"enterprise:{enterprise.id}", enterprise=enterprise.name, **params)


def capacities(atlas: Atlas) -> Iterator[tuple[Enterprise, Capacity]]:
    """Every capacity with its enterprise."""
    for enterprise in atlas.enterprises.values():
        for capacity in enterprise.capacities:
            yield enterprise, capacity


def routes(atlas: Atlas) -> Iterator[tuple[Product, Route]]:
    """Every route with its product."""
    for product in each(atlas.products.values()):
        for route in product.routes:
            yield product, route
