"""The refund of a year's sickness beside the bare formula, a week of it."""

from datetime import date, timedelta
from decimal import Decimal

from benchmarks import bare
from benchmarks.timing import fastest, micro, show, times

import socialkapitel as sk

FIRST_DAY = date(2021, 7, 5)
PAY = "185.00"
WEEKS = [(FIRST_DAY + timedelta(weeks=number), 8 + 7 * number % 30) for number in range(52)]


def test_a_year_of_sickness_beside_the_bare_formula(capsys):
    absence = sk.SicknessAbsence(
        first_day=FIRST_DAY,
        contract_hours="37",
        hours={sk.Week.of(monday): hours for monday, hours in WEEKS},
        hourly_pay=PAY,
        paid_during_sickness=True,
        basis=sk.RefundBasis.ORDINARY,
    )
    pay, weeks = Decimal(PAY), [(monday, Decimal(hours)) for monday, hours in WEEKS]

    def bare_weeks():
        return bare.sickness(FIRST_DAY, pay, weeks)

    def explained():
        return sk.sickness_refund(absence)

    assert bare_weeks() == [(week.amount, week.supplement) for week in explained().weeks]
    formula, refund = (
        shortest / len(weeks) for shortest in fastest(bare_weeks, explained, blocks=100)
    )
    show(
        capsys,
        ("sickness refund, a week of 52", "bare", "with its explanation", "ratio"),
        [("partial sick leave", micro(formula), micro(refund), times(refund, formula))],
    )
