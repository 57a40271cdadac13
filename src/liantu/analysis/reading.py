"""The value that goes down the house: the atlas under a scenario, and all that follows from it.

Everything is computed once, when first asked for, and kept: a date, an assumption or an edit makes
a new reading. Window, paper, spreadsheet and map take one reading, so they cannot disagree.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import InitVar, dataclass, field, fields, replace
from weakref import WeakValueDictionary

from liantu.analysis import room
from liantu.analysis.asking import Question, home_or_key, questions, shortlist
from liantu.analysis.boards import Boards, boards
from liantu.analysis.coverage import Coverage, coverage
from liantu.analysis.diagnosis import Diagnosis, Verdict, diagnose
from liantu.analysis.feeding import Feed, feeds
from liantu.analysis.jobs import first_jobs
from liantu.analysis.matching import CityGap, Market, city_gaps, markets
from liantu.analysis.ranking import Score, acceptability
from liantu.analysis.shocks.backup import Backing, Backup
from liantu.analysis.shocks.exposure import Exposure, exposures, in_order, reaching
from liantu.analysis.shocks.outage import Outage, outage
from liantu.analysis.shocks.timeline import Timeline, timeline
from liantu.analysis.shocks.weaving import Woven, woven
from liantu.analysis.state import Situation, survey
from liantu.analysis.summary import Census, ChainSummary, census, summarise
from liantu.analysis.supposed import supposed
from liantu.jobs import Progress
from liantu.model import Atlas, Library, Region
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.drill import NO_DRILL, Drill, ShockKind
from liantu.model.scenario import Scenario, Switches, year_before
from liantu.once import once

_SERIALS = itertools.count(1)
ASIDE, BESIDE = "aside", 3
"""Where a reading holds what other modules make of it, and readings that it keeps beside itself."""
_OF_SCENARIO = frozenset(("_beside", "outage", "timeline", ASIDE))
"""What a reading makes of its own scenario, not of its diagnosis alone."""


@dataclass(frozen=True, eq=False)
class Reading:
    """``base`` is what the files say, ``atlas`` the same under the scenario: one object where it
    supposes nothing. ``serial`` is another one for every reading, so that a view may tell whether
    it has shown this one. ``kin``: the readings of the same base that came one out of another, as
    long as somebody holds them, by their serials.
    """

    base: Atlas
    atlas: Atlas
    scenario: Scenario
    diagnosed: InitVar[Diagnosis]
    kin: WeakValueDictionary[int, Reading] = field(default_factory=WeakValueDictionary)
    serial: int = field(default_factory=lambda: next(_SERIALS))

    def __post_init__(self, diagnosed: Diagnosis) -> None:
        self.kin[self.serial] = self
        vars(self)["diagnosis"] = diagnosed

    @once
    def diagnosis(self) -> Diagnosis:
        """What was found of every product; found again where it was let go."""
        switches = self.scenario.switches(self.atlas.library)
        return diagnose(self.atlas, self.scenario.date, switches)

    def let_go(self) -> list[object]:
        """Hold nothing of what was made of it; whoever asks all the same has it made again."""
        names = vars(self).keys() - {f.name for f in fields(self)}
        return [vars(self).pop(name, None) for name in names]

    @classmethod
    def of(
        cls,
        atlas: Atlas,
        scenario: Scenario | None = None,
        before: Reading | None = None,
        progress: Progress | None = None,
    ) -> Reading:
        """The reading of ``atlas``; without a scenario, as the folder asks to be looked at.

        Weights only order what was found and a drill changes nothing of it, so nothing is
        diagnosed anew where ``before`` differs in nothing else. May raise ``Cancelled``.
        """
        scenario = scenario or Scenario()
        switches = scenario.switches(atlas.library)
        if before is not None and before._is_diagnosed_as(atlas, scenario, switches):
            return before._once_more(scenario, switches)
        shown = supposed(atlas, scenario)
        known = before.situation.recipes if before is not None else None
        diagnosis = diagnose(shown, scenario.date, switches, known, progress)
        if before is None or before.base is not atlas:
            return cls(atlas, shown, scenario, diagnosis)
        return cls(atlas, shown, scenario, diagnosis, before.kin)

    @classmethod
    def nothing(cls) -> Reading:
        """The reading before anything was read."""
        return cls.of(Atlas(library=Library(Region(""), "")))

    def under(self, scenario: Scenario) -> Reading:
        """The same atlas under another scenario."""
        return Reading.of(self.base, scenario, self)

    def at(self, date: str) -> Reading:
        """The same atlas at another date."""
        return self.under(replace(self.scenario, date=date))

    def beside(self, scenario: Scenario) -> Reading:
        """:meth:`under`, kept: what this reading is compared with, again and again. One that was
        looked at is not made anew. Where there is no room for another one, it is kept by whoever
        shows it.
        """
        found = next((one for one in self._beside if one.scenario == scenario), None)
        if found is None:
            found = self._kin_under(scenario) or self.under(scenario)
            self._beside.add(found)
        return found

    def _kin_under(self, scenario: Scenario) -> Reading | None:
        kin = (one() for one in self.kin.valuerefs())
        others = (one for one in kin if one is not None and one is not self)
        return next((one for one in others if one.scenario == scenario), None)

    @property
    def besides(self) -> tuple[Reading, ...]:
        """Those that it was compared with, as far as they are held."""
        return tuple(vars(self).get("_beside", ()))

    @once
    def _beside(self) -> room.Few[Reading]:
        return room.Few(room.readings(self.base, BESIDE + 1) - 1)

    def _once_more(self, scenario: Scenario, switches: Switches) -> Reading:
        """The reading of the same diagnosis; under the same weights with all that was made of it
        so far.
        """
        if switches != self.switches:
            diagnosis = replace(self.diagnosis, switches=switches)
            return Reading(self.base, self.atlas, scenario, diagnosis, self.kin)
        found = Reading(self.base, self.atlas, scenario, self.diagnosis, self.kin)
        own = {f.name for f in fields(self)} | _OF_SCENARIO
        made = dict(vars(self))  # whole: other threads may add to it meanwhile
        found.__dict__.update({k: v for k, v in made.items() if k not in own})
        return found

    def _is_diagnosed_as(self, atlas: Atlas, scenario: Scenario, switches: Switches) -> bool:
        """Whether at most the weights and the drill differ, and what the scenario is called."""
        own = self.scenario
        supposes = (scenario.projects, scenario.stops, scenario.plants)
        return (
            atlas is self.base
            and scenario.date in (own.date, self.date)
            and supposes == (own.projects, own.stops, own.plants)
            and replace(switches, weights=self.switches.weights) == self.switches
        )

    # -- what was asked

    @property
    def date(self) -> str:
        """The 口径日期; that of the edition where none was asked."""
        return self.diagnosis.situation.date

    @property
    def switches(self) -> Switches:
        """The assumptions."""
        return self.diagnosis.switches

    @property
    def situation(self) -> Situation:
        """States, makers and supplies at the date."""
        return self.diagnosis.situation

    @once
    def earlier(self) -> Situation | None:
        """The situation a year before; ``None`` where no date is known."""
        day = year_before(self.date)
        return survey(self.atlas, day, self.switches, self.situation.recipes) if day else None

    @property
    def verdicts(self) -> Mapping[str, Verdict]:
        """Classes of every product but utilities, by product id."""
        return self.diagnosis.verdicts

    # -- chains

    @once
    def _census(self) -> Census:
        return census(self.atlas, self.situation)

    @once
    def _summaries(self) -> dict[tuple[str, str | None], ChainSummary]:
        return {}

    def summary(self, chain: str, section: str | None = None) -> ChainSummary:
        """Counts of a chain or section; raises ``KeyError`` for an unknown chain."""
        key = (chain, section)
        if key not in self._summaries:
            found = summarise(self.atlas, self.diagnosis, chain, section, self._census)
            self._summaries[key] = found
        return self._summaries[key]

    def counts(self, products: Iterable[str]) -> Counter[Word]:
        """Products by each of their classes: one that is thin and weak counts under both."""
        known = (self.verdicts[p] for p in dict.fromkeys(products) if p in self.verdicts)
        return Counter(word for verdict in known for word in verdict.words)

    def chain_counts(self, chain: str, section: str | None = None) -> Counter[Word]:
        """:meth:`counts` of the products that a chain or section shows."""
        return self.counts(m.product for m in self.atlas.chains[chain].members(section))

    def trend(self, chain: str) -> int | None:
        """Local products of a chain now, less those a year before; ``None`` if not known."""
        if self.earlier is None:
            return None
        ids = [m.product for m in self.atlas.chains[chain].members()]
        return sum(self.situation.is_local(p) - self.earlier.is_local(p) for p in ids)

    # -- order of the gaps

    @once
    def boards(self) -> Boards:
        """补链, 延链 and 强链 of the city."""
        return boards(self.atlas, self.diagnosis)

    def rows(self, board: Board, chain: str = "") -> tuple[Score, ...]:
        """The rows of a board, best first: of the city, or what the page of a chain lists (its own
        products and key links). A score does not depend on the others.
        """
        return self.boards.of(board, home_or_key(self.atlas, chain) if chain else None)

    def score(self, product: str, board: Board | None = None) -> Score | None:
        """The row of a product on a board, or on the first board that it stands on."""
        boards_ = (board,) if board else tuple(Board)
        rows = (self._scores.get((b, product)) for b in boards_)
        return next((row for row in rows if row), None)

    @once
    def _scores(self) -> Mapping[tuple[Board, str], Score]:
        return {(b, s.product): s for b in Board for s in self.boards.rows[b]}

    def chances(self, board: Board, key: frozenset[str]) -> Mapping[str, float]:
        """Share of all weightings that put a row of a board among the first five of ``key``."""
        if (board, key) not in self._chances:
            self._chances[board, key] = acceptability(self.boards.of(board, key))
        return self._chances[board, key]

    @once
    def _chances(self) -> dict[tuple[Board, frozenset[str]], dict[str, float]]:
        return {}

    @once
    def questions(self) -> tuple[Question, ...]:
        """摸底任务单 of the city, the most worth asking first."""
        return questions(self.atlas, self.diagnosis, self.boards)

    def shortlist(self, chain: str) -> tuple[str, ...]:
        """短板清单 of a chain: at most five products."""
        return shortlist(self.atlas, self.diagnosis, self.boards, chain)

    def jobs(self, chain: str) -> tuple[Score, ...]:
        """先办三件事 of a chain: at most three rows of the boards, the first first."""
        if chain not in self._jobs:  # the first one, a map, does not wait for the whole city
            whole, own = "boards" in vars(self) or self._jobs, home_or_key(self.atlas, chain)
            found = self.boards if whole else boards(self.atlas, self.diagnosis, own)
            self._jobs[chain] = first_jobs(self.atlas, self.diagnosis, found, chain)
        return self._jobs[chain]

    @once
    def _jobs(self) -> dict[str, tuple[Score, ...]]:
        return {}

    @once
    def coverage(self) -> Coverage:
        """How much of the city the data hold."""
        return coverage(self.atlas, self.situation)

    # -- failures of supply

    def woven(self, drill: Drill = NO_DRILL) -> Woven:
        """Who can run on whom, by the supplies that a drill counts."""
        outside = tuple(s for s in drill.shocks if s.kind is ShockKind.OUTSIDE)
        key = Drill(
            shocks=outside if drill.outside else (),
            stock=drill.stock,
            deduced=drill.deduced,
            substitution=drill.substitution,
            outside=drill.outside,
        )
        if key not in self._woven:
            self._woven[key] = woven(self.atlas, self.diagnosis, key)
        return self._woven[key]

    @once
    def _woven(self) -> dict[Drill, Woven]:
        return {}

    def outage_of(self, drill: Drill) -> Outage:
        """What a drill brings about; its measures are told by :func:`timeline`."""
        return outage(self.atlas, self.woven(drill), drill)

    @once
    def outage(self) -> Outage | None:
        """That of the scenario's drill; ``None`` where nothing fails in it."""
        drill = self.scenario.drill
        return self.outage_of(drill) if drill.shocks else None

    @once
    def timeline(self) -> Timeline | None:
        """The same day by day, with the measures of the drill."""
        return timeline(self.atlas, self.outage) if self.outage else None

    @once
    def exposures(self) -> tuple[Exposure, ...]:
        """What hangs on each enterprise, product and bought-in material."""
        return exposures(self.atlas, self.diagnosis, self.woven())

    @once
    def exposed(self) -> Mapping[tuple[ShockKind, str], Exposure]:
        """The same by what fails."""
        return {(found.kind, found.id): found for found in self.exposures}

    @once
    def reaching(self) -> Mapping[tuple[str, str], tuple[Exposure, ...]]:
        """The same by what it reaches: ``("product" | "enterprise", id)``."""
        return reaching(self.exposures)

    def stopping(self, products: Iterable[str]) -> tuple[Exposure, ...]:
        """Those of :attr:`exposures` that reach some of these products, without going through the
        whole city.
        """
        reached = (self.reaching.get(("product", product), ()) for product in products)
        return in_order({(e.kind, e.id): e for found in reached for e in found}.values())

    def backups(self, product: str, without: Collection[str] = ()) -> tuple[Backup, ...]:
        """Who could step in for a product where the enterprises ``without`` fail, the best first;
        what is bought outside comes last.
        """
        return self._backing.of(product, without)

    @once
    def _backing(self) -> Backing:
        return Backing(self.atlas, self.diagnosis)

    # -- the city

    @once
    def markets(self) -> tuple[Market, ...]:
        """All makers over against all users of each product, without the pairs."""
        return tuple(markets(self.atlas, self.diagnosis))

    @once
    def city_gaps(self) -> tuple[CityGap, ...]:
        """What several chains miss at once."""
        return city_gaps(self.atlas, self.diagnosis)

    @once
    def feeds(self) -> tuple[Feed, ...]:
        """How the chains feed each other."""
        return feeds(self.atlas, self.situation)

    # -- where things are shown

    def chain_for(self, product: str, preferred: str = "") -> str:
        """A chain that shows ``product``: the preferred one, its home, else the first; or empty."""
        shown = self.atlas.chains_of.get(product, ())
        if preferred in shown:
            return preferred
        home = self.atlas.products[product].home if product in self.atlas.products else ""
        return home if home in shown else next(iter(shown), "")

    def chain_of_enterprise(self, enterprise: str, preferred: str = "") -> str:
        """A chain in which the enterprise appears: the preferred one, else the first that it names
        itself, else any; or empty.
        """
        chains = self.chains_of_enterprise(enterprise)
        if preferred in chains or not chains:
            return preferred if chains else ""
        own = self.atlas.enterprises[enterprise].chains
        return next((c for c in own if c in chains), chains[0])

    def chains_of_enterprise(self, enterprise: str) -> tuple[str, ...]:
        """Chains that list the enterprise or show one of its products, in the atlas' order."""
        return self._chains_of_firms.get(enterprise, ())

    @once
    def _chains_of_firms(self) -> Mapping[str, tuple[str, ...]]:
        order = {chain: at for at, chain in enumerate(self.atlas.chains)}
        found: defaultdict[str, set[str]] = defaultdict(set)
        for firm in self.atlas.enterprises.values():
            found[firm.id].update(c for c in firm.chains if c in order)
            for item in firm.capacities:
                found[firm.id].update(self.atlas.chains_of.get(item.product, ()))
        return {key: tuple(sorted(chains, key=order.__getitem__)) for key, chains in found.items()}
