"""Sickness benefit on fractions, day by day, written from the acts and from practice.

It shares no code with the library. The weekly maxima are copied from official tables, Easter is
reckoned by the algorithm that was printed in Nature in 1876, and the hourly maximum is never read:
sygedagpengeloven § 50, stk. 1, makes it of the week's.

A case is a dict of what is known: ``first_day``, ``contract``, ``full_time``, ``pay``, ``paid``,
``basis``, ``record`` (pairs of ("week", Monday) or ("day", date) and hours, in order), ``states``
(a set of days for each of "fit", "partly_fit", "on_duty", "away"), ``others`` (hours in other jobs
by Monday) and ``employment`` (first day, hours at work in 8 weeks, at work right before; None where
not known). It may have a ``plan`` (hours by date; all other days are off), which is a ``rota`` or
not, and ``raises`` (hourly pay by its first day).
"""

from datetime import date, timedelta
from fractions import Fraction
from functools import cache

DAY = timedelta(days=1)
WEEKLY = {
    date(2003, 1, 6): 3113, date(2004, 1, 5): 3203, date(2005, 1, 3): 3267,
    date(2006, 1, 2): 3332, date(2007, 1, 1): 3415, date(2008, 1, 7): 3515,
    date(2009, 1, 5): 3625, date(2010, 1, 4): 3760, date(2011, 1, 3): 3830,
    date(2012, 1, 2): 3940, date(2013, 1, 7): 4005, date(2014, 1, 6): 4075,
    date(2015, 1, 5): 4135, date(2016, 1, 4): 4180, date(2017, 1, 2): 4245,
    date(2018, 1, 1): 4300, date(2019, 1, 7): 4355, date(2020, 1, 6): 4405,
    date(2021, 1, 4): 4460, date(2022, 1, 3): 4465, date(2023, 1, 2): 4550,
    date(2024, 1, 1): 4695, date(2025, 1, 6): 4865, date(2026, 1, 5): 5085,
}  # fmt: skip
SUPPLEMENT = {
    date(2020, 1, 6): "0.3", date(2021, 1, 4): "0.6", date(2022, 1, 3): "0.9",
    date(2023, 1, 2): "1.2", date(2024, 1, 1): "1.5", date(2025, 1, 6): "1.8",
    date(2026, 1, 5): "2.1",
}  # fmt: skip
EMPLOYER_DAYS = {
    date(2000, 1, 1): 14, date(2007, 4, 2): 15, date(2008, 6, 2): 21, date(2012, 1, 2): 30,
}  # fmt: skip
NO_BENEFIT_ON_HOLIDAYS = date(2012, 7, 2)  # § 53 a
PRAYER_DAY_THROUGH = 2023


@cache
def easter(year):
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (8 * b + 13) // 25 + 15) % 30
    m = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year):
    moving = [-3, -2, 1, 39, 50] + ([26] if year <= PRAYER_DAY_THROUGH else [])
    return {easter(year) + number * DAY for number in moving} | {
        date(year, 1, 1),
        date(year, 12, 25),
        date(year, 12, 26),
    }


def newest(table, day):
    known = [start for start in table if start <= day]
    return table[max(known)] if known else None


def rounded(exact, places):
    scaled = exact * 10**places
    down = scaled.numerator // scaled.denominator
    return Fraction(down + (1 if scaled - down >= Fraction(1, 2) else 0), 10**places)


class Timeline:
    """What is known of each calendar day."""

    def __init__(self, case):
        self.case = case
        self.contract = Fraction(case["contract"])
        self.plan = case.get("plan")
        self.hours, self.weeks, self.by_week = {}, [], set()
        for (kind, start), hours in case["record"]:
            monday = start - start.weekday() * DAY
            if monday not in self.weeks:
                self.weeks.append(monday)
            if kind == "week":
                self.by_week.add(monday)
                self.spread(monday, Fraction(hours))
            elif hours:
                self.hours[start] = Fraction(hours)
                if self.plan is not None:
                    self.hours[start] = min(Fraction(hours), self.planned(start))

    def planned(self, day):
        """The hours that were to be worked, on a public holiday too."""
        if day in self.case["states"].get("away", ()):
            return Fraction(0)
        if self.plan is not None:
            return Fraction(self.plan.get(day, 0))
        return self.contract / 5 if day.weekday() < 5 else Fraction(0)

    def spread(self, monday, hours):
        """§ 50, stk. 3: on days, and for hours, that were to be worked."""
        days = self.working(monday, self.case["first_day"])
        most = sum(map(self.planned, days))
        if hours and not days:  # nothing but public holidays is left of the week
            every = (monday + number * DAY for number in range(7))
            day = next(d for d in every if d >= self.case["first_day"] and self.planned(d))
            self.hours[day] = hours
        for day in days:
            if hours:
                self.hours[day] = min(hours, most) * self.planned(day) / most

    def free(self, day):
        """Whether a weekday is a public holiday for which nothing is paid."""
        return (
            day >= NO_BENEFIT_ON_HOLIDAYS
            and day.weekday() < 5
            and day in holidays(day.year)
            and day not in self.case["states"]["on_duty"]
        )

    def working(self, monday, start):
        return [
            day
            for day in (monday + number * DAY for number in range(7))
            if day >= start and self.planned(day) and not self.free(day)
        ]

    def pay(self, day):
        pay = self.case["pay"]
        for start, raised in self.case.get("raises", ()):
            pay = raised if start <= day else pay
        return Fraction(pay)

    def fit_between(self, day, other):
        return any(day < fit < other for fit in self.case["states"]["fit"])

    def whole(self, day):
        """A whole day of absence; hours of a day are given to the hundredth."""
        planned = self.planned(day) if self.plan is not None else self.contract / 5
        if day - day.weekday() * DAY in self.by_week:
            return self.hours.get(day, 0) >= planned
        return self.hours.get(day, 0) > planned - Fraction(1, 100)

    def went_home(self, day):
        """A part of a working day, and a whole one on the next."""
        if not self.planned(day) or self.free(day) or self.whole(day):
            return False
        for number in range(1, 14):
            after = day + number * DAY
            if self.planned(after) and not self.free(after):
                return self.whole(after)
        return False


def entitled(case, start):
    """§ 30, stk. 2-4: whether the employer owes benefit; None where that is not known."""
    since, worked, at_work = case["employment"]
    if start < date(2006, 7, 3):
        return None
    if worked is not None and worked < 74:
        return False
    long = None if since is None else (start - since).days >= 56
    if long is False and at_work is False:
        return False
    if worked is not None and (long or at_work):
        return True
    return None


def first_refund(case, start):
    """The first day for which the municipality pays."""
    if case["basis"] not in {"ordinary", "new_employee"}:
        return start
    owed = entitled(case, start)
    if case["basis"] == "new_employee" and owed is not True:
        return start
    return start if owed is False else start + newest(EMPLOYER_DAYS, start) * DAY


def oracle(case):
    """For each week whether it counts, and what it gives."""
    line, spell, last, found = Timeline(case), None, None, []
    for monday in line.weeks:
        days = sorted(day for day in line.hours if monday <= day < monday + 7 * DAY)
        if not days and not line.working(monday, monday):
            found.append((True, *[Fraction(0)] * 6))  # nothing was to be worked
            continue
        begins, dropped = {}, set()
        running, before = spell, last
        for day in days:
            if running and line.fit_between(before, day):
                running = None
            if running is None:
                if monday not in line.by_week and line.went_home(day):
                    dropped.add(day)
                    continue
                running = day
                if monday in line.by_week:  # the week's hours begin where its days do
                    running = case["first_day"]
                    if running < monday:
                        running = min(line.working(monday, monday) or [day])
            begins[day], before = running, day
        days = [day for day in days if day not in dropped]
        if dropped and not days:
            spell = None
        if spell and last and line.fit_between(last, days[0] if days else monday):
            spell = None
        paid = {day: line.hours[day] for day in days if not line.free(day)}
        start = (
            monday
            if spell and begins and begins[days[0]] == spell
            else min([begins[day] for day in days], default=monday)
        )
        if not counts(line, monday, paid, days, max(monday, start), spell):
            spell = None
            found.append((False, *[Fraction(0)] * 6))
            continue
        if days:
            spell, last = begins[days[-1]], days[-1]
            if monday in line.by_week:
                last = monday + 4 * DAY if line.plan is None else days[-1]
        found.append((True, *amounts(line, monday, paid, begins, start)))
    return found


def counts(line, monday, paid, days, start, spell):
    case, total = line.case, sum(paid.values(), Fraction(0))
    others = Fraction(case["others"].get(monday, 0)) if spell or total else 0
    if not days and not others:
        return False
    if days and not total:
        return True  # only on public holidays
    if case["basis"] == "flexjob_since_2013":
        return True
    planned = sum(map(line.planned, line.working(monday, start)))
    if total and total >= (planned or line.contract / 5):
        return True
    return total + others >= 4


def amounts(line, monday, paid, begins, start):
    case = line.case
    maximum = newest(WEEKLY, monday)
    own = {d: h for d, h in paid.items() if d < first_refund(case, begins[d])}
    due = {d: h for d, h in paid.items() if d >= first_refund(case, begins[d])}
    in_all = sum(own.values(), Fraction(0)), sum(due.values(), Fraction(0))
    if maximum is None:
        return *in_all, Fraction(0), Fraction(0), Fraction(0), Fraction(0)

    def worth(hours):
        highest = Fraction(maximum) / Fraction(case["full_time"])
        return sum(h * min(line.pay(d) * Fraction(92, 100), highest) for d, h in hours.items())

    owed = Fraction(0) if case["paid"] else rounded(Fraction(worth(own)), 2)
    cap = Fraction(maximum)
    others = Fraction(case["others"].get(monday, 0))
    if others and due:
        days = line.working(monday, max(monday, start))
        first = first_refund(case, max(begins.values()))
        weights = {day: line.planned(day) for day in days}
        later = sum(weight for day, weight in weights.items() if day >= first)
        elsewhere = others * later / sum(weights.values()) if weights else Fraction(0)
        cap = cap * in_all[1] / (in_all[1] + elsewhere)
    benefit = Fraction(worth(due))
    benefit = rounded(benefit if case.get("rota") else min(benefit, cap), 2)
    salary = rounded(Fraction(sum(h * line.pay(d) for d, h in due.items())), 2)
    refund = min(benefit, salary) if case["paid"] else Fraction(0)
    percentage = newest(SUPPLEMENT, monday)
    supplement = rounded(refund * Fraction(percentage) / 100, 0) if percentage else Fraction(0)
    return *in_all, owed, benefit, refund, supplement
