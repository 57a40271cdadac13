"""Edits of the 摸底: 下发, 收回 and 完整性声明, each one step and all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from liantu.library.editing import Draft, edited, new_id
from liantu.library.importing.names import name_key
from liantu.library.plain import plain
from liantu.library.replies.intake import Intake, Line, Maker, names_of
from liantu.library.replies.words import is_full_name
from liantu.model import Atlas, EnterpriseKind
from liantu.model.edits import Edit
from liantu.model.task_key import TaskKey
from liantu.model.verification import Answer, Reply, next_year
from liantu.numerals import plain as digits
from liantu.wording import text

_DIGITS = 12


def sent_edit(keys: Sequence[TaskKey], office: str) -> Edit:
    """下发: each line becomes an answer ``asked`` of its day, due on its day."""
    places = len({key.county for key in keys})

    def change(atlas: Atlas) -> Atlas:
        known = _known(atlas)
        return edited(atlas, [_asked(key, office) for key in keys if _is_open(known, key)])

    return Edit(text("edit.survey.sent", counties=places, count=len(keys)), change)


def _is_open(known: Mapping[str, Reply], key: TaskKey) -> bool:
    """Whether nothing was answered on the same day."""
    reply = known.get(_words(key))
    return reply is None or reply.answer is Answer.ASKED


def _asked(key: TaskKey, office: str) -> Draft:
    values = {"due": key.due, "until": _until(key), "office": office}
    return _answer(key, Answer.ASKED, values)


def _until(key: TaskKey) -> str:
    """A question that is due later than a year after its day stays open until a year after that."""
    return next_year(key.due) if key.due and key.due >= next_year(key.date) else ""


def _words(key: TaskKey) -> str:
    return f"{key.product}@{key.county}@{key.date}"


def _known(atlas: Atlas) -> dict[str, Reply]:
    return {f"{r.product}@{r.county}@{r.date}": r for r in atlas.answers}


def _answer(key: TaskKey, answer: Answer, more: Mapping[str, Any]) -> Draft:
    values: dict[str, Any] = {
        "product": key.product,
        "county": key.county,
        "answer": answer.value,
        "date": key.date,
    }
    values |= {name: value for name, value in more.items() if value}
    return Draft("answer", _words(key), values)


def taken_edit(intake: Intake, day: str) -> Edit:
    """收回: what the counties answered, taken in on ``day`` (today, ISO)."""
    lines = intake.answered
    places = len({line.key.county for line in lines})
    label = text("edit.survey.taken", counties=places, count=len(lines))
    return Edit(label, lambda atlas: edited(atlas, _Drafts(atlas, day).of(lines)))


class _Drafts:
    """Drafts of one intake; firms that are named twice are made once."""

    def __init__(self, atlas: Atlas, day: str) -> None:
        self._atlas, self._day = atlas, day
        self._sources: dict[tuple[str, str], Draft] = {}
        self._firms: dict[str, dict[str, Any]] = {}
        self._new: dict[str, str] = {}

    def of(self, lines: Iterable[Line]) -> list[Draft]:
        told: dict[str, list[Line]] = {}
        for line in lines:
            told.setdefault(_words(line.key), []).append(line)
        answers = [self._reply(same) for same in told.values()]
        firms = [Draft("enterprise", id_, values) for id_, values in self._firms.items()]
        return [*self._sources.values(), *firms, *answers]

    def _reply(self, lines: Sequence[Line]) -> Draft:
        """The answer of all lines of a product and county, with the firms that they name."""
        first = lines[0]
        assert first.answer is not None
        source = self._source(first)
        makers = [maker for line in lines for maker in line.makers]
        for line in lines:
            for maker in line.makers:
                if not maker.known:
                    self._capacity(line, maker, source)
        before = first.before
        proofs = "；".join(dict.fromkeys(line.filled.proof for line in lines if line.filled.proof))
        kept = {"due": before.due, "until": _kept_until(before)} if before else {}
        more = {
            **kept,
            "office": first.office or text("library.reply.office", county=first.key.county),
            "firms": names_of(makers),
            "note": proofs and text("library.reply.proof", words=proofs),
            "source": [source],
        }
        return _answer(first.key, first.answer, more)

    def _source(self, line: Line) -> str:
        """The id of the record of what one county answered for one day."""
        key = line.key
        spot = key.county, key.date
        if spot not in self._sources:
            number = list(self._atlas.library.region.counties).index(key.county) + 1
            hint = f"mdf-{key.date.replace('-', '')}-{number:02d}"
            values = {
                "title": text("library.reply.source", county=key.county, date=key.date),
                "publisher": line.office or text("library.reply.office", county=key.county),
                "date": key.date,
                "note": text("library.reply.source.note", day=self._day, file=line.filled.file),
            }
            id_ = new_id(self._atlas, "source", hint)
            self._sources[spot] = Draft("source", id_, values)
        return self._sources[spot].id

    def _capacity(self, line: Line, maker: Maker, source: str) -> None:
        firm = self._firm(line, maker, source)
        told = maker.capacity
        proof = line.filled.proof
        values: dict[str, Any] = {"product": line.key.product}
        if told.amount is not None:
            values |= {"amount": digits(told.amount, _DIGITS), "unit": told.unit}
        values["status"] = told.status.value
        more = {
            "since": told.since,
            "as_of": line.year,
            "claim": maker.claim,
            "note": proof and text("library.reply.proof", words=proof),
        }
        values |= {name: value for name, value in more.items() if value}
        firm["capacities"] = [*firm.get("capacities", []), {**values, "source": [source]}]

    def _firm(self, line: Line, maker: Maker, source: str) -> dict[str, Any]:
        key = name_key(maker.written)
        id_ = maker.id or self._new.get(key, "")
        if id_ in self._firms:
            return self._firms[id_]
        if maker.id:
            self._firms[id_] = plain(self._atlas, "enterprise", id_) or {}
        else:
            id_ = new_id(self._atlas, "enterprise", f"{source}-{len(self._new) + 1}")
            self._new[key] = id_
            self._firms[id_] = _enterprise(line, maker, source)
        return self._firms[id_]


def _kept_until(before: Reply) -> str:
    """An answer holds a year from its day; a question that was to stay open longer does not
    lengthen that.
    """
    return before.until if before.answer is not Answer.ASKED else ""


def _enterprise(line: Line, maker: Maker, source: str) -> dict[str, Any]:
    values: dict[str, Any] = {"name": maker.written, "county": line.key.county}
    if not is_full_name(maker.written):
        values["kind"] = EnterpriseKind.ABBREVIATED.value
    return {**values, "source": [source]}


def declared_edit(county: str, chain: str, date: str, more: Mapping[str, Any], label: str) -> Edit:
    """完整性声明 of a county (or 全市) and a chain (empty: all); ``more`` are its other fields.
    ``label`` names the chain.
    """
    values: dict[str, Any] = {"chain": chain, "county": county, "date": date, **more}
    draft = Draft("declaration", f"{chain}@{county}@{date}", {k: v for k, v in values.items() if v})
    name = text("edit.survey.declared", county=county, chain=label)
    return Edit(name, lambda atlas: edited(atlas, [draft]))
