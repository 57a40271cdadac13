"""What an official paper (GB/T 9704) has around its text; what the office left out is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.briefing.office import Office
from liantu.telling.dates import spoken
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Slot:
    """Words of an element; ``blank`` ones say in brackets what the office writes there."""

    words: str
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Letter:
    """版头 (``masthead``, ``number``), 主送, 附件说明, 署名, 成文日期, and the line of 版记."""

    masthead: Slot
    number: Slot
    addressee: Slot
    attachments: tuple[Slot, ...]
    issuer: Slot
    signed: Slot
    printed: Slot


def letter(office: Office) -> Letter:
    """The elements of a paper of this office."""
    masthead = text("brief.letter.masthead", issuer=office.issuer) if office.issuer else ""
    addressee = text("brief.letter.addressee", name=office.addressee) if office.addressee else ""
    signed = spoken(office.signed) if office.signed else ""
    printed = text("brief.letter.printed", date=signed) if signed else ""
    return Letter(
        masthead=_slot(masthead, "masthead"),
        number=_slot(office.number, "number"),
        addressee=_slot(addressee, "addressee"),
        attachments=_attachments(office.attachments),
        issuer=_slot(office.issuer, "issuer"),
        signed=_slot(signed, "signed"),
        printed=_slot(printed, "printed"),
    )


def _slot(words: str, name: str) -> Slot:
    return Slot(words) if words else Slot(text(f"brief.letter.blank.{name}"), blank=True)


def _attachments(names: tuple[str, ...]) -> tuple[Slot, ...]:
    """One 附件 has no number, several are numbered; none at all is an instruction."""
    if len(names) < 2:
        return (_slot("".join(names), "attachments"),)
    return tuple(Slot(f"{at}. {name}") for at, name in enumerate(names, 1))
