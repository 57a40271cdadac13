"""断供演练: what fails is chosen where it is seen, told day by day on its tab of 谋划."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QAction

from liantu.diagram.lenses import OUTAGE
from liantu.model import supposing
from liantu.model.drill import Drill, Measure, Shock, ShockKind
from liantu.model.focus import DRILL, MAP, PLAN
from liantu.model.scenario import Scenario
from liantu.model.target import DRILLED, Target
from liantu.telling.shocks.rows import shock_name
from liantu.ui.pages.plan.drill.page import DrillTab
from liantu.ui.parts import Parts
from liantu.ui.verbs import scenario
from liantu.ui.verbs.verb import Menu, Verb
from liantu.ui.verbs.view import is_ready
from liantu.wording import text


def tab(parts: Parts) -> DrillTab:
    """The tab of the page 谋划."""
    found = parts.plan.tabs[DRILL]
    assert isinstance(found, DrillTab)
    return found


def connect(parts: Parts, actions: Sequence[QAction]) -> None:
    """What the tab asks of the window: the actions :data:`ON_TAB`."""
    found = tab(parts)
    found.view.take_verbs(actions)
    found.opened.connect(partial(scenario.choose, parts))
    found.form_asked.connect(partial(show_measure, parts))
    parts.map.drill_asked.connect(partial(open_on, parts))


def drill(parts: Parts) -> Drill:
    """The drill after the last step."""
    return scenario.wanted(parts).drill


def show(parts: Parts) -> None:
    """The tab."""
    parts.selection.go(replace(parts.selection.focus, page=PLAN, plan=DRILL))


def fail(parts: Parts, kind: ShockKind, id_: str) -> None:
    """Take something to fail and see what that stops; asked once more, it does not."""
    shock = Shock(kind, id_)
    name = shock_name(parts.bridge.session.atlas, shock)
    if supposing.shock_of(scenario.wanted(parts), kind, id_) is not None:
        change: Callable[[Scenario], Scenario] = partial(
            supposing.without_shock, kind=kind, id_=id_
        )
        parts.bridge.suppose(change, text("shock.drill.step.drop", name=name))
        return
    change = partial(supposing.with_shock, shock=shock)
    parts.bridge.suppose(change, text("shock.drill.step.add", name=name))
    show(parts)


def fail_target(parts: Parts, target: Target) -> None:
    """Take an enterprise, or all who make a product, to fail; a product that nobody here makes
    does not come from outside.
    """
    if target.kind in _KINDS:
        fail(parts, _kind(parts, target), target.id)


def _kind(parts: Parts, target: Target) -> ShockKind:
    bought = target.kind == "product" and not parts.reading.situation.is_local(target.id)
    return ShockKind.OUTSIDE if bought else _KINDS[target.kind]


def suppose(parts: Parts, target: Target, code: str) -> None:
    """What a row of a list asks: ``drill``, or what :func:`scenario.suppose` knows."""
    if code == "drill":
        fail_target(parts, target)
    else:
        scenario.suppose(parts, target, code)


def open_on(parts: Parts, target: Target) -> None:
    """See the drill of a target of the inspector, be it taken to fail already or not."""
    kind = ShockKind(target.kind.removeprefix(DRILLED))
    if supposing.shock_of(scenario.wanted(parts), kind, target.id) is None:
        fail(parts, kind, target.id)
    else:
        show(parts)


def stop(parts: Parts) -> None:
    """The selected enterprise, or all makers of the selected product, fail, or no longer."""
    target = parts.selection.focus.target
    if target is not None:
        fail_target(parts, target)


def stop_outside(parts: Parts) -> None:
    """The selected product does not come from outside, or comes again."""
    fail(parts, ShockKind.OUTSIDE, parts.selection.focus.product)


def measure(parts: Parts) -> None:
    """A new measure in its form."""
    show_measure(parts, None)


def show_measure(parts: Parts, chosen: Measure | None) -> None:
    """A measure in its form; ``None``: a new one."""
    from liantu.ui.assuming.measuring import Measuring  # noqa: PLC0415  as above
    from liantu.ui.forms.knowing import Known  # noqa: PLC0415  YAML must not delay the frame

    known = Known(parts.bridge.session.atlas, parts.search.index)
    dialog = Measuring(known, drill(parts), chosen, parts.shell)
    dialog.asked.connect(parts.bridge.suppose)
    dialog.show()


def clear(parts: Parts) -> None:
    """Nothing fails, and nothing is done about it."""
    parts.bridge.suppose(supposing.undrilled, text("shock.drill.step.clear"))


def show_lens(parts: Parts) -> None:
    """What the drill stops, on the map: of the shown chain, or of that which is hit most."""
    focus, told = parts.selection.focus, tab(parts).view.told
    chains = told.chains if told is not None else ()
    if chains and focus.chain not in chains:
        focus = focus.opened(chains[0])
    parts.selection.go(replace(focus, page=MAP, lens=OUTAGE))


# -- whether it can be done


def can_stop(parts: Parts) -> bool:
    """Whether somebody is selected who makes something, or what somebody here makes."""
    target = parts.selection.focus.target
    if target is None or not is_ready(parts):
        return False
    reading = parts.reading
    if target.kind == "enterprise":
        return target.id in reading.atlas.enterprises
    return target.kind == "product" and reading.situation.is_local(target.id)


def is_stopped(parts: Parts) -> bool:
    """Whether it fails in the drill."""
    target = parts.selection.focus.target
    kind = _KINDS.get(target.kind) if target else None
    if target is None or kind is None:
        return False
    return supposing.shock_of(scenario.wanted(parts), kind, target.id) is not None


def can_stop_outside(parts: Parts) -> bool:
    """Whether a product is selected that nobody here makes and somebody here takes."""
    product, reading = parts.selection.focus.product, parts.reading
    if product not in reading.atlas.products or not is_ready(parts):
        return False
    return not reading.situation.is_local(product) and bool(reading.atlas.consumers.get(product))


def is_stopped_outside(parts: Parts) -> bool:
    """Whether it does not come from outside in the drill."""
    product = parts.selection.focus.product
    found = supposing.shock_of(scenario.wanted(parts), ShockKind.OUTSIDE, product)
    return bool(product) and found is not None


def has_shocks(parts: Parts) -> bool:
    """Whether something fails."""
    return is_ready(parts) and bool(drill(parts).shocks)


def has_drill(parts: Parts) -> bool:
    """Whether anything of a drill is told."""
    return is_ready(parts) and drill(parts) != Drill()


_KINDS = {"enterprise": ShockKind.ENTERPRISE, "product": ShockKind.PRODUCT}
VERBS = (
    Verb(
        id="drill_open",
        menu=Menu.SCENARIO,
        run=show,
        keys=("Ctrl+D",),
        enabled=is_ready,
        apart=True,
    ),
    Verb(
        id="drill_stop",
        menu=Menu.SCENARIO,
        run=stop,
        keys=("Ctrl+Shift+D",),
        enabled=can_stop,
        checked=is_stopped,
    ),
    Verb(
        id="drill_outside",
        menu=Menu.SCENARIO,
        run=stop_outside,
        enabled=can_stop_outside,
        checked=is_stopped_outside,
    ),
    Verb(id="drill_measure", menu=Menu.SCENARIO, run=measure, enabled=has_shocks),
    Verb(id="drill_clear", menu=Menu.SCENARIO, run=clear, enabled=has_drill),
    Verb(id="drill_lens", menu=Menu.VIEW, run=show_lens, enabled=has_shocks),
)
ON_CARD = ("drill_stop", "drill_outside")
"""Verbs in the menu of a card."""
IN_INSPECTOR = ("drill_stop", "drill_outside")
"""Verbs below what is told of a thing."""
ON_TAB = ("scenario_new", "drill_lens", "drill_export", "drill_clear")
"""Verbs with a button on the tab."""
