"""``brief``: the paper of the office."""

from __future__ import annotations

import argparse
from dataclasses import replace
from functools import partial
from pathlib import Path

from liantu.briefing import papers
from liantu.briefing.office import Office, Style
from liantu.briefing.order import SUFFIXES, Kind, Order
from liantu.cli.usage import UsageError, data_code, known_chain, reading_of
from liantu.cli.writing import written, wrong_suffix
from liantu.library import Loaded
from liantu.model import Atlas
from liantu.telling.lists.templates import templates

STYLES = tuple(Style)


def brief(arguments: argparse.Namespace) -> int:
    """Write the briefing of all or of some chains as PDF, DOCX or PPTX, or 巡链一页纸 of one."""
    kinds = (Kind.VISIT,) if arguments.visit else (Kind.BRIEFING, Kind.SLIDES)
    order = order_of(arguments.out, *kinds)
    if arguments.visit and len(arguments.chain) != 1:
        raise UsageError("cli.usage.visit")
    office = Office(
        Style(arguments.style),
        mark=arguments.mark,
        fold=arguments.fold,
        since=arguments.since,
        issuer=arguments.issuer,
        addressee=arguments.addressee,
        number=arguments.number,
        signed=arguments.signed,
        attachments=tuple(arguments.attachment),
    )
    return write(arguments, replace(order, office=office))


def order_of(path: Path, *kinds: Kind) -> Order:
    """The first of ``kinds`` that has the suffix of ``path``; raises :class:`UsageError`."""
    suffix = path.suffix.casefold().removeprefix(".")
    for kind in kinds:
        if suffix in SUFFIXES[kind]:
            return Order(kind, suffix)
    raise wrong_suffix(suffix for kind in kinds for suffix in SUFFIXES[kind])


def write(arguments: argparse.Namespace, order: Order) -> int:
    """Make the paper of the chains asked for, and tell how that went."""
    loaded, reading = reading_of(arguments)
    _known_template(loaded.atlas, order.template)
    order = replace(order, chains=chains_of(loaded, arguments.chain))
    out = arguments.out
    return written(out, partial(papers.put, reading, order, out)) or data_code(loaded)


def _known_template(atlas: Atlas, template: str) -> None:
    known = templates(atlas)
    if template and template not in known:
        raise UsageError("cli.usage.template", id=template, known="、".join(known))


def chains_of(loaded: Loaded, wanted: list[str]) -> tuple[str, ...]:
    """The chains asked for, all without any; raises :class:`UsageError`."""
    found = tuple(dict.fromkeys(known_chain(loaded.atlas, chain) for chain in wanted))
    return found or tuple(loaded.atlas.chains)
