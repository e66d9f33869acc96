"""What the scalar calculators say of a row: its amounts and its status.

The calculators are called as any user would; only which column a refused row's status names, and
the order in which faults are told, is said here once more.
"""

import math
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain
from multiprocessing import get_context
from os import cpu_count

import attrs

import socialkapitel as sk
from socialkapitel.frames.columns import Kind
from socialkapitel.frames.explaining import CALCULATORS
from socialkapitel.money import PayPer

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
FIRST_DAYS = {
    sk.RefundBasis.FLEXJOB_SINCE_2013: date(2013, 1, 1),
    sk.RefundBasis.NEW_EMPLOYEE: date(2006, 7, 3),
}
PAY = {PayPer.MONTH: sk.Pay.monthly, PayPer.HOUR: sk.Pay.hourly}
FEW = 10_000


def kroner(whole):
    return None if whole is None else Decimal(whole).scaleb(-2)


def oere(value):
    return 0 if value is None else int(value.scaleb(2))


def flexjob(row):
    pay = PAY[PayPer("month" if row["pay_per"] is None else row["pay_per"])]
    job = sk.Flexjob(
        granted_on=row["granted_on"],
        started_on=row["started_on"],
        ended_on=row["ended_on"],
        share=row["share"],
        starting_pay=pay(kroner(row["starting_pay_oere"])),
        weekly_hours=kroner(row["weekly_hours_hundredths"]),
        atp_class=row["atp_class"],
        other_contributions=kroner(row["other_contributions_oere"]),
    )
    found = sk.flexjob_refund(
        job,
        sk.Month.of(row["month"]),
        actual_pay=kroner(row["actual_pay_oere"]),
        paid_hours=kroner(row["paid_hours_hundredths"]),
    )
    return found.basis, found.ceiling, found.atp, found.amount


def begun(first_day, contract):
    """A record of hours that begins on a day: full absence from there on."""
    if first_day.weekday() < 5:
        return {sk.Week.of(first_day): contract}
    fifth = Decimal(math.ceil(contract * 100 / 5)).scaleb(-2)  # a weekend has a day's part
    return {first_day: fifth}


PLANNED = [f"planned_{day.value}_hundredths" for day in sk.Weekday]


def planned(row, week):
    """The plan of a row's week; None where it is even."""
    contract, days = kroner(row["contract_hours_hundredths"]), [kroner(row[n]) for n in PLANNED]
    if row["plan"] == "rota":
        dates = [week.monday + number * timedelta(days=1) for number in range(7)]
        return sk.Schedule.rota(dict(zip(dates, days, strict=True)), norm_hours=contract)
    if row["plan"] == "days":
        plan = sk.Schedule.days(dict(zip(sk.Weekday, days, strict=True)))
        if plan.norm_hours != contract:
            raise ValueError
        return plan
    if row["plan"] not in {None, "weekly"}:
        raise ValueError
    return None


def sickness(row):
    first_day, week = row["first_day"], sk.Week.of(row["week_start"])
    plan = planned(row, week)
    if plan is not None:
        return sick_by_plan(row, week, plan)
    contract, basis = kroner(row["contract_hours_hundredths"]), sk.RefundBasis(row["basis"])
    hours = {week: kroner(row["absence_hours_hundredths"])}
    record = {**begun(first_day, contract), **hours} if week > sk.Week.of(first_day) else hours
    absence = sk.SicknessAbsence(
        first_day=first_day,
        contract_hours=contract,
        hours=record,
        hourly_pay=kroner(row["hourly_pay_oere"]),
        paid_during_sickness=True,
        basis=basis,
        full_time_hours=kroner(row["full_time_hours_hundredths"]),
    )
    old = first_day < FIRST_DAYS.get(basis, FIRST_DAY)
    if record != hours and basis is not sk.RefundBasis.ORDINARY and not old:
        # Without an employer period it doesn't matter when the absence began.
        if not hours[week]:
            return Decimal(0), Decimal(0), Decimal(0)  # a record needs hours; a week at work
        absence = attrs.evolve(absence, first_day=week.monday, hours=hours)
    return amounts_of(absence, week)


def sick_by_plan(row, week, plan):
    """Even weeks of absence, and after them the row's week by its plan."""
    first_day, hours = row["first_day"], {week: kroner(row["absence_hours_hundredths"])}
    if first_day not in week:
        contract = kroner(row["contract_hours_hundredths"])
        hours = {**begun(first_day, contract), **hours}
        plan = sk.Schedule.weekly(contract).changed({week.monday: plan})
    absence = sk.SicknessAbsence(
        first_day=first_day,
        schedule=plan,
        hours=hours,
        hourly_pay=kroner(row["hourly_pay_oere"]),
        paid_during_sickness=True,
        basis=sk.RefundBasis(row["basis"]),
        full_time_hours=kroner(row["full_time_hours_hundredths"]),
    )
    return amounts_of(absence, week)


def amounts_of(absence, week):
    """What a week of an absence gives.

    Raises:
        NotInForce: where it isn't known, whatever is known of other weeks.
    """
    try:
        [found] = [one for one in sk.sickness_refund(absence).weeks if one.week == week]
    except sk.NotInForce:
        old = absence.first_day < FIRST_DAYS.get(absence.basis, FIRST_DAY)
        if old or absence.basis is sk.RefundBasis.ORDINARY or absence.hours[0][0] == week:
            raise
        found = None  # it is known which of the weeks lacks what
    if found is None or found.outcome is sk.Outcome.UNRESOLVED:
        days = [week.monday + number * timedelta(days=1) for number in range(7)]
        first_day = next(day for day in days if absence.plan.planned(day))
        basis = sk.RefundBasis.SECTION_56
        if absence.basis is sk.RefundBasis.FLEXJOB_SINCE_2013:
            basis = absence.basis
        alone = {"first_day": first_day, "hours": {week: dict(absence.hours)[week]}}
        [found] = sk.sickness_refund(attrs.evolve(absence, **alone, basis=basis)).weeks
    return found.refundable_hours, found.hourly_rate, found.amount


def supplement(row):
    full_time_pay = kroner(row["full_time_pay_oere"])
    found = sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on=row["started_on"], full_time_pay=full_time_pay),
        sk.Month.of(row["month"]),
        pay=kroner(row["pay_oere"]),
        deciding_pay=kroner(row["deciding_pay_oere"]),
    )
    return found.maximum, found.reduction, found.amount, found.total


def subsidy(row):
    job = sk.SubsidisedJob(
        target_group=sk.TargetGroup(row["target_group"]),
        hourly_pay=kroner(row["hourly_pay_oere"]),
        granted_rate=kroner(row["granted_rate_oere"]),
    )
    month = sk.Month.of(row["month"])
    found = sk.wage_subsidy(job, month, hours=kroner(row["hours_hundredths"]))
    return found.rate, found.amount


def hours(row):
    found = sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED,
        row["on"],
        weekly_benefit=kroner(row["weekly_benefit_oere"]),
        monthly_benefit=kroner(row["monthly_benefit_oere"]),
        hourly_pay=kroner(row["hourly_pay_oere"]),
    )
    return found.maximum, found.hours


def places(row):
    return (Decimal(sk.subsidised_places(row["ordinary_employees"], row["on"]).places) / 100,)


def allowance(row):
    found = sk.assistance_allowance(kroner(row["weekly_hours_hundredths"]), row["on"])
    return found.hours, found.quarter_hours


def assistance(row):
    hours, rate = kroner(row["hours_hundredths"]), kroner(row["hourly_rate_oere"])
    found = sk.assistance_refund(hours, hourly_rate=rate, on=row["on"])
    return found.rate, found.amount


SCALARS = {
    "flexjob_refunds": flexjob,
    "sickness_single_weeks": sickness,
    "flex_wage_supplements": supplement,
    "wage_subsidies": subsidy,
    "subsidised_hours": hours,
    "subsidised_places": places,
    "assistance_allowances": allowance,
    "assistance_refunds": assistance,
}
FIELDS = {
    "ended_on": "ended_on",
    "started_on": "started_on",
    "paid_hours": "paid_hours_hundredths",
    "granted_rate": "granted_rate_oere",
    "hourly_pay": "hourly_pay_oere",
    "hourly_rate": "hourly_rate_oere",
    "hours": "hours_hundredths",
    "month": "month",
    "monthly_benefit": "monthly_benefit_oere",
    "pay": "pay_oere",
    "weekly_benefit": "weekly_benefit_oere",
}


def accepted(column, value):
    if column.kind is Kind.DAY:
        return FIRST_DAY <= value <= LAST_DAY
    if column.kind is Kind.TEXT:
        return value in column.texts
    return column.least <= value <= column.most


def fault_of_columns(name, row):
    """The code of the first column that is refused by itself."""
    for column in CALCULATORS[name].columns:
        value = row[column.name]
        if value is None and not column.optional:
            return f"missing:{column.name}"
        if value is not None and not accepted(column, value):
            return f"invalid-input:{column.name}"
    return None


def fault_of_sickness(row):
    """The code for columns that do not go together."""
    first_day, monday = row["first_day"], row["week_start"]
    fixed = row["plan"] in {"days", "rota"}
    lacking = [name for name in PLANNED if row[name] is None]
    days, hours = (first_day - monday).days, row["absence_hours_hundredths"]
    contract, plan = row["contract_hours_hundredths"], [row[name] for name in PLANNED]
    if monday >= date(2199, 12, 30):  # a week of 2200, by its number
        return "invalid-input:week_start"
    if fixed and lacking:
        return f"missing:{lacking[0]}"
    if monday.weekday() or days >= 7:
        return "invalid-input:week_start"
    if days >= 5 if not fixed else days >= 0 and not plan[days]:
        return "invalid-input:first_day"
    if row["plan"] == "days" and sum(plan) != contract:
        return "invalid-input:contract_hours_hundredths"
    if contract > (row["full_time_hours_hundredths"] or 3700):
        return "invalid-input:contract_hours_hundredths"
    most = sum(plan[max(days, 0) :]) * 16_800 if fixed else contract
    if hours > most or (days >= 0 and not hours):
        return "invalid-input:absence_hours_hundredths"
    return None


def is_refused(name, row):
    """Whether the scalar calculator refuses a row, with an error of the library."""
    try:
        SCALARS[name](row)
    except (sk.SocialkapitelError, ValueError):
        return True  # ValueError: a group or basis that doesn't exist
    return row.get("week_start") is not None and row["week_start"].weekday() > 0


def first_of(error, row):
    """The rule or figure that a status names: a spell's employer period before its minimum."""
    period = "sickness_benefit.employer_period"
    if row.get("basis") == "ordinary" and row["first_day"] < date(2000, 1, 1):
        return period
    return period if period in {each.name for each in error.missing} else error.name


def expected(name, row):
    """A row's amounts and its status."""
    nothing = [0] * len(CALCULATORS[name].added)
    code = fault_of_columns(name, row)
    if code is None and name == "sickness_single_weeks":
        code = fault_of_sickness(row)
    if code is not None:
        of_plan = ":planned_" in code and row["plan"] not in {"days", "rota"}  # read by no one else
        assert None in row.values() or of_plan or is_refused(name, row), (code, row)
        return [*nothing, code]
    try:
        return [*map(oere, SCALARS[name](row)), "ok"]
    except sk.NotInForce as error:
        return [*nothing, f"{error.code}:{first_of(error, row)}"]
    except sk.InvalidInput as error:
        if name == "flexjob_refunds" and error.field == "pay":
            return [*nothing, f"{error.code}:starting_pay_oere"]
        if name == "flexjob_refunds" and error.value is None:
            return [*nothing, "missing:granted_on"]
        [first, *_] = error.faults
        code = "missing" if first.value is None else first.code
        return [*nothing, f"{code}:{FIELDS[first.field]}"]


def expected_of_some(name, rows):
    return [expected(name, row) for row in rows]


def expected_of_all(name, rows):
    """What is expected of each row; on all cores where there are many."""
    if len(rows) <= FEW:
        return expected_of_some(name, rows)
    parts = [rows[start : start + FEW] for start in range(0, len(rows), FEW)]
    # Forked processes would share locks with the threads of the engines.
    with ProcessPoolExecutor(cpu_count(), get_context("spawn")) as pool:
        return list(chain.from_iterable(pool.map(expected_of_some, [name] * len(parts), parts)))
