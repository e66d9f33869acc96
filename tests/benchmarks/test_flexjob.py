"""A flexjob's refund beside the bare formula: alone, and with its explanation written out."""

from datetime import date
from decimal import Decimal

from benchmarks import bare
from benchmarks.timing import fastest, micro, show, times

import socialkapitel as sk

JOBS = {
    "full-time, with ceiling": (date(2008, 3, 1), "2/3", "18297.00", "37", "A", "0"),
    "full-time, no ceiling": (date(2006, 3, 1), "2/3", "18297.00", "37", "A", "0"),
    "part-time, two thirds of ATP": (date(2009, 9, 15), "1/2", "45250.50", "22.5", "A", "1210.75"),
    "few hours, a third of ATP": (date(2011, 1, 1), "2/3", "24019.17", "12", "C", "850.00"),
    "without ATP": (date(2007, 6, 1), "1/2", "52000.00", "30", None, "0"),
}
MONTHS = [(year, month) for year in (2013, 2016, 2020, 2024) for month in (1, 4, 8, 11)]
HEADS = ("flexjob refund", "bare", "refund", "ratio", "with its explanation", "ratio")


def test_a_refund_beside_the_bare_formula(capsys):
    rows, sums = [], [0.0, 0.0, 0.0]
    months = [sk.Month(*month) for month in MONTHS]
    first_days = [date(*month, 1) for month in MONTHS]
    for name, (started_on, share, pay, hours, atp_class, other) in JOBS.items():
        job = sk.Flexjob(
            started_on=started_on,
            share=share,
            starting_pay=sk.Pay.monthly(pay),
            weekly_hours=hours,
            atp_class=atp_class,
            other_contributions=other,
        )
        of, parts = map(int, share.split("/"))
        plain = ((of, parts), Decimal(pay), Decimal(hours), atp_class, Decimal(other))

        def bare_amounts(started_on=started_on, plain=plain):
            return [bare.flexjob(started_on, *plain, day) for day in first_days]

        def amounts(job=job):
            return [sk.flexjob_refund(job, month).amount for month in months]

        def explained(job=job):
            return [sk.flexjob_refund(job, month).explanation.steps for month in months]

        assert bare_amounts() == amounts()
        took = [shortest / len(months) for shortest in fastest(bare_amounts, amounts, explained)]
        sums = [total + part for total, part in zip(sums, took, strict=True)]
        rows.append(row(name, took))
    rows.append(row("all", [total / len(JOBS) for total in sums]))
    show(capsys, HEADS, rows)


def row(name, took):
    formula, refund, explained = took
    return (
        name,
        micro(formula),
        micro(refund),
        times(refund, formula),
        micro(explained),
        times(explained, formula),
    )
