"""What the three kinds of jobs have in common before they become one."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model import Status
from liantu.telling import records
from liantu.telling.names import plain_firm as firm
from liantu.telling.names import plain_name as name
from liantu.telling.poster.words import placed
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Draft:
    """Title, reasons and action of a job; ``firm`` is the id of whom to ask first, ``county`` the
    place where no firm is known.
    """

    title: str
    why: str
    action: str
    firm: str = ""
    county: str = ""


def coming(reading: Reading, product: str) -> str:
    """``中源新材料（茌平区）在建``; empty without a record that holds."""
    found = records.first(reading, product)
    if found is None:
        return ""
    status = text(f"ui.status.{found.capacity.status}")
    return text("poster.coming", firm=placed(reading, found.enterprise.id), status=status)


def watch(reading: Reading, product: str) -> str:
    """The title of a job that is under way already."""
    return text("poster.job.title.watch", name=name(reading, product))


def watched(reading: Reading, product: str, user: str = "") -> tuple[str, str]:
    """The action for what is under way, and the firm that is to be asked; ``user`` is who may have
    another source.
    """
    found = records.first(reading, product)
    if found is None:
        raise ValueError(f"nothing under way: {product}")
    owner, planned = found.enterprise.id, found.capacity.status is Status.PLANNED
    step = text(f"poster.job.do.watch.{'planned' if planned else 'building'}")
    code = "poster.job.do.watch" if not user else "poster.job.do.watch.user"
    code = "poster.job.do.watch.same" if user == owner else code
    return text(
        code, firm=placed(reading, owner), step=step, user=firm(reading, user) if user else ""
    ), owner


def key_link(reading: Reading, product: str, chain: str) -> str:
    """Why the office calls it a key link, of ``chain`` before another; empty where it does not, or
    where the reason only names the product, or tells a state of building that dates cannot check.
    """
    chains = reading.atlas.chains
    order = sorted(chains, key=lambda c: c != chain)
    found = (k.why for c in order for k in chains[c].key if k.product == product and k.why)
    why = next(found, "")
    idle = not why or name(reading, product) in why or text("ui.status.building") in why
    return "" if idle else text("poster.why.key", why=why)
