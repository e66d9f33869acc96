"""Random rows for each calculator over frames, the same ones each time.

The first rows go through every date at which a figure or rule changes, with the days beside it.
After them some values are missing, out of bounds, or don't go together.
"""

from datetime import date, timedelta
from random import Random

import socialkapitel as sk
from socialkapitel.frames.columns import Kind
from socialkapitel.frames.explaining import CALCULATORS

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
RULE_DATES = {
    date(1998, 1, 1),
    date(2005, 5, 1),
    date(2006, 7, 3),
    date(2007, 1, 1),
    date(2012, 7, 2),
    date(2013, 1, 1),
    date(2018, 1, 1),
    date(2026, 2, 1),
}
CHANGES = sorted(
    RULE_DATES
    | {figure.valid_from for parameter in sk.PARAMETERS for figure in parameter.figures}
    | {
        figure.valid_to + DAY
        for parameter in sk.PARAMETERS
        for figure in parameter.figures
        if figure.valid_to
    }
)
BESIDE = [change + number * DAY for change in CHANGES for number in (-1, 0, 1)]

FAR = [date(1899, 12, 31), date(1900, 1, 1), date(2198, 6, 1), date(2200, 1, 1)]
BANDS = [899, 900, 901, 1799, 1800, 1801, 2699, 2700, 2701, 3699, 3700]
UNKNOWN = ["", "1/3", "a", "ok"]


def any_day(random):
    if random.random() < 0.3:
        return random.choice(BESIDE)
    if random.random() < 0.01:
        return random.choice(FAR)
    return date(1996, 1, 1) + random.randrange(11_500) * DAY


def some_day_after(random, day):
    if random.random() < 0.1:
        return any_day(random)
    return day + (random.randrange(4000) - 20) * DAY


def flexjob(random, day):
    started_on = day if random.random() < 0.7 else None
    granted_on = day
    if started_on and random.random() < 0.5:
        granted_on = random.choice([None, day - random.randrange(400) * DAY])
    by_hour = random.random() < 0.3
    most = random.choice([1_000_000, 40_000] if by_hour else [100_000_000, 6_000_000])
    month = some_day_after(random, day)
    return {
        "granted_on": granted_on,
        "share": random.choice(["1/2", "2/3"]),
        "starting_pay_oere": random.randrange(1, most),
        "weekly_hours_hundredths": random.choice([random.randrange(1, 3701), *BANDS]),
        "month": month,
        "atp_class": random.choice([None, *"ABCDEF"]),
        "other_contributions_oere": random.choice([0, random.randrange(1_000_000)]),
        "started_on": started_on,
        "ended_on": random.choice([None, month + random.randrange(-5, 60) * DAY]),
        "pay_per": "hour" if by_hour else random.choice([None, "month"]),
        "paid_hours_hundredths": random.choice([None, None, 0, 3900, random.randrange(24_000)]),
        "actual_pay_oere": random.choice([None, None, None, 0, random.randrange(5_000_000)]),
    }


def sickness(random, day):
    first_day = day
    monday = first_day - first_day.weekday() * DAY
    contract = random.choice([3700, random.randrange(1, 3701)])
    row = {
        "first_day": first_day,
        "week_start": monday + random.choice([0, 0, 1, 2, 3, 4, 5, random.randrange(60)]) * WEEK,
        "absence_hours_hundredths": random.choice(
            [contract, random.randrange(contract + 1), random.choice([0, 1, 399, 400, 401])]
        ),
        "contract_hours_hundredths": contract,
        "hourly_pay_oere": random.randrange(1, random.choice([1_000_000, 40_000])),
        "basis": random.choice([basis.value for basis in sk.RefundBasis]),
        "full_time_hours_hundredths": random.choice([None, 3700, max(contract, 3400), contract]),
    }
    return {**row, **planned(random, row)}


PLANNED = [f"planned_{day.value}_hundredths" for day in sk.Weekday]


def planned(random, row):
    """A plan for the week, and hours that are held against it; mostly none."""
    kind = random.choice([None, None, "weekly", "days", "rota"])
    if kind not in {"days", "rota"}:
        lacking = random.choice([None, None, 800])
        return {"plan": kind, **dict.fromkeys(PLANNED, lacking)}
    days = [random.choice([0, 0, 600, 740, 1200, random.randrange(2401)]) for _ in PLANNED]
    contract = row["contract_hours_hundredths"]
    if kind == "days":
        while sum(days) > 3700:
            days[days.index(max(days))] = random.choice([0, 300])
        contract = sum(days) if random.random() < 0.95 and sum(days) else contract
    full_time = random.choice([None, 3700, contract])
    total = sum(days)
    hours = random.choice([total, total, random.randrange(total + 1), total + 100, 0, 399])
    return {
        "plan": kind,
        **dict(zip(PLANNED, days, strict=True)),
        "contract_hours_hundredths": contract,
        "full_time_hours_hundredths": full_time,
        "absence_hours_hundredths": min(hours, 16_800),
    }


def supplement(random, day):
    full = random.choice([random.randrange(1, 100_000_001), random.randrange(1, 5_000_000)])
    return {
        "month": day,
        "pay_oere": random.randrange(full + 1),
        "full_time_pay_oere": full,
        "deciding_pay_oere": random.choice([None, 0, random.randrange(2 * full + 1)]),
        "started_on": random.choice([None, day, some_day_after(random, day)]),
    }


def subsidy(random, day):
    group = random.choice([group.value for group in sk.TargetGroup])
    sometimes = {"disability_pension", "newly_qualified"}
    granted = None
    if group == "rehabilitation" or (group in sometimes and random.random() < 0.5):
        granted = random.randrange(1, 25_000)
    return {
        "target_group": group,
        "hourly_pay_oere": random.choice([random.randrange(1, 30_000), 1_000_000]),
        "granted_rate_oere": granted,
        "month": day,
        "hours_hundredths": random.choice([random.randrange(20_000), 67_200, 72_000, 74_400]),
    }


def hours(random, day):
    weekly = random.random() < 0.5
    most = 430_000 if weekly else 2_300_000
    benefit = random.choice([random.randrange(1, most), 4135_00, 18633_00, 17918_00])
    return {
        "on": day,
        "weekly_benefit_oere": benefit if weekly else None,
        "monthly_benefit_oere": None if weekly else benefit,
        "hourly_pay_oere": random.randrange(1, 30_000) if day < date(2015, 1, 1) else None,
    }


def places(random, day):
    return {
        "ordinary_employees": random.choice([random.randrange(120), random.randrange(1_000_001)]),
        "on": day,
    }


def allowance(random, day):
    return {"weekly_hours_hundredths": random.randrange(1, 3701), "on": day}


def assistance(random, day):
    near = date(2022, 9, 1) < day < date(2023, 11, 1)  # where a rate is published
    rate = random.choice([None, None if near else random.randrange(1, 1_000_001)])
    return {
        "hours_hundredths": random.randrange(1_000_001),
        "hourly_rate_oere": rate,
        "on": day if rate is None else None,
    }


MAKERS = {
    "flexjob_refunds": flexjob,
    "sickness_single_weeks": sickness,
    "flex_wage_supplements": supplement,
    "wage_subsidies": subsidy,
    "subsidised_hours": hours,
    "subsidised_places": places,
    "assistance_allowances": allowance,
    "assistance_refunds": assistance,
}


def spoilt(random, column, value):
    """Another value for a column: none, one on or beyond its bounds, or one of another row."""
    if random.random() < 0.3:
        return None
    if column.kind is Kind.DAY:
        return random.choice(FAR) if random.random() < 0.2 else any_day(random)
    if column.kind is Kind.TEXT:
        return random.choice([*UNKNOWN, *column.texts])
    bounds = [column.least, column.most, column.least - 1, column.most + 1]
    return random.choice([*bounds, *bounds, -1, 2**62, -(2**62), value or 1])


def random_rows(name, count):
    """So many rows for a calculator, each a mapping of its columns to values."""
    random, columns = Random(name), CALCULATORS[name].columns
    rows = []
    for place in range(count):
        systematic = place < len(BESIDE)
        row = MAKERS[name](random, BESIDE[place] if systematic else any_day(random))
        if not systematic:
            for column in columns:
                if random.random() < 0.04:
                    row[column.name] = spoilt(random, column, row[column.name])
        rows.append(row)
    return rows
