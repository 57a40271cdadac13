"""Lines that came back → what each says, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from liantu.library.replies.firms import Firms
from liantu.library.replies.intake import Intake, Line, Maker, names_of
from liantu.library.replies.sheets import Filled, Returned, Trouble
from liantu.library.replies.words import (
    Amount,
    amount_in,
    answer_in,
    firms_in,
    folded,
    is_full_name,
    parts_in,
    year_in,
)
from liantu.model import Atlas, Capacity, Status
from liantu.model.task_key import TaskKey
from liantu.model.verification import UNPLACED, Answer, Reply


def judged(atlas: Atlas, files: Iterable[Returned]) -> Intake:
    """What the files say, checked against ``atlas`` and against each other."""
    found = tuple(files)
    judge = _Judge(atlas, Firms(atlas))
    lines = [judge.line(one, file.office) for file in found for one in file.lines]
    conflicts, mixed = _conflicts(lines), _mixed(found)
    told = tuple(
        _with(line, (*mixed.get(line.filled, ()), *conflicts.get(id(line), ()))) for line in lines
    )
    return Intake(told, tuple(t for file in found for t in file.troubles))


def _with(line: Line, more: Iterable[Trouble]) -> Line:
    return replace(line, troubles=(*line.troubles, *more)) if more else line


def _mixed(files: Iterable[Returned]) -> dict[Filled, tuple[Trouble, ...]]:
    """Answered lines of another county than most of their file: pasted in, or mistaken."""
    found: dict[Filled, tuple[Trouble, ...]] = {}
    for file in files:
        counts = Counter(line.key.county for line in file.lines)
        county = max(counts, key=lambda name: counts[name], default="")
        for line in file.lines:
            if line.key.county != county and any(line.told):
                told = _trouble(line, "mixed", county=county, other=line.key.county)
                found[line] = (told,)
    return found


def _conflicts(lines: Iterable[Line]) -> dict[int, tuple[Trouble, ...]]:
    """Line → that another one says something else of the same county and product."""
    first: dict[tuple[str, ...], Line] = {}
    found: dict[int, tuple[Trouble, ...]] = {}
    for line in lines:
        if line.answer is None:
            continue
        other = first.setdefault((*line.key.line, line.key.date), line)
        if other.answer is line.answer and other.filled.file == line.filled.file:
            continue
        if other.filled.told != line.filled.told:
            told = _trouble(
                line.filled,
                "conflict",
                first=_spot(other),
                before=other.filled.answer,
                now=line.filled.answer,
            )
            found[id(line)] = (told,)
    return found


def _spot(line: Line) -> str:
    return Trouble(line.filled.file, line.filled.row, "", {}).place


def _trouble(line: Filled, code: str, *, stops: bool = True, **params: object) -> Trouble:
    return Trouble(line.file, line.row, f"library.reply.{code}", params, stops)


@dataclass(slots=True)
class _Judge:
    atlas: Atlas
    firms: Firms

    def line(self, filled: Filled, office: str) -> Line:
        key, atlas = filled.key, self.atlas
        if stop := next(self._foreign(filled), None):
            return Line(filled=filled, answer=None, office=office, troubles=(stop,))
        answer, year = answer_in(filled.answer), year_in(filled.year)
        makers = tuple(self._makers(filled))
        troubles = [*_wrong(filled, answer, makers, year), *self._odd(filled, makers)]
        before = _before(atlas, key)
        if answer is Answer.MADE and makers and not any(m.makes for m in makers):
            troubles.append(_trouble(filled, "not_yet", stops=False))
            answer = Answer.UNCLEAR
        if answer is not None and (later := _later(atlas, key)):
            troubles.append(_trouble(filled, "older", stops=False, date=key.date, later=later))
        same = before is not None and before.answer is answer and self._is_known(makers, before)
        if before is not None and before.answer is not Answer.ASKED and answer and not same:
            troubles.append(_trouble(filled, "again", stops=False, date=before.date))
        return Line(
            filled=filled,
            answer=answer,
            office=office,
            makers=makers,
            year=year or "",
            troubles=tuple(troubles),
            before=before,
            same=same,
        )

    def _foreign(self, filled: Filled) -> Iterator[Trouble]:
        """Why the line is none of this folder's."""
        key, region = filled.key, self.atlas.library.region
        product = self.atlas.products.get(key.product)
        asked = filled.product.splitlines()[0] if filled.product else ""
        if key.region != region.name:
            yield _trouble(filled, "region", there=key.region, here=region.name)
        elif key.county not in region.counties or key.county == UNPLACED:
            yield _trouble(filled, "county", county=key.county)
        elif product is None:
            yield _trouble(filled, "product", product=asked or key.product)
        elif asked and folded(asked) != folded(product.name):
            yield _trouble(filled, "moved", asked=asked, product=product.name)

    def _makers(self, filled: Filled) -> Iterator[Maker]:
        names = firms_in(filled.firm)
        product = self.atlas.products[filled.key.product]
        for name, told in zip(names, parts_in(filled.amount, len(names)), strict=False):
            several = len(names) > 1 and told == filled.amount
            amount = _by(filled, amount_in(told, product.unit, self.atlas.library.units))
            if several and amount.amount is not None:  # one number for several firms is nobody's
                amount = Amount(None, "", amount.since, amount.status, "shared")
            id_ = self.firms.id(name)
            called = self.atlas.enterprises[id_].name if id_ else name
            yield Maker(
                id=id_,
                name=called,
                written=name,
                capacity=amount,
                claim=told,
                known=bool(id_) and _has(self.atlas, id_, product.id, amount),
            )

    def _odd(self, filled: Filled, makers: tuple[Maker, ...]) -> Iterator[Trouble]:
        """What is taken, but should be looked at."""
        for maker in makers:
            firm = self.atlas.enterprises.get(maker.id)
            if firm is None:
                if not is_full_name(maker.written):
                    yield _trouble(filled, "abbreviated", stops=False, firm=maker.written)
                if near := self.firms.near(maker.written):
                    yield _trouble(filled, "near", stops=False, firm=maker.written, near=near)
            elif firm.county != filled.key.county:
                params = {"firm": firm.name, "there": firm.county, "here": filled.key.county}
                yield _trouble(filled, "elsewhere", stops=False, **params)
            if firm is not None and self.firms.is_guess(maker.written):
                params = {"firm": maker.written, "name": firm.name}
                yield _trouble(filled, "same", stops=False, **params)
            if maker.known:
                yield _trouble(filled, "known", stops=False, firm=maker.name)
            elif maker.capacity.doubt:
                code = f"amount_{maker.capacity.doubt}"
                yield _trouble(filled, code, stops=False, words=maker.claim)

    def _is_known(self, makers: tuple[Maker, ...], before: Reply) -> bool:
        return all(m.known for m in makers) and before.firms == names_of(makers)


def _by(filled: Filled, told: Amount) -> Amount:
    """What begins only after the day that was asked about is still being built then."""
    if told.status is not Status.OPERATING:
        return replace(told, since="")
    if told.since > filled.key.date[: len(told.since)]:
        return replace(told, since="", status=Status.BUILDING)
    return told


def _wrong(
    filled: Filled, answer: Answer | None, makers: tuple[Maker, ...], year: str | None
) -> Iterator[Trouble]:
    """Why a line cannot be taken."""
    if filled.answer and answer is None:
        yield _trouble(filled, "word", word=filled.answer)
    elif answer is None and any(filled.told):
        yield _trouble(filled, "unanswered")
    elif answer is Answer.MADE and not makers:
        yield _trouble(filled, "firm")
    elif answer is Answer.NONE and any(m.makes for m in makers):
        yield _trouble(filled, "none_firm", firm=names_of(makers))
    if year is None:
        yield _trouble(filled, "year", word=filled.year)
    elif year and year[:4] > filled.key.date[:4]:
        yield _trouble(filled, "later", stops=False, year=filled.year, date=filled.key.date)


def _before(atlas: Atlas, key: TaskKey) -> Reply | None:
    """What stands there for the same product, county and day; of several the last."""
    spot = (key.product, key.county, key.date)
    found = [r for r in atlas.answers if (r.product, r.county, r.date) == spot]
    return found[-1] if found else None


def _later(atlas: Atlas, key: TaskKey) -> str:
    """The last day after that of the line on which the county was asked or answered the same."""
    spot = key.product, key.county
    days = [r.date for r in atlas.answers if (r.product, r.county) == spot and r.date > key.date]
    return max(days, default="")


def _has(atlas: Atlas, firm: str, product: str, told: Amount) -> bool:
    """Whether the firm has the very capacity on record."""
    return any(
        _is_same(c, told) for c in atlas.enterprises[firm].capacities if c.product == product
    )


def _is_same(item: Capacity, told: Amount) -> bool:
    return (item.status, item.amount) == (told.status, told.amount) and not item.contested
