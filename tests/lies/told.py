"""The lies: what stands in the program, what is put in its place, and which tests must fail.

A lie is found by its text, wherever that stands below ``src``; a text that is gone, or stands
twice without ``every``, stops the run, so that no lie silently stops being told.
"""

from __future__ import annotations

from dataclasses import dataclass

ANALYSIS = "tests/unit/analysis tests/property"
SHOCKS = "tests/unit/analysis/shocks"
WORDS = "tests/unit/telling"
GOLDEN = "tests/golden"
JUDGED = "tests/unit/analysis tests/data/test_judgement.py"
MAPS = "tests/unit/diagram/segment/test_graph.py tests/unit/diagram/segment/test_marks.py"
PAPER = "tests/unit/briefing/test_values.py"
POSTER = "tests/unit/telling/poster"
LOGS = "tests/unit/logs"
DOCTOR = "tests/unit/doctor"
FAULTS = "tests/gui/test_faults.py"
ASKED = "tests/unit/library/test_reply_sheets.py tests/unit/library/test_reply_words.py"
KEEPING = "tests/unit/library/keeping --ignore=tests/unit/library/keeping/test_kills.py"
SUPPOSED = "tests/unit/analysis/test_supposed.py"
POOL = "tests/unit/analysis/pool"
PLANS = "tests/unit/analysis/plans tests/unit/analysis/portfolio"
SIDES = "tests/unit/telling/test_looks.py tests/unit/telling/test_versions.py"
LEDGERS = "tests/unit/analysis/test_work.py tests/unit/analysis/test_support.py"


@dataclass(frozen=True)
class Lie:
    """``old`` becomes ``new`` in the one place where it stands, or in ``every`` one."""

    name: str
    old: str
    new: str
    tests: str
    every: bool = False


LIES = (
    # analysis
    Lie(
        "at the least a need loses the most that its sources lose",
        "np.minimum.reduceat(least, begin, axis=-1)",
        "np.maximum.reduceat(least, begin, axis=-1)",
        SHOCKS,
    ),
    Lie(
        "a need is out with its first source",
        "if left[need] == 0:",
        "if left[need] >= 0:",
        SHOCKS,
    ),
    Lie(
        "stock is used up whole by a part that lacks",
        "self.cushion.stock[:] -= used",
        "self.cushion.stock[:] -= used > 0",
        SHOCKS,
    ),
    Lie(
        "nobody else steps in for a maker",
        "np.where(left > weight, weight / np.where(left > 0, left, 1.0), 1.0)",
        "np.where(left > weight, 1.0, 1.0)",
        SHOCKS,
    ),
    Lie("the day of the end still runs", "day < capacity.until", "day <= capacity.until", ANALYSIS),
    Lie(
        "a sole maker is alone though a by-product stands beside",
        "beside = situation.by_product_of(product.id) or product.id in situation.grouped",
        "beside = product.id in situation.grouped",
        ANALYSIS,
    ),
    Lie("the gap counts as exposed", "return len(seen) - 1", "return len(seen)", ANALYSIS),
    Lie(
        "what lacks more than the gap counts as unlocked",
        "if len(lacking) == 1 and lacking[0] != wanted:",
        "if lacking and lacking[0] != wanted:",
        JUDGED,
    ),
    Lie(
        "what uses itself is no end product",
        "for i in atlas.inputs_of(p.id) if i != p.id}",
        "for i in atlas.inputs_of(p.id)}",
        ANALYSIS,
    ),
    Lie("nothing left is something left", "surplus <= 0", "surplus < 0", ANALYSIS),
    Lie(
        "a firm deals with itself",
        "return tuple(e for e in firms if e not in own)",
        "return tuple(firms)",
        ANALYSIS,
    ),
    Lie(
        "a works' own castings are for sale",
        "return self.operating and not self.capacity.own_use",
        "return self.operating",
        ANALYSIS,
    ),
    Lie(
        "a machine follows from what any works buys",
        "if main and (not assembled or self._is_one_class(main, product)):",
        "if main:",
        ANALYSIS,
    ),
    Lie(
        "a supply that just covers is thin",
        "self.supply < threshold * self.need",
        "self.supply <= threshold * self.need",
        ANALYSIS,
    ),
    Lie("what comes back is not set off", "max(need - returns, 0.0)", "max(need, 0.0)", ANALYSIS),
    Lie("a month ends on its first day", '7: "-31"', '7: "-01"', ANALYSIS),
    Lie(
        "a contested capacity runs",
        "if capacity.contested or capacity.status not in counting:",
        "if capacity.status not in counting:",
        ANALYSIS,
    ),
    Lie(
        "readiness of the worst route",
        "Reach(best, max(ready, default=None)",
        "Reach(best, min(ready, default=None)",
        ANALYSIS,
    ),
    Lie(
        "mains secured as by the worst route",
        "return max(found, key=lambda c: (c.share, -len(c.missing)), default=None)",
        "return min(found, key=lambda c: (c.share, -len(c.missing)), default=None)",
        ANALYSIS,
    ),
    Lie(
        "a gap of two chains is none",
        "len(atlas.chains_of.get(product, ())) >= least",
        "len(atlas.chains_of.get(product, ())) > least",
        ANALYSIS,
    ),
    Lie(
        "gained and lost are turned round",
        "gained, lost = new.local and not old.local, old.local and not new.local",
        "lost, gained = new.local and not old.local, old.local and not new.local",
        ANALYSIS,
    ),
    Lie(
        "a silent row casts doubt on a known one",
        "len(silent.keys() - known.keys())",
        "len(silent.keys())",
        ANALYSIS,
    ),
    # the judgement
    Lie("a quarter of the mains feeds", "FED = 1 / 3", "FED = 1 / 4", JUDGED),
    Lie(
        "what is captive is not looked through",
        "return item.role is Role.CAPTIVE and item.product in self._through",
        "return False",
        JUDGED,
    ),
    Lie(
        "a late statement makes needs",
        "            return not self.is_late(product)\n",
        "            return True\n",
        JUDGED,
    ),
    Lie(
        "a late statement is supply",
        "if m.operating and not m.late]\n    known",
        "if m.operating]\n    known",
        JUDGED,
    ),
    Lie(
        "an answer still holds on the day of its end",
        "date <= day < (until or next_year(date))",
        "date <= day <= (until or next_year(date))",
        JUDGED,
    ),
    Lie(
        "the none of one county is that of all",
        "return known.issuperset(self._scope)",
        "return bool(known)",
        JUDGED,
    ),
    Lie(
        "an unclear answer is none at all",
        "answered = (r for r in told if r.answer is not Answer.ASKED)",
        "answered = (r for r in told if r.answer not in (Answer.ASKED, Answer.UNCLEAR))",
        JUDGED,
    ),
    Lie(
        "an unclear answer does not stop what the others say",
        "certain = Answer.UNCLEAR not in latest.values()",
        "certain = True",
        JUDGED,
    ),
    Lie(
        "the none of a county comes before what policy closes",
        "elif any(gate.effect is Effect.SHUT for gate in local.gates.get(product.id, ())):",
        "elif local.replies.standing(product.id) is not Standing.NONE and any(\n"
        "            gate.effect is Effect.SHUT for gate in local.gates.get(product.id, ())\n"
        "        ):",
        JUDGED,
    ),
    Lie(
        "who makes for its own use is the only one for others",
        "if any(m.operating and m.capacity.own_use for m in situation.makers(product.id)):",
        "if any(False for m in situation.makers(product.id)):",
        JUDGED,
    ),
    Lie(
        "what a group makes is nothing",
        'Term("group", "", None)',
        'Term("group", "", 0.0)',
        JUDGED,
    ),
    Lie(
        "need is not carried inside a firm",
        "amount = least.get((unit.firm, unit.product.id))",
        "amount = None",
        JUDGED,
    ),
    Lie(
        "an inferred gate shuts",
        "return Effect.ASK if self.inferred and found is Effect.SHUT else found",
        "return found",
        f"tests/unit/model {JUDGED}",
    ),
    Lie(
        "a co-product stands in a row of its own",
        "if atlas.products[verdict.product].generic or verdict.merged:",
        "if atlas.products[verdict.product].generic:",
        JUDGED,
    ),
    Lie(
        "goods of every city stand on a board",
        "if atlas.products[verdict.product].generic or verdict.merged:",
        "if verdict.merged:",
        JUDGED,
    ),
    Lie(
        "what only groups need stands on a board",
        "if maker.is_lacking(verdict) and maker.has_named_user(verdict):",
        "if maker.is_lacking(verdict):",
        JUDGED,
    ),
    Lie(
        "a common material feeds",
        "{p for p in self._local if not self.is_common(p)}",
        "set(self._local)",
        JUDGED,
    ),
    Lie(
        "what is suspected is confirmed",
        "row for row in rows if verdicts[row.product].certainty in (None, Certainty.CONFIRMED)",
        "row for row in rows if verdicts[row.product].certainty is not Certainty.POLICY",
        JUDGED,
    ),
    Lie(
        "the share of the register is upside down",
        "return self.recorded / self.registered if self.registered else None",
        "return self.registered / self.recorded if self.registered else None",
        f"tests/unit/analysis {WORDS}",
    ),
    Lie(
        "a class that nobody confirmed lacks its 疑似",
        "suspected = verdict.certainty is Certainty.SUSPECTED and word is not Word.OPEN",
        "suspected = False",
        WORDS,
    ),
    Lie(
        "what nobody lays out is suspected",
        "suspected = verdict.certainty is Certainty.SUSPECTED and word is not Word.OPEN",
        "suspected = verdict.certainty is Certainty.SUSPECTED",
        WORDS,
    ),
    # telling
    Lie(
        "stale one year later",
        "int(year) < atlas.library.stale_before",
        "int(year) <= atlas.library.stale_before",
        f"{WORDS} {GOLDEN}",
        every=True,
    ),
    Lie(
        "numbers lose digits",
        "def number(value: float, digits: int = DIGITS)",
        "def number(value: float, digits: int = 2)",
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "a lower bound without ≥ in the list of products",
        "return least(found.known, found.unknown_makers or not found.known)",
        "return least(found.known, 0)",
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "a lower bound without ≥ in sums",
        '    bound = f"{LEAST} " if unknown else ""\n',
        '    bound = ""\n',
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "a lower bound without ≥ in lacks",
        "return least(lack, balance.need_unknown, balance.unit) if lack > 0",
        "return least(lack, 0, balance.unit) if lack > 0",
        GOLDEN,
    ),
    Lie(
        "trust does not fall with doubt",
        "MOST_TRUST - estimated - doubtful",
        "MOST_TRUST - estimated",
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "a lack is spare",
        "if balance.surplus >= 0 else",
        "if balance.surplus <= 0 else",
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "a contested capacity is one that does not run yet",
        'if item.contested:\n        return "why.contested"',
        'if item.contested and not item.amount:\n        return "why.contested"',
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "the inspector does not mark what is contested",
        'text("ui.contested") if item.contested else "",',
        "",
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "the inspector and the tip call what is contested running",
        '    if item.contested:\n        return text("ui.made.contested")\n',
        "",
        GOLDEN,
    ),
    # lists
    Lie(
        "the score is doubled in the spreadsheet",
        "lambda r: round(r.score.total, 1) if r.score else None",
        "lambda r: round(2 * r.score.total, 1) if r.score else None",
        GOLDEN,
    ),
    Lie(
        "need is supply in the spreadsheet",
        "lambda r: _sum(r.balance.need, r.balance.need_unknown)",
        "lambda r: _sum(r.balance.supply, r.balance.need_unknown)",
        GOLDEN,
    ),
    Lie(
        "need is supply in the window",
        "lambda r: figures.least(r.balance.need, r.balance.need_unknown or r.balance.carried)",
        "lambda r: figures.least(r.balance.supply, r.balance.supply_unknown)",
        GOLDEN,
    ),
    Lie(
        "the chance of a gap is turned round in the spreadsheet",
        "lambda r: r.chance,\n        3,",
        "lambda r: None if r.chance is None else 1 - r.chance,\n        3,",
        GOLDEN,
    ),
    Lie(
        "a contested capacity is made, in the list of enterprises",
        "if not item.contested and item.product in wanted and",
        "if item.product in wanted and",
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "even is a strength",
        "in found.words or _spare(found) > 0)",
        "in found.words or _spare(found) >= 0)",
        PAPER,
    ),
    Lie(
        "firms and products of a county are mixed up",
        'count("firms", lambda r: r.firms, unit="firm")',
        'count("firms", lambda r: len(r.made), unit="firm")',
        GOLDEN,
    ),
    # briefing
    Lie(
        "the city is the sum of its chains",
        "firms = {e for c in chosen for e in reading.summary(c.id).enterprises}",
        "firms = [e for c in chosen for e in reading.summary(c.id).enterprises]",
        f"tests/unit/briefing {GOLDEN}",
        every=True,
    ),
    Lie(
        "a chain of the folder is not said to be missing",
        "    if case.reading.atlas.lacking:\n        yield Paragraph(case.reading.atlas.lacking)\n",
        "",
        "tests/unit/library/test_causes.py",
    ),
    # classes and dates
    Lie(
        "weak comes before broken",
        "ORDER: Mapping[Word, int] = {row.word: at for at, row in enumerate(CLASSES)}",
        "ORDER: Mapping[Word, int] = {row.word: -at for at, row in enumerate(CLASSES)}",
        GOLDEN,
    ),
    Lie(
        "a capacity is as old as its own year only",
        "return item.as_of or firm.as_of",
        "return item.as_of",
        GOLDEN,
    ),
    Lie(
        "what has ended is printed as running",
        "return When.EARLIER if until and not begins else When.LATER",
        "return When.NOW if until and not begins else When.LATER",
        f"{PAPER} {GOLDEN}",
    ),
    Lie(
        "what begins later is printed as running",
        "    if item in reading.situation.running:\n        return When.NOW\n",
        "    if item in reading.situation.running or item.since:\n        return When.NOW\n",
        f"{PAPER} {GOLDEN}",
    ),
    Lie(
        "what is told first is asked about last",
        "lines = [_question(reading, row) for row in [*rows, *sole[:1]]]",
        "lines = [_question(reading, row) for row in [*sole[:1], *reversed(rows)]]",
        GOLDEN,
    ),
    Lie(
        "the summary forgets 短 downwards",
        'ClassRow(Word.SHORT_DOWN, "short", ranked=True)',
        'ClassRow(Word.SHORT_DOWN, "blank", ranked=True)',
        GOLDEN,
    ),
    Lie(
        "what is left out of a table is not said",
        'note=text("brief.more", count=left) if left > 0 else ""',
        'note=""',
        PAPER,
    ),
    Lie(
        "those who make least are met first",
        "-len(key_links(reading, firm, chain)),",
        "len(key_links(reading, firm, chain)),",
        GOLDEN,
    ),
    Lie(
        "what was lost is told as gained",
        "gained = [c for c in found if c.gained]",
        "gained = [c for c in found if c.lost]",
        f"{PAPER} {GOLDEN}",
    ),
    # the segment map
    Lie(
        "what is bought counts as made in the trunk's ranks",
        "        return Rank.LIVE if target.local else Rank.OPEN\n    return Rank.LACK",
        "        return Rank.LIVE if target.local else Rank.OPEN\n    return Rank.LIVE",
        MAPS,
    ),
    Lie(
        "a parent may close a circle",
        "if not light and not _leads_to(parents, edge.source, target):",
        "if not light:",
        MAPS,
    ),
    Lie(
        "an unseen product wears a sure badge",
        "hollow=item.suspected",
        "hollow=not item.suspected",
        MAPS,
        every=True,
    ),
    Lie(
        "a box alone has the suppliers of its suppliers",
        "near = {e.source for e in graph.edges if e.target in inside}",
        "near = {e.source for e in graph.edges}",
        MAPS,
    ),
    Lie(
        "the wanted job is the second best",
        "first |= {r.product: r for r in itertools.islice(fresh, 1)}",
        "first |= {r.product: r for r in itertools.islice(fresh, 1, 2)}",
        "tests/unit/analysis tests/unit/telling/poster",
    ),
    # 看板, papers, charts
    Lie(
        "what is lacking at least is told as the whole",
        'text("poster.need.lack.least" if least else "poster.need.lack", amount=amount)',
        'text("poster.need.lack", amount=amount)',
        POSTER,
    ),
    Lie(
        "what comes from outside is a station to be made",
        "code, count=len(stations) - foreign, through",
        "code, count=len(stations), through",
        POSTER,
    ),
    Lie(
        "what was told later is being built already",
        "return not stale and (begun or not told or not day or told <= day[:4])",
        "return not stale",
        POSTER,
    ),
    Lie(
        "who only makes the like is asked before who buys",
        "return firm not in takers, not county(reading, firm), firm not in alike",
        "return firm not in alike, not county(reading, firm), firm not in takers",
        POSTER,
    ),
    Lie(
        "two jobs may rest on one main",
        "not any(_same(row, other) for other in found)",
        "not any(row.product == other.product for other in found)",
        f"{POSTER} tests/unit/analysis",
    ),
    Lie("万 begins at a thousand", "STEP = 10_000", "STEP = 1_000", WORDS),
    Lie(
        "two chains of the city are told the same thing first",
        "rows = (q for q in reading.questions if q.product in own and q.product not in taken)",
        "rows = (q for q in reading.questions if q.product in own)",
        POSTER,
    ),
    Lie(
        "leads are met in any order",
        "return self.leads.index(firm) if firm in self.leads else len(self.leads)",
        "return 0 if firm in self.leads else len(self.leads)",
        "tests/unit/model tests/unit/telling/lists tests/unit/briefing",
    ),
    # what goes wrong
    Lie(
        "a home folder is written to the log",
        "for pattern, instead in _patterns():",
        "for pattern, instead in ():",
        LOGS,
    ),
    Lie(
        "a user is named",
        "hidden = [(pattern, HIDDEN) for pattern in (*homes, _HOMES, *users)]",
        "hidden = [(pattern, HIDDEN) for pattern in (*homes, _HOMES)]",
        LOGS,
    ),
    Lie("files of old runs stay", "found[: max(len(found) - most, 0)]", "found[:0]", LOGS),
    Lie(
        "a file that is held stops the log",
        "with suppress(OSError):\n            Path(self.baseFilename).replace(",
        "if True:\n            Path(self.baseFilename).replace(",
        LOGS,
    ),
    Lie(
        "a crash is told at each start",
        "path.replace(path.with_name(path.name.replace(RUNNING, FOUND, 1)))",
        "path",
        LOGS,
    ),
    Lie(
        "an orderly end leaves its file",
        "atexit.register(_end, file, path)",
        "atexit.register(file.close)",
        LOGS,
    ),
    Lie(
        "an override that fails keeps it for itself",
        "            sys.excepthook(type(error), error, error.__traceback__)\n        if name",
        "            pass\n        if name",
        FAULTS,
    ),
    Lie(
        "what fails in painting is shown each time",
        "again = now - self._last.get(key, -QUIET_S) < QUIET_S",
        "again = False",
        FAULTS,
    ),
    Lie(
        "a dialog that went with its window is waited for",
        "dialog.destroyed.connect(forget)",
        "forget",
        FAULTS,
    ),
    Lie(
        "threads fail silently",
        "threading.excepthook = self._tell_thread",
        "threading.excepthook = threading.__excepthook__",
        FAULTS,
    ),
    Lie(
        "a fault of a job is not logged",
        "            if is_fault(error):\n                words",
        "            if not error:\n                words",
        FAULTS,
    ),
    Lie(
        "the writing test writes nothing",
        "with tempfile.TemporaryFile(dir=there) as file:",
        "with tempfile.SpooledTemporaryFile() as file:",
        DOCTOR,
    ),
    Lie("any Windows will do", "good=build >= OLDEST_BUILD", "good=build > 0", DOCTOR),
    Lie(
        "without streams nothing is said",
        "        if said.getvalue():",
        "        if not lacking and said.getvalue():",
        "tests/cli/test_start.py",
    ),
    # the 摸底
    Lie(
        "survey: a sheet is late on its due day",
        "reply.due and reply.due < day",
        "reply.due and reply.due <= day",
        ASKED,
    ),
    Lie(
        "survey: what is unclear need not be asked again",
        "reply.answer in (Answer.MADE, Answer.NONE)",
        "reply.answer is not Answer.ASKED",
        ASKED,
    ),
    Lie(
        "survey: one number for several firms is that of each",
        "if several and amount.amount is not None:",
        "if several and amount.amount == 0:",
        ASKED,
    ),
    Lie(
        "survey: what is being built is answered with yes",
        "            answer = Answer.UNCLEAR\n",
        "",
        ASKED,
    ),
    Lie(
        "survey: the first of two amounts is taken",
        "if len(set(found)) == 1 and found[0][0] > 0:",
        "if found and found[0][0] > 0:",
        ASKED,
    ),
    Lie(
        "survey: rows may be sorted without their names",
        "elif asked and folded(asked) != folded(product.name):",
        "elif not product.name:",
        ASKED,
    ),
    Lie(
        "survey: a county that said none is asked again",
        "unsettled = [c for c in every if not is_settled(known.get((row.id, c)))]",
        "unsettled = list(every)",
        ASKED,
    ),
    Lie(
        "survey: files that contradict are both taken",
        "        if other.filled.told != line.filled.told:",
        "        if not other.filled.told:",
        ASKED,
    ),
    Lie(
        "survey: a filled sheet is written over",
        'made.append(_free(folder / f"{sheet.stem}{SUFFIX}"))',
        'made.append(folder / f"{sheet.stem}{SUFFIX}")',
        "tests/cli/test_survey.py",
    ),
    # ledgers
    Lie(
        "the last day is late already",
        "return Term.LATE if left else Term.TODAY",
        "return Term.LATE",
        LEDGERS,
    ),
    Lie(
        "what was done later was done then",
        "or first_day(self.matter.done) <= day",
        "or True",
        LEDGERS,
    ),
    Lie(
        "held matters leave the denominator",
        "return len(self.carried) + len(self.raised)",
        "return len(self.carried) + len(self.raised) - len(self.held)",
        LEDGERS,
    ),
    Lie(
        "done without a date is done in the month",
        "    known = [t for t in every if not _undated(t)]",
        "    known = every",
        LEDGERS,
    ),
    Lie(
        "done late is done in time",
        'return task.is_done("") and last_day(task.matter.done) <= last_day(task.matter.due)',
        'return task.is_done("")',
        LEDGERS,
    ),
    Lie(
        "a title that is not on record is not held",
        "Check(Condition.HONOUR, Fit.MET if found else Fit.UNKNOWN, found)",
        "Check(Condition.HONOUR, Fit.MET if found else Fit.UNMET, found)",
        LEDGERS,
    ),
    Lie(
        "what is planned meets a policy",
        "Fit.MET if made else Fit.UNKNOWN, made or tuple(named)",
        "Fit.MET if named else Fit.UNKNOWN, made or tuple(named)",
        LEDGERS,
    ),
    Lie(
        "a policy without its chain is for all",
        "return any(getattr(whole, name) and not getattr(left, name) for name in kind.must)",
        "return False",
        "tests/unit/library/test_ledger_checks.py",
    ),
    Lie(
        "a mobile number may stand in a ledger",
        "if any(_PRIVATE.search(words) for words in _texts(thing)):",
        "if any(_PRIVATE.fullmatch(words) for words in _texts(thing)):",
        "tests/unit/library/test_ledger_checks.py",
    ),
    # keeping
    Lie(
        "what is written is not read back",
        "if not _holds(disk.folder / name, data):",
        "if False:",
        KEEPING,
    ),
    Lie(
        "a change of others while saving is overwritten",
        "if others := changed_outside(disk):",
        "if others := ():",
        KEEPING,
    ),
    Lie("after an error all stays as it came", "_put_back(disk, new, begun)", "pass", KEEPING),
    Lie(
        "another's lock is removed",
        "if _content(aside) == seen:",
        "if True:",
        KEEPING,
    ),
    Lie(
        "a young file is known by its time",
        "known[1] < (time.time() - SETTLED) * 1e9",
        "known[1] < (time.time() + SETTLED) * 1e9",
        KEEPING,
    ),
    Lie(
        "unsaved work of before goes with the next saving",
        "if path.name in _OURS.get(path.parent, ()):",
        "if True:",
        KEEPING,
    ),
    # planning
    Lie(
        "a firm that stops runs on",
        "_ended(row, stop.since, why) if row.status in counted else row",
        "row",
        SUPPOSED,
    ),
    Lie(
        "another phase runs than the one that was chosen",
        "project.phases[choice.phase - 1 : choice.phase]",
        "project.phases[choice.phase : choice.phase + 1]",
        SUPPOSED,
    ),
    Lie(
        "a scenario that was changed goes by its old name",
        "    if is_changed(atlas, scenario):",
        "    if not scenario:",
        SUPPOSED,
    ),
    Lie(
        "what is not known has not begun",
        "known = [one for one in found if one is not None]",
        "known = [bool(one) for one in found]",
        POOL,
    ),
    Lie(
        "what lives of itself is founded",
        "return frozenset(members)",
        "return frozenset()",
        PLANS,
    ),
    Lie(
        "a comparison by itself begins with the event",
        "return day_before(past[-1]) if past else NOW",
        "return past[-1] if past else NOW",
        SIDES,
    ),
)
