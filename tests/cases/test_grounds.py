"""A refund that rests on a scheme which the case does not have is open, with the reason."""

from datetime import date, timedelta
from decimal import Decimal

import attrs
import pytest
from case_examples import SUBSIDISED, event, opened
from hypothesis import given
from hypothesis import strategies as st

import socialkapitel as sk
from socialkapitel import Month, RefundBasis, Week
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import Purpose

OCTOBER, MARCH = Month(2026, 10), Month(2022, 3)
WEEKS = {Week(2026, number): "37" for number in range(41, 45)}
HOURS = event(events.AbsenceRegistered, "2026-11-02", hours=WEEKS)
BACK = event(events.FullReturn, "2026-11-02")


def leave(basis, day="2026-10-05"):
    return event(events.SickLeaveStarted, day, basis=basis, hourly_pay="185.00")


def found(*recorded, opening="2022-01-03", purpose=Purpose.RETENTION, month=OCTOBER):
    """The month's refund, or why it is open."""
    case = Case.replay([opened(opening, purpose=purpose), *recorded])
    refunds = case.refunds(month)
    for one in refunds.open:
        assert sk.translate(one.because, "da") not in {"", sk.translate(one.because, "en")}
    answers = [
        *(str(one.because) for one in refunds.open),
        *(one.amount for one in refunds.refunds),
    ]
    assert bool(refunds.open) is (refunds.amount is None)
    return answers


def sick(basis, *before, **given):
    answer, *_ = found(*before, leave(basis), BACK, HOURS, **given)
    return answer


def agreed(day, **fields):
    return event(events.AgreementSigned, day, **fields)


def decided(day, scheme, *, granted=True, **fields):
    given = {"share": None, **fields}
    return event(events.DecisionReceived, day, scheme=scheme, granted=granted, **given)


def begun(day, scheme, **fields):
    return event(events.SchemeStarted, day, scheme=scheme, **{"terms": None, **fields})


def ended(day, scheme):
    return event(events.SchemeEnded, day, scheme=scheme)


S56 = "the refund is based on a scheme that the case does not have on {}: Section 56 agreement; {}"
OLD = (
    "the refund is based on a scheme that the case does not have on {}: Flexjob begun before"
    " 2013; {}"
)
NEW = (
    "the refund is based on a scheme that the case does not have on {}: Flexjob begun in 2013 or"
    " later; {}"
)
NONE = "none is recorded"


def test_an_agreement_that_expired_gives_no_refund_from_the_first_day():
    assert S56.format("2026-10-05", "it ended on 2026-01-04") == sick(
        RefundBasis.SECTION_56, agreed("2024-01-05")
    )
    assert Decimal("20340.00") == sick(RefundBasis.SECTION_56, agreed("2024-10-31"))


@pytest.mark.parametrize(
    ("before", "because"),
    [
        ([], S56.format("2026-10-05", NONE)),
        ([agreed("2026-01-05", scheme="special-terms")], S56.format("2026-10-05", NONE)),
        (
            [agreed("2026-01-05", valid_to=date(2026, 10, 4))],
            S56.format("2026-10-05", "it ended on 2026-10-04"),
        ),
        (
            [agreed("2026-01-05", valid_to=date(2026, 10, 20))],
            S56.format("2026-10-21", "it ended on 2026-10-20"),
        ),
        (
            [
                agreed("2026-01-05"),
                begun("2026-01-05", "section-56"),
                ended("2026-09-30", "section-56"),
            ],
            S56.format("2026-10-05", "it ended on 2026-09-30"),
        ),
        (
            [agreed("2026-01-05"), decided("2026-02-01", "section-56", granted=False)],
            (
                "the refund is based on a scheme that the authority has not granted: Section 56"
                " agreement"
            ),
        ),
        ([begun("2026-01-05", "section-56")], S56.format("2026-10-05", NONE)),
    ],
)
def test_without_an_agreement_in_force_it_is_open(before, because):
    assert because == sick(RefundBasis.SECTION_56, *before)


@pytest.mark.parametrize(
    "before",
    [
        [agreed("2026-01-05")],
        [agreed("2024-01-05"), agreed("2026-01-05")],
        [agreed("2026-01-05"), decided("2026-02-01", "section-56")],
        [
            agreed("2026-01-05"),
            decided("2026-02-01", "section-56"),
            decided("2026-03-01", "section-56", granted=False),
        ],
        [
            decided("2025-12-01", "section-56", granted=False),
            agreed("2026-01-05"),
            decided("2026-02-01", "section-56"),
        ],
        [
            agreed("2025-01-05"),
            decided("2025-02-01", "aids", granted=False),
            agreed("2026-10-05"),
        ],
        [agreed("2026-01-05", valid_to=date(2026, 10, 20)), agreed("2026-10-05")],
    ],
)
def test_an_agreement_in_force_is_a_ground(before):
    assert Decimal("20340.00") == sick(RefundBasis.SECTION_56, *before)


def test_an_agreement_signed_within_the_absence_is_no_ground_from_its_first_day():
    recorded = [leave(RefundBasis.SECTION_56), agreed("2026-10-12"), BACK, HOURS]
    assert [S56.format("2026-10-05", "it began on 2026-10-12")] == found(*recorded)


def test_where_the_legal_term_is_not_known_the_agreement_holds_until_another_end():
    old = [
        agreed("2004-02-02"),
        event(events.SickLeaveStarted, "2005-02-07", basis=RefundBasis.SECTION_56),
        event(events.FullReturn, "2005-02-12"),
    ]
    [because] = found(*old, opening="2004-01-05", month=Month(2005, 2))
    assert "no hours are registered" in because


@pytest.mark.parametrize(
    ("basis", "before", "because"),
    [
        (RefundBasis.FLEXJOB, [], OLD.format("2026-10-05", NONE)),
        (
            RefundBasis.FLEXJOB,
            [begun("2023-01-02", "flexjob-since-2013")],
            OLD.format("2026-10-05", NONE),
        ),
        (RefundBasis.FLEXJOB, [begun("2023-01-02", "flexjob")], OLD.format("2026-10-05", NONE)),
        (RefundBasis.FLEXJOB_SINCE_2013, [], NEW.format("2026-10-05", NONE)),
        (
            RefundBasis.FLEXJOB_SINCE_2013,
            [begun("2023-01-02", "flexjob")],
            NEW.format("2026-10-05", NONE),
        ),
        (
            RefundBasis.FLEXJOB_SINCE_2013,
            [begun("2023-01-02", "flexjob-since-2013"), ended("2026-10-01", "flexjob-since-2013")],
            NEW.format("2026-10-05", "it ended on 2026-10-01"),
        ),
        (
            RefundBasis.FLEXJOB_SINCE_2013,
            [
                decided("2023-01-02", "flexjob-since-2013", valid_to=date(2026, 6, 30)),
                begun("2023-01-02", "flexjob-since-2013"),
            ],
            NEW.format("2026-10-05", "it ended on 2026-06-30"),
        ),
        (
            RefundBasis.FLEXJOB_SINCE_2013,
            [
                decided("2023-01-02", "flexjob-since-2013", granted=False),
                begun("2023-01-02", "flexjob-since-2013"),
            ],
            (
                "the refund is based on a scheme that the authority has not granted: Flexjob begun"
                " in 2013 or later"
            ),
        ),
    ],
)
def test_without_the_flexjob_it_is_open(basis, before, because):
    assert because == sick(basis, *before)


@pytest.mark.parametrize(
    ("basis", "before"),
    [
        (RefundBasis.FLEXJOB_SINCE_2013, [begun("2023-01-02", "flexjob-since-2013")]),
        (
            RefundBasis.FLEXJOB_SINCE_2013,
            [
                decided("2023-01-02", "flexjob-since-2013", valid_to=date(2026, 6, 30)),
                begun("2023-01-02", "flexjob-since-2013"),
                decided("2026-06-30", "flexjob-since-2013"),
            ],
        ),
    ],
)
def test_the_flexjob_is_a_ground(basis, before):
    assert Decimal("20340.00") == sick(basis, *before)


def test_an_old_flexjob_is_a_ground():
    answers = found(
        decided("2008-01-07", "flexjob", share="2/3"),
        event(events.SchemeStarted, "2008-01-07"),
        leave(RefundBasis.FLEXJOB),
        BACK,
        HOURS,
        opening="2008-01-07",
    )
    assert Decimal("20340.00") == answers[0]


NOT_NEW = (
    "the refund is based on the employee being new, but the case shows work here since {}, 56 days"
    " or"
    " more before the absence"
)


@pytest.mark.parametrize(
    ("opening", "purpose", "before", "since"),
    [
        ("2026-08-10", Purpose.RETENTION, [], "2026-08-10"),
        ("2022-01-03", Purpose.ENTRY, [begun("2023-01-02", "flexjob-since-2013")], "2023-01-02"),
        ("2022-01-03", Purpose.ENTRY, [begun("2026-08-10", "newly-qualified")], "2026-08-10"),
        (
            "2022-01-03",
            Purpose.ENTRY,
            [leave(RefundBasis.ORDINARY, "2026-02-02"), event(events.FullReturn, "2026-02-09")],
            "2026-02-02",
        ),
    ],
)
def test_an_employee_whom_the_case_has_known_for_weeks_is_not_new(opening, purpose, before, since):
    told = sick(RefundBasis.NEW_EMPLOYEE, *before, opening=opening, purpose=purpose)
    assert NOT_NEW.format(since) == told


@pytest.mark.parametrize(
    ("opening", "purpose", "before"),
    [
        ("2026-08-11", Purpose.RETENTION, []),
        ("2022-01-03", Purpose.ENTRY, []),
        ("2022-01-03", Purpose.ENTRY, [begun("2024-01-02", "work-placement")]),
    ],
)
def test_an_employee_of_less_than_eight_weeks_may_be_new(opening, purpose, before):
    told = sick(RefundBasis.NEW_EMPLOYEE, *before, opening=opening, purpose=purpose)
    assert Decimal("20340.00") == told


def test_before_the_rule_there_were_no_new_employees():
    recorded = [
        event(events.SickLeaveStarted, "2006-02-06", basis=RefundBasis.NEW_EMPLOYEE),
        event(events.AbsenceRegistered, "2006-02-11", hours={Week(2006, 6): "37"}),
        event(events.FullReturn, "2006-02-13"),
    ]
    [because] = found(*recorded, opening="2005-01-03", month=Month(2006, 2))
    assert "for earlier absence the basis is refund after the employer period (ORDINARY)" in because


def test_an_ordinary_refund_needs_no_scheme():
    assert isinstance(sick(RefundBasis.ORDINARY), Decimal)


def job(scheme, *recorded, month=MARCH, opening="2020-01-06"):
    case = Case.replay([opened(opening), *recorded])
    refunds = case.refunds(month, paid_hours="100")
    return [str(one.because) for one in refunds.open if one.name == scheme]


SCHEMES = ["disability-pension-job", "wage-subsidy-unemployed", "newly-qualified"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_grant_that_has_ended_is_no_ground(scheme):
    start = begun("2022-01-03", scheme, terms=SUBSIDISED)
    until = decided("2022-01-03", scheme, valid_to=date(2022, 3, 15))
    because = ["what was granted ended on 2022-03-15, and the job continued"]
    assert because == job(scheme, until, start)
    again = decided("2022-03-16", scheme)
    assert [] == job(scheme, until, start, again)
    assert because == job(scheme, until, start, attrs.evolve(again, on=date(2022, 3, 17)))
    assert [] == job(scheme, until, start, ended("2022-03-15", scheme))
    refused = decided("2022-01-03", scheme, granted=False)
    assert ["no decision that grants it is recorded"] == job(scheme, refused, start)
    old = decided("2021-01-04", scheme, valid_to=date(2021, 6, 30))
    assert ["what was granted ended on 2021-06-30, and the job continued"] == job(
        scheme, old, start
    )


def test_a_flexjob_whose_grant_has_ended_is_open():
    granted = decided("2008-01-07", "flexjob", share="2/3", valid_to=date(2008, 12, 31))
    started = event(events.SchemeStarted, "2008-01-07")
    case = Case.replay([opened("2008-01-07"), granted, started])
    assert () == case.refunds(Month(2008, 12)).open
    [one] = case.refunds(Month(2009, 1)).open
    assert "what was granted ended on 2008-12-31, and the job continued" == str(one.because)


@pytest.mark.parametrize(
    ("scheme", "last_month", "end"),
    [
        ("wage-subsidy-unemployed", Month(2022, 4), "2022-05-02"),
        ("newly-qualified", Month(2022, 12), "2023-01-02"),
    ],
)
def test_a_job_lasts_no_longer_than_it_may(scheme, last_month, end):
    start = begun("2022-01-03", scheme, terms=SUBSIDISED)
    assert [] == job(scheme, start, month=last_month)
    because = (
        f"such a job may last through {end}; no decision that grants it for longer is recorded"
    )
    assert [because] == job(scheme, start, month=last_month.next())
    assert [because] == job(scheme, decided("2022-01-03", scheme), start, month=last_month.next())
    longer = decided("2022-01-03", scheme, valid_to=date(2023, 12, 31))
    assert [] == job(scheme, longer, start, month=last_month.next())


@given(st.integers(0, 1500), st.integers(1, 60))
def test_refunds_and_deadlines_agree_on_when_an_agreement_holds(before, length):
    """There is a refund from the first day just where no expiry has passed on any day of it."""
    first = date(2022, 1, 3) + timedelta(days=before)
    signed = agreed("2022-01-03")
    back = first + timedelta(days=length)
    case = Case.replay(
        [
            opened("2022-01-03"),
            signed,
            begun("2022-01-03", "section-56"),
            event(events.SickLeaveStarted, first, basis=RefundBasis.SECTION_56),
            event(events.FullReturn, back),
        ]
    )
    last = min(back - timedelta(days=1), Month.of(first).last_day)
    expired = [one.overdue for one in case.deadlines(last) if one.id == "section_56.expiry"]
    told = str(case.refunds(Month.of(first)).open[0].because)
    assert ([True] == expired) is ("Section 56 agreement; it ended on" in told)
