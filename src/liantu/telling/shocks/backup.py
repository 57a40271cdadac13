"""备份: who could step in for a product, why, what it lacks, and who is to be asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.backup import Backup, BackupTrust, BackupWay
from liantu.analysis.shocks.outage import Outage
from liantu.model import Enterprise
from liantu.model.target import Target
from liantu.model.verification import UNPLACED
from liantu.telling import figures, making
from liantu.telling.line import Line, Part, folded, joined
from liantu.telling.names import named, plain_firm, plain_name
from liantu.telling.whom import counties_to_ask, users
from liantu.wording import text

MOST = 6
"""Firms that a part names."""
FEW = 3
"""Firms that a sentence names."""
_TURNED = frozenset(
    {BackupWay.SISTER, BackupWay.ROUTE, BackupWay.PARTNER, BackupWay.READY, BackupWay.NEAR}
)
"""Ways of firms that would make it for the first time."""
_LICENSED = "27"
"""大类 of medicines, each of which needs an approval of its own."""


def of_product(reading: Reading, product: str) -> Iterator[Part]:
    """The part of a product that fails in the drill, or that one enterprise alone makes and others
    take.
    """
    without = failing(reading, product)
    verdict = reading.verdicts.get(product)
    if not without and verdict is not None and verdict.lost:
        without = frozenset(verdict.makers)
    if without:
        told = lines(reading, product, without)
        yield folded("ui.part.backup", cell(reading, product, without), told)


def failing(reading: Reading, product: str) -> frozenset[str]:
    """The enterprises whose unit of a product fails in the drill of the scenario."""
    stopped = reading.outage.stopped if reading.outage else ()
    return frozenset(n.enterprise for n in stopped if n.product == product and n.enterprise)


def concerned(found: Outage) -> Mapping[str, frozenset[str]]:
    """What others lack first when something fails, with who fails to supply it."""
    firms: defaultdict[str, set[str]] = defaultdict(set)
    for hit in found.hits:
        for step in hit.path[:1]:
            firms[step.product].update(filter(None, (step.supplier.enterprise,)))
    made = [(node.product, node.enterprise) for node in found.stopped]
    return {p: frozenset({e for q, e in made if q == p and e} | own) for p, own in firms.items()}


def of_firm(reading: Reading, enterprise: str) -> Iterator[Part]:
    """The part of an enterprise: what others take of it that nobody else makes, and where it fails
    in the drill whatever others then lack.
    """
    found = [p for p, v in reading.verdicts.items() if v.lost and v.makers == (enterprise,)]
    if reading.outage is not None:
        lacked = concerned(reading.outage)
        found += [p for p, firms in lacked.items() if enterprise in firms and p not in found]
    if found:
        told = [_of_sole(reading, product, enterprise) for product in found]
        yield folded("ui.part.backup", text("shock.backup.gist", count=len(told)), told)


def _of_sole(reading: Reading, product: str, enterprise: str) -> Line:
    name = plain_name(reading, product)
    words = headline(reading, product, {enterprise})
    return Line(name, remark=words, target=Target("product", product))


def headline(reading: Reading, product: str, without: Collection[str] = ()) -> str:
    """One sentence that answers first: who could step in, or that nobody is reliable."""
    found = reading.backups(product, without)
    sure = [b for b in found if b.reliable]
    if sure:
        return text("shock.backup.some", names=_names(reading, sure), count=len(sure))
    item = reading.atlas.products[product]
    if item.raw:
        return text("shock.backup.raw")
    for code, part in _weaker(found):
        if part:
            return text(f"shock.backup.none.{code}", names=_names(reading, part))
    return text("shock.backup.none")


def cell(
    reading: Reading, product: str, without: Collection[str] = (), *, elsewhere: bool = False
) -> str:
    """The same for a column: ``东阿钢球等 3 家``, ``可谈：泰华轴承``, ``无可靠备份``. Of what is
    bought outside (``elsewhere``) there may be another source there.
    """
    found = reading.backups(product, without)
    sure = [b for b in found if b.reliable]
    if sure:
        return _names(reading, sure)
    if reading.atlas.products[product].raw:
        return text("shock.backup.cell.outside")
    for code, part in _weaker(found):
        if part:
            return text(f"shock.backup.cell.{code}", names=_names(reading, part))
    return text(f"shock.backup.cell.{'outside' if elsewhere else 'none'}")


def lines(reading: Reading, product: str, without: Collection[str] = ()) -> Iterator[Line]:
    """The answer, then everybody in turn: why, what is lacking, who is to be asked."""
    found = reading.backups(product, without)
    yield Line(headline(reading, product, without), head=True)
    for each in found[:MOST]:
        yield line(reading, each)
    if any(b.way in _TURNED for b in found[:MOST]):
        yield Line(text("shock.backup.turning"), faded=True)


def line(reading: Reading, found: Backup) -> Line:
    """Somebody who could step in."""
    firm = reading.atlas.enterprises.get(found.enterprise)
    words = (
        text("shock.backup.firm", name=plain_firm(reading, firm.id), county=firm.county)
        if (firm)
        else text(f"shock.backup.{found.way}")
    )
    remark = joined(reason(reading, found), missing(reading, found), whom(reading, found))
    target = Target("enterprise", firm.id) if firm else None
    doubt = found.trust is not BackupTrust.RECORDED
    return Line(words, text(f"shock.backup.trust.{found.trust}"), remark, target, doubt)


def reason(reading: Reading, found: Backup) -> str:
    """Why it is named, in one sentence."""
    basis = list(found.basis)
    near = basis.pop() if found.way is BackupWay.NEAR else ""
    product = reading.atlas.products[found.product]
    code = found.way.value
    if found.own_use:
        code = "makes_own"
    elif found.way is BackupWay.SISTER and not found.shared:
        code = "sister_alone"
    elif found.way is BackupWay.OUTSIDE and found.trust is BackupTrust.ASK:
        code = "outside_unknown"
    return text(
        f"shock.backup.why.{code}",
        product=plain_name(reading, found.product),
        basis=_products(reading, basis),
        shared=_products(reading, found.shared),
        material=plain_name(reading, near) if near else "",
        group=product.gbt_name or product.gbt,
        made=_made(reading, found),
    )


def _made(reading: Reading, found: Backup) -> str:
    """``在产 20 万吨/年``, with what is left of it where that is known."""
    if found.maker is None:
        return ""
    item = found.maker.capacity
    words = joined(making.standing(reading, item), figures.capacity(item))
    if found.spare is None:
        return words
    unit = reading.atlas.products[found.product].unit
    return joined(words, text("shock.backup.spare", amount=figures.amount(found.spare, unit)))


def missing(reading: Reading, found: Backup) -> str:
    """What it would have to procure or to be allowed; empty for who makes it."""
    words = []
    if found.missing:
        words.append(text("shock.backup.missing", names=_products(reading, found.missing)))
    product = reading.atlas.products[found.product]
    if found.way in _TURNED and product.gbt.startswith(_LICENSED):
        words.append(text("shock.backup.licence"))
    if found.gate is not None:
        kind = text(f"standing.gate.{found.gate.kind}")
        words.append(text("shock.backup.gate", kind=kind))
    return joined(*words)


def whom(reading: Reading, found: Backup) -> str:
    """Who is to be asked: the firm by way of its county and its officer; the county where nobody
    is named; who buys it now where it comes from outside.
    """
    firm = reading.atlas.enterprises.get(found.enterprise)
    if firm is not None:
        office = _officer(reading, firm) or firm.county
        code = "unplaced" if office == UNPLACED else "firm"
        return text(f"shock.backup.ask.{code}", office=office)
    verdict = reading.verdicts.get(found.product)
    if verdict is None:
        return ""
    if found.way is BackupWay.GROUP:
        names = "、".join(counties_to_ask(reading, verdict)) or text("answer.counties")
        return text("shock.backup.ask.county", names=names)
    taking = [plain_firm(reading, e) for e in users(reading, verdict)]
    return text("shock.backup.ask.user", names=named(taking, FEW)) if taking else ""


def _officer(reading: Reading, firm: Enterprise) -> str:
    """The office that looks after it at the date; empty where none is on record."""
    day = reading.situation.day
    for one in reading.atlas.assignments.values():
        ended = one.until and day and one.until < day[: len(one.until)]
        if one.enterprise == firm.id and not ended:
            return one.office
    return ""


def _weaker(found: Sequence[Backup]) -> Iterator[tuple[str, list[Backup]]]:
    """Who is left where nobody is reliable, the better first."""
    own = [b for b in found if b.way is not BackupWay.OUTSIDE]
    yield "building", [b for b in own if b.trust is BackupTrust.RECORDED]
    for trust in (BackupTrust.LIKELY, BackupTrust.ASK):
        yield trust.value, [b for b in own if b.trust is trust]


def _names(reading: Reading, found: Sequence[Backup]) -> str:
    words = [
        plain_firm(reading, b.enterprise) if b.enterprise else text(f"shock.backup.{b.way}")
        for b in found
    ]
    return named(words, FEW)


def _products(reading: Reading, found: Sequence[str]) -> str:
    return named([plain_name(reading, p) for p in found], FEW)
