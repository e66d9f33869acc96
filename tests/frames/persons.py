"""Random employees with their weeks of absence, and what the scalar calculator says of them.

Most are fine; some have a row that is refused, for itself or beside the employee's other rows.
"""

from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain
from multiprocessing import get_context
from os import cpu_count
from random import Random

from frames.rows import FAR, PLANNED
from frames.scalars import accepted, kroner, oere

import socialkapitel as sk
from socialkapitel.frames.columns import Kind
from socialkapitel.frames.sickness_persons import calculator

ALSO = ("supplement", "months", "caveats")
CALCULATOR = calculator(ALSO)
EVERY = [column.name for column in CALCULATOR.columns]
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
SAME = ("employee", "full_time")  # told alike for an absence
FEW = 1000
NOTHING = (0,) * 9
LATER = ("weeks-not-known", "week-in-two-months", "law-unchecked")


# --- employees ----------------------------------------------------------------------------------


def random_persons(count, seed="persons"):
    """So many employees, each a list of rows in order of their weeks."""
    random = Random(seed)
    return [_person(random, number) for number in range(count)]


def _person(random, number):
    ordinary = random.random() < 0.6
    basis = "ordinary" if ordinary else random.choice([each.value for each in sk.RefundBasis])
    first = date(random.choice([1999, *range(2003, 2027)]), 1, 1) + random.randrange(366) * DAY
    monday = first - first.weekday() * DAY
    style = random.choice(["none", "none", "opening", "every"])
    kind = random.choice([None, None, None, "weekly", "days", "rota"])
    contract = random.choice([3700, 3700, 3000, random.randrange(1, 3701)])
    full_time = random.choice([None, None, 3700, max(contract, 3400)])
    week = {
        "employee": f"e{number}",
        "basis": basis,
        "full_time_hours_hundredths": full_time,
        "hourly_pay_oere": random.randrange(1, random.choice([1_000_000, 40_000])),
        "contract_hours_hundredths": contract,
    }
    rows, days = [], _days(random)
    steady = random.random() < 0.6
    for _ in range(random.choice([1, 3, 6, 12, 20])):
        if not rows or random.random() < 0.1:
            days = _days(random)
        if random.random() < 0.05:
            week["hourly_pay_oere"] = random.randrange(1, 40_000)
        if random.random() < 0.05:
            kind = random.choice([None, kind, "days"])
        if random.random() < 0.03:
            monday += random.choice([1, 1, 2, 10]) * WEEK
        rows.append(_week(random, {**week, "week_start": monday}, kind, days, steady=steady))
        monday += WEEK
    most = max(row["contract_hours_hundredths"] for row in rows)
    for row in rows if full_time else ():
        row["full_time_hours_hundredths"] = max(full_time, most)
    _begin(random, rows, style)
    if random.random() < 0.12:
        _spoil(random, rows)
    return rows


def _days(random):
    """Hours by day, most of them on weekdays, at most full time in all."""
    some = [0, 600, 740, 1200, random.randrange(1501)]
    days = [random.choice(some) for _ in range(5)] + [random.choice([0, 0, 0, 700])] * 2
    days = [0] * 7 if random.random() < 0.1 else days
    while sum(days) > 3700:
        days[days.index(max(days))] = 300
    return days


def _week(random, week, kind, days, *, steady):
    contract = week["contract_hours_hundredths"]
    planned = dict.fromkeys(PLANNED)
    full = contract
    if kind == "days" and not sum(days):
        kind = None
    if kind in {"days", "rota"}:
        planned = dict(zip(PLANNED, days, strict=True))
        full = sum(days)
        week["contract_hours_hundredths"] = full if kind == "days" else contract
    hours = full
    if random.random() < (0.1 if steady else 0.6):
        fixed = kind in {"days", "rota"}
        above = full + 200 if fixed and full else full
        hours = random.choice([0, 0, 1, 399, 400, 401, random.randrange(full + 1), above])
        hours = min(hours, above)
    return {"first_day": None, "absence_hours_hundredths": hours, "plan": kind, **planned, **week}


def _works(row):
    """The days of a row's week on which the employee was to work, public holidays too."""
    fixed = row["plan"] in {"days", "rota"}
    days = [row[name] for name in PLANNED] if fixed else [1] * 5
    return [row["week_start"] + place * DAY for place, hours in enumerate(days) if hours]


def _begin(random, rows, style):
    """Tell first days: in the row of each absence's first week, in all of its rows, or nowhere."""
    if style == "none":
        return
    told = None
    begins = [row for row in rows if row["absence_hours_hundredths"]]
    for row in rows[rows.index(begins[0]) :] if begins else []:
        new = told is None or (row["absence_hours_hundredths"] and random.random() < 0.07)
        if new:
            even = row["plan"] in {None, "weekly"}
            weekend = [row["week_start"] + place * DAY for place in (-1, 5, 5, 6, 6)]
            days = weekend if even and random.random() < 0.2 else _works(row)
            told = random.choice(days or [row["week_start"]])
            if told.weekday() > 4 and told > row["week_start"] and even:
                most = row["absence_hours_hundredths"]
                row["absence_hours_hundredths"] = min(most, random.choice([740, 2400]))
        row["first_day"] = told if new or style == "every" else None


def _spoil(random, rows):
    row = random.choice(rows)
    spoilt = [each for each in CALCULATOR.columns if not each.name.startswith(SAME)]
    column = random.choice(spoilt)
    name, value = column.name, row[column.name]
    if random.random() < 0.3:
        row[name] = None
    elif column.kind is Kind.DAY:
        near = (value or row["week_start"] or date(2020, 1, 6)) + random.choice(
            [-7, -1, 1, 7]
        ) * DAY
        row[name] = random.choice([*FAR, near, near, near])
    elif column.kind is Kind.TEXT:
        row[name] = random.choice(["", "a", *column.texts])
    else:
        row[name] = random.choice([column.least - 1, column.most + 1, column.least, 2**62])


# --- what is expected ---------------------------------------------------------------------------


class Refused(Exception):
    """An employee whose rows do not go together."""


def expected_of_person(rows):
    """For each row its results, the caveats of its absence, and its status.

    A row's status is known where it is refused for itself, or for a figure; the status of other
    rows that are refused depends on which of them the engine is told of first, and is "refused".
    """
    codes = [_fault_of_columns(row) for row in rows]
    order = sorted(range(len(rows)), key=lambda place: (codes[place] is None, _monday(rows[place])))
    found = [None] * len(rows)
    if any(codes):
        return [_refused(code) for code in codes]
    try:
        number, before = 0, None
        absences = _absences([rows[place] for place in order])
        for place, (first_day, absence) in enumerate(absences):
            _check(first_day, absence, before)
            weeks, number, open_ = _worked_out(first_day, absence, number)
            before = (absence[-1]["week_start"], open_)
            for each in weeks:
                found[order.pop(0)] = [*each, place]
    except Refused:
        return [_refused(None) for _ in rows]
    return [[*results, *others] for results, *others in found]


def _refused(code):
    return [*NOTHING, None, None, code or "refused", 0]


def _monday(row):
    return row["week_start"] or date.min


def _fixed(row):
    return row["plan"] in {"days", "rota"}


def _total(row):
    return sum(row[name] for name in PLANNED)


def _fault_of_columns(row):
    for column in CALCULATOR.columns:
        value = row[column.name]
        if value is None and not column.optional:
            return f"missing:{column.name}"
        if value is not None and column.kind is not Kind.KEY and not accepted(column, value):
            return f"invalid-input:{column.name}"
    return None


def _absences(rows):
    """An employee's absences, each with the first day that is told, if any."""
    told, found = None, []
    for row in rows:
        day = row["first_day"]
        if found and day is not None and told is not None and day < told:
            raise Refused
        if not found or (day is not None and day != told):
            told = day
            found.append((told, []))
        found[-1][1].append(row)
    return found


def _check(first_day, rows, before):
    """Refuse rows that do not go together."""
    mondays = [row["week_start"] for row in rows]
    if before:
        mondays.insert(0, before[0])
    wrong = [
        any(row["week_start"].weekday() for row in rows),
        len(set(mondays)) < len(mondays),
        len({row["basis"] for row in rows}) > 1,
        any(row["week_start"] >= date(2199, 12, 30) for row in rows),
        any(row["first_day"] and row["first_day"] > row["week_start"] + 6 * DAY for row in rows),
        any(None in [row[name] for name in PLANNED] for row in rows if _fixed(row)),
    ]
    if any(wrong):
        raise Refused
    for row in rows:
        contract, hours = row["contract_hours_hundredths"], row["absence_hours_hundredths"]
        full_time = row["full_time_hours_hundredths"]
        wrong = [
            row["plan"] == "days" and _total(row) != contract,
            full_time is not None and contract > full_time,
            _fixed(row) and hours and not _total(row),
            not _fixed(row) and hours > contract,
        ]
        if any(wrong):
            raise Refused
    if first_day is not None:
        _check_first_day(first_day, rows[0], before)


def _check_first_day(first_day, row, before):
    monday, hours = row["week_start"], row["absence_hours_hundredths"]
    at_once = before and before[0] + WEEK == monday and before[1]
    weekend = not _fixed(row) and first_day >= monday + 5 * DAY
    wrong = [
        not monday <= first_day <= monday + 6 * DAY,
        _fixed(row) and first_day not in _works(row),
        not hours,
        weekend and hours > 2400,
        at_once and first_day <= _first_working_day(row),
    ]
    if any(wrong):
        raise Refused


def _first_working_day(row):
    off = [
        holiday.date
        for holiday in sk.public_holidays(row["week_start"].year)
        + sk.public_holidays((row["week_start"] + WEEK).year)
        if holiday.date >= date(2012, 7, 2)
    ]
    works = _works(row) or [row["week_start"]]
    return next((day for day in works if day not in off), works[0])


def _plan(row):
    """The plan of a row's week."""
    contract = kroner(row["contract_hours_hundredths"])
    days = [kroner(row[name]) for name in PLANNED]
    if row["plan"] == "days":
        return sk.Schedule.days(dict(zip(sk.Weekday, days, strict=True)))
    if row["plan"] == "rota":
        dates = [row["week_start"] + place * DAY for place in range(7)]
        return sk.Schedule.rota(dict(zip(dates, days, strict=True)), norm_hours=contract)
    return sk.Schedule.weekly(contract)


def _absence(first_day, rows):
    """An absence as the scalar calculator takes it, and a week at work after it."""
    first, *later = rows
    hours = {sk.Week.of(row["week_start"]): kroner(row["absence_hours_hundredths"]) for row in rows}
    contract = first["contract_hours_hundredths"]
    if first_day is None:
        first_day = _first_working_day(first)
    elif first_day >= first["week_start"] + 5 * DAY and not _fixed(first):
        [(_, on_day), *others] = hours.items()
        hours = {first_day: on_day, **dict(others)}
    after = rows[-1]["week_start"] + WEEK
    plans = {row["week_start"]: _plan(row) for row in later}
    plans[after] = sk.Schedule.weekly(kroner(contract))
    return sk.SicknessAbsence(
        first_day=first_day,
        schedule=_plan(first).changed(plans),
        hours={**hours, sk.Week.of(after): 0},
        hourly_pay=kroner(first["hourly_pay_oere"]),
        pay_changes={row["week_start"]: kroner(row["hourly_pay_oere"]) for row in later},
        paid_during_sickness=True,
        basis=sk.RefundBasis(first["basis"]),
        full_time_hours=kroner(first["full_time_hours_hundredths"]),
    )


def _worked_out(first_day, rows, number):
    """What each row of an absence gives, how many spells there were, and whether one is open."""
    begun = next((n for n, row in enumerate(rows) if row["absence_hours_hundredths"]), len(rows))
    leading, rows = rows[:begun], rows[begun:]
    fit = (NOTHING, None, "", "ok")
    if not rows:
        return [fit] * len(leading), number, False
    try:
        refund = sk.sickness_refund(_absence(first_day, rows))
    except sk.NotInForce as error:
        status = f"{error.code}:{error.name}"
        return [(NOTHING, None, None, status)] * (begun + len(rows)), number, False
    weeks = {week.week: week for week in refund.weeks}
    caveats = " ".join(sorted({each.code for each in refund.explanation.caveats} - {*LATER}))
    if refund.open_weeks:
        caveats = None  # of weeks that are not known
    found, open_ = [], False
    for row in rows:
        week = weeks[sk.Week.of(row["week_start"])]
        sunday = row["week_start"] + 6 * DAY
        spells = [spell for spell in refund.spells if spell.first_day <= sunday]
        if week.outcome is sk.Outcome.UNRESOLVED:
            open_ = open_ or bool(spells and spells[-1].last_day >= row["week_start"])
            found.append((NOTHING, None, None, "not-in-force"))
            continue
        counts = week.outcome is sk.Outcome.FULFILLED
        open_ = counts and (open_ or row["absence_hours_hundredths"] > 0)
        spell = (number + len(spells), spells[-1].first_day) if open_ else (0, None)
        found.append(((spell[0], *_results(refund, week)), spell[1], caveats, "ok"))
    return [fit] * len(leading) + found, number + len(refund.spells), open_


def _results(refund, week):
    here = sk.Month.of(week.week.monday)
    days = [day for day, _ in week.refundable_days]
    in_month = (oere(week.amount), oere(week.supplement))
    if days and days[0] not in here:
        in_month = (0, 0)
    elif days and days[-1] not in here:
        lines = refund.month(here).lines
        [line] = [line for line in lines if sk.Week.of(line.first_day) == week.week]
        in_month = (oere(line.amount), oere(line.supplement))
    amount, supplement = oere(week.amount), oere(week.supplement)
    return (
        oere(week.refundable_hours),
        oere(week.hourly_rate or Decimal(0)),
        amount,
        supplement,
        in_month[0],
        amount - in_month[0],
        in_month[1],
        supplement - in_month[1],
    )


def expected_of_some(persons):
    return [row for person in persons for row in expected_of_person(person)]


def expected_of_persons(persons):
    """What is expected of the rows of employees; on all cores where there are many."""
    if len(persons) <= FEW:
        return expected_of_some(persons)
    parts = [persons[start : start + FEW] for start in range(0, len(persons), FEW)]
    with ProcessPoolExecutor(cpu_count(), get_context("spawn")) as pool:
        return list(chain.from_iterable(pool.map(expected_of_some, parts)))
