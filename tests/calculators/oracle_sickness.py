"""Sickness refunds on fractions, day by day, written from the rules and sharing no code.

Rates are copied from the official tables. A case is a dict: ``first_day``, ``contract``, ``pay``,
``basis`` and ``weeks``, a list of (monday, hours) in order.
"""

from datetime import date, timedelta
from fractions import Fraction

WEEKLY = {
    date(2011, 1, 3): (3830, "103.51", None),
    date(2012, 1, 2): (3940, "106.49", None),
    date(2013, 1, 7): (4005, "108.24", None),
    date(2014, 1, 6): (4075, "110.14", None),
    date(2015, 1, 5): (4135, "111.76", None),
    date(2016, 1, 4): (4180, "112.97", None),
    date(2017, 1, 2): (4245, "114.73", None),
    date(2018, 1, 1): (4300, "116.22", None),
    date(2019, 1, 7): (4355, "117.70", None),
    date(2020, 1, 6): (4405, "119.05", "0.3"),
    date(2021, 1, 4): (4460, "120.54", "0.6"),
    date(2022, 1, 3): (4465, "120.68", "0.9"),
    date(2023, 1, 2): (4550, "122.97", "1.2"),
}
WAITING = {date(2008, 6, 2): 21, date(2012, 1, 2): 30}
MINIMUM = 4


def newest(table, day):
    return table[max(start for start in table if start <= day)]


def rounded(exact, places):
    scaled = exact * 10**places
    down = scaled.numerator // scaled.denominator
    return Fraction(down + (1 if scaled - down >= Fraction(1, 2) else 0), 10**places)


def days_of(monday, hours, first):
    weekdays = [monday + timedelta(days=n) for n in range(5)]
    carrying = [day for day in weekdays if day >= first]
    return {day: Fraction(hours) / len(carrying) for day in carrying}


def oracle(case):
    contract, pay = Fraction(case["contract"]), Fraction(case["pay"])
    spell = None
    result = []
    for monday, hours in case["weeks"]:
        first = spell or max(monday, case["first_day"])
        days = days_of(monday, hours, first)
        full = Fraction(hours) >= contract * len(days) / 5
        exempt = case["basis"] == "flexjob_since_2013"
        if hours == 0 or (Fraction(hours) < MINIMUM and not full and not exempt):
            spell = None
            result.append((False, Fraction(0), Fraction(0), Fraction(0)))
            continue
        spell = first
        wait = newest(WAITING, spell) if case["basis"] == "ordinary" else 0
        due = sum((part for day, part in days.items() if (day - spell).days >= wait), Fraction(0))
        maximum, hourly, percentage = newest(WEEKLY, monday)
        rate = min(pay * Fraction(92, 100), Fraction(hourly))
        amount = rounded(min(due * rate, Fraction(maximum), due * pay), 2)
        supplement = rounded(amount * Fraction(percentage) / 100, 0) if percentage else Fraction(0)
        result.append((True, due, amount, supplement))
    return result
