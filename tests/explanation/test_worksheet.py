"""What is written on a worksheet stands in the explanation, once, in order."""

import pickle
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from socialkapitel import (
    PARAMETERS,
    Evidence,
    NotInForce,
    Outcome,
    Rounding,
    Rule,
    Source,
    Unit,
    UnknownName,
)
from socialkapitel.explanation import Explained, OriginKind, Worksheet, worked_out
from socialkapitel.explanation.worksheet import Draft
from socialkapitel.messages import msg
from socialkapitel.money import decimal, oere
from socialkapitel.sources import FormerCitation

LAW = Source("a law", former=(FormerCitation(date(2009, 12, 31), "an older law"),))
HALF = Rule("test.half", msg("Refund"), LAW, date(1998, 1, 1))
WHOLE = Rule("test.whole", msg("Refund after set-off"), LAW, date(1998, 1, 1))

CEILING = "flexjob.ceiling_yearly"
PUBLISHED = date(2018, 6, 1)
DERIVED = date(2012, 6, 1)
CHAPTER = date(2007, 6, 1)


@pytest.fixture
def sheet():
    return Worksheet(msg("Refund"), PARAMETERS)


def test_an_empty_sheet_has_only_its_title(sheet):
    explanation = sheet.explanation()
    assert msg("Refund") == explanation.title
    assert ((), (), ()) == (explanation.givens, explanation.steps, explanation.caveats)


def test_a_given_stands_among_the_givens(sheet):
    given = sheet.given("hours", Decimal(37), Unit.HOURS_PER_WEEK, label=msg("Weekly hours"))
    assert (given,) == sheet.explanation().givens
    assert ("hours", OriginKind.GIVEN) == (given.origin, given.kind)


def test_a_figure_is_a_step_without_expression(sheet):
    figure = sheet.figure(CEILING, PUBLISHED)
    [step] = sheet.explanation().steps
    assert (f"{CEILING}@2018-01-01", CEILING, "", PUBLISHED) == (
        step.id,
        step.rule,
        step.expression,
        step.on,
    )
    source = Source("LAB § 71, stk. 3", publications=figure.source.publications)
    assert (figure.value, figure.unit, source, Evidence.PUBLISHED) == (
        step.value,
        step.unit,
        step.source,
        step.evidence,
    )
    operand = sheet.of(figure)
    assert (step.id, OriginKind.FIGURE, step.value, step.label) == (
        operand.origin,
        operand.kind,
        operand.value,
        operand.label,
    )


def test_a_figure_is_noted_once_and_each_of_its_values(sheet):
    for day in (date(2018, 1, 1), date(2018, 12, 31), date(2019, 1, 1)):
        sheet.figure(CEILING, day)
    assert [f"{CEILING}@2018-01-01", f"{CEILING}@2019-01-01"] == [
        step.id for step in sheet.explanation().steps
    ]


def test_what_is_not_known_is_not_noted(sheet):
    with pytest.raises(NotInForce):
        sheet.figure(CEILING, date(2006, 7, 4))
    with pytest.raises(UnknownName):
        sheet.figure("flexjob.cieling", PUBLISHED)
    assert () == sheet.explanation().steps


def test_a_published_figure_needs_no_caveat(sheet):
    sheet.figure(CEILING, PUBLISHED)
    assert () == sheet.explanation().caveats


@pytest.mark.parametrize(
    ("name", "day", "code", "text"),
    [
        (
            CEILING,
            DERIVED,
            "derived-figure",
            "the value in force from 2012-01-01 is calculated from other figures, not published (",
        ),
        (
            "wage_subsidy.disability_pension",
            CHAPTER,
            "chapter-figure",
            "the value in force from 2007-01-01 comes from a social chapter, not from an official ",
        ),
    ],
    ids=["derived", "chapter"],
)
def test_a_figure_that_is_not_published_is_warned_of_once(sheet, name, day, code, text):
    sheet.figure(name, day)
    sheet.figure(name, day)
    [caveat] = sheet.explanation().caveats
    assert code == caveat.code
    assert text in str(caveat.text)


def test_a_figure_of_the_caller_is_warned_of():
    reform = PARAMETERS.amend(CEILING, value=1, valid_from=PUBLISHED, source="a proposal")
    sheet = Worksheet(msg("Refund"), reform)
    sheet.figure(CEILING, PUBLISHED)
    [caveat] = sheet.explanation().caveats
    assert "assumed-figure" == caveat.code
    assert str(caveat.text).endswith("from 2018-06-01 was supplied by the user (a proposal)")


def test_a_calculation_carries_its_numbers(sheet):
    hours = sheet.given("hours", Decimal(37), Unit.HOURS_PER_WEEK, label=msg("Weekly hours"))
    half = sheet.calculate(
        HALF,
        date(2009, 12, 31),
        "hours / 2",
        {"hours": hours},
        Fraction(37, 2),
        Unit.HOURS_PER_WEEK,
        rounding=Rounding.HUNDREDTHS,
    )
    [step] = sheet.explanation().steps
    assert ("test.half", "test.half", "hours / 2", (("hours", hours),)) == (
        step.id,
        step.rule,
        step.expression,
        step.operands,
    )
    assert (Fraction(37, 2), Rounding.HUNDREDTHS, Source("an older law"), None) == (
        step.value,
        step.rounding,
        step.source,
        step.evidence,
    )
    assert ("test.half", OriginKind.STEP, Fraction(37, 2)) == (half.origin, half.kind, half.value)


def test_steps_of_one_rule_are_told_apart_by_a_key(sheet):
    for key in ("1", "2"):
        sheet.calculate(HALF, PUBLISHED, "1", {}, 1, Unit.DKK, key=key)
        sheet.judge(WHOLE, PUBLISHED, Outcome.FULFILLED, msg("fulfilled"), key=key)
    assert ["test.half[1]", "test.whole[1]", "test.half[2]", "test.whole[2]"] == [
        step.id for step in sheet.explanation().steps
    ]


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        ([], None),
        (["published"], Evidence.PUBLISHED),
        (["published", "chapter"], Evidence.CHAPTER),
        (["derived", "chapter", "published"], Evidence.DERIVED),
        (["derived", "assumed"], Evidence.ASSUMED),
    ],
    ids=str,
)
def test_a_calculation_is_as_sure_as_its_weakest_number(used, expected):
    reform = PARAMETERS.amend(CEILING, value=1, valid_from=date(2027, 1, 1), source="a proposal")
    sheet = Worksheet(msg("Refund"), reform)
    figures = {
        "published": sheet.figure(CEILING, PUBLISHED),
        "derived": sheet.figure(CEILING, DERIVED),
        "chapter": sheet.figure("wage_subsidy.disability_pension", CHAPTER),
        "assumed": sheet.figure(CEILING, date(2027, 1, 1)),
    }
    operands = {name: sheet.of(figures[name]) for name in used}
    operands["given"] = sheet.given("given", 1, Unit.DKK, label=msg("Refund"))
    once = sheet.calculate(HALF, PUBLISHED, "1", operands, 1, Unit.DKK)
    sheet.calculate(WHOLE, PUBLISHED, "once", {"once": once}, 1, Unit.DKK)
    assert [expected, expected] == [step.evidence for step in sheet.explanation().steps[-2:]]


def test_a_judgement_names_what_is_missing(sheet):
    finding = sheet.judge(
        HALF, PUBLISHED, Outcome.UNRESOLVED, msg("unresolved"), missing=("a fact",)
    )
    assert (finding,) == sheet.explanation().steps
    assert ("test.half", Outcome.UNRESOLVED, ("a fact",), Source("a law")) == (
        finding.id,
        finding.outcome,
        finding.missing,
        finding.source,
    )


def test_a_caveat_is_given_once(sheet):
    for _ in range(2):
        sheet.caveat("a-code", msg("Refund"))
    sheet.caveat("a-code", msg("Source"))
    assert [("a-code", "Refund"), ("a-code", "Source")] == [
        (caveat.code, str(caveat.text)) for caveat in sheet.explanation().caveats
    ]


def test_another_calculation_is_taken_over_under_its_own_name():
    def worked(title):
        sheet = Worksheet(msg("Refund"), PARAMETERS)
        hours = sheet.given("hours", Decimal(title), Unit.HOURS_PER_WEEK, label=msg("Weekly hours"))
        figure = sheet.of(sheet.figure(CEILING, DERIVED))
        operands = {"hours": hours, "ceiling": figure}
        half = sheet.calculate(HALF, DERIVED, "hours", operands, 1, Unit.DKK)
        sheet.calculate(WHOLE, DERIVED, "half", {"half": half}, 1, Unit.DKK)
        sheet.judge(WHOLE, DERIVED, Outcome.FULFILLED, msg("fulfilled"), key="x")
        return sheet.explanation()

    sheet = Worksheet(msg("Source"), PARAMETERS)
    for prefix in ("1", "2"):
        sheet.include(worked(prefix), prefix)
    both = sheet.explanation()
    figure = f"{CEILING}@2012-01-01"
    assert ["1.hours", "2.hours"] == [given.origin for given in both.givens]
    assert [
        figure,
        "1.test.half",
        "1.test.whole",
        "1.test.whole[x]",
        "2.test.half",
        "2.test.whole",
        "2.test.whole[x]",
    ] == [step.id for step in both.steps]
    assert [["2.hours", figure], ["2.test.half"]] == [
        [operand.origin for _, operand in step.operands] for step in both.steps[4:6]
    ]
    assert 1 == len(both.caveats)


@attrs.frozen(kw_only=True)
class Halved(Explained):
    amount: Decimal


def halved(sheet, pay):
    given = sheet.given("pay", pay, Unit.DKK, label=msg("Pay for the month"))
    ceiling = sheet.figure(CEILING, DERIVED)
    operands = {"pay": given, "ceiling": sheet.of(ceiling)}
    lowest = sheet.calculate(
        WHOLE, DERIVED, "min(pay, ceiling)", operands, min(pay, ceiling.value), Unit.DKK
    )
    finding = sheet.judge(HALF, DERIVED, Outcome.FULFILLED, msg("the post is new"), key="a")
    assert "test.half[a]" == finding.id
    amount = decimal(oere(lowest.value) // 2)
    sheet.calculate(HALF, DERIVED, "lowest / 2", {"lowest": lowest}, amount, Unit.DKK, key="b")
    sheet.caveat("halved", msg("the post is new"))
    sheet.include(ANOTHER, "other")
    return Halved(amount=amount, explanation=sheet.explanation())


ANOTHER = Worksheet(msg("Refund"), PARAMETERS).explanation()


def test_a_draft_gives_what_the_worksheet_gives():
    on_paper = halved(Worksheet(msg("Refund"), PARAMETERS), Decimal("1000.00"))
    result = worked_out(msg("Refund"), PARAMETERS, halved, Decimal("1000.00"))
    assert Decimal("500.00") == result.amount
    assert on_paper == result
    assert [True, False] == [Worksheet.kept, Draft.kept]
    assert on_paper.explanation.steps == result.explanation.steps


def test_nothing_is_written_before_somebody_reads():
    times = []

    def counted(sheet, pay):
        times.append(type(sheet).__name__)
        return halved(sheet, pay)

    result = worked_out(msg("Refund"), PARAMETERS, counted, Decimal("1000.00"))
    assert ["Draft"] == times
    assert 3 == len(result.explanation.steps) - 1
    assert 1 == len(result.caveats[1:])
    assert ["Draft", "Worksheet"] == times


def test_a_result_that_nobody_has_read_can_be_pickled():
    result = worked_out(msg("Refund"), PARAMETERS, halved, Decimal("1000.00"))
    assert result == pickle.loads(pickle.dumps(result))
