"""What stands beside the figures: how series go from year to year, and what must fit together."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from socialkapitel import PARAMETERS, Figure, InvalidData, Unit
from socialkapitel.parameters.loading import read_needs, read_parameters, read_rules
from socialkapitel.parameters.rules import Begins, Deduction, Follows, Relation, Yearly, leap
from socialkapitel.parameters.sets import packaged_rules

RULES = packaged_rules()
BY_NAME = {parameter.name: parameter for parameter in PARAMETERS}

GOOD = """
[[series]]
id = "a.week"
label = { en = "Week", da = "Uge" }
unit = "DKK/week"
law = "an act"
yearly = { begins = "first Monday of January", follows = "rate adjustment", to = "5", less = [
  { year = 2027, points = "0.45", law = "lov 1/2024" }] }

  [[series.figure]]
  from = 2026-01-05
  value = "5085"
  evidence = "published"
  source = "a page"
  parts = { "1/4" = "1271", "1/2" = "2542.50" }
  confirmed = true

[[relation]]
figure = "a.hour"
of = "a.week"
share = "2/3"
over = ["37", "a.norm"]
to = "0.01"
within = "0.02"
from = 2026-01-05
until = 2027-01-03
"""


def read_both(text):
    return read_parameters(text, "a.toml"), read_rules(text, "a.toml")


def test_all_that_a_file_says_is_read():
    rules = read_rules(GOOD, "a.toml")
    less = Deduction(year=2027, points=Decimal("0.45"), law="lov 1/2024")
    assert {
        "a.week": Yearly(
            begins=Begins.FIRST_MONDAY,
            follows=Follows.RATE_ADJUSTMENT,
            to=Decimal(5),
            less=(less,),
        )
    } == rules.yearly
    relation = Relation(
        figure="a.hour",
        of="a.week",
        share=Fraction(2, 3),
        over=("37", "a.norm"),
        to=Decimal("0.01"),
        within=Decimal("0.02"),
        valid_from=date(2026, 1, 5),
        valid_to=date(2027, 1, 3),
    )
    assert (relation,) == rules.relations
    assert ("a.hour", "a.week", "a.norm") == relation.names
    assert {"a.week@2026-01-05"} == rules.confirmed
    assert 1 == len(read_parameters(GOOD, "a.toml"))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('share = "2/3"', 'share = "0.5"', "is not a share"),
        ('"1/4" = "1271"', '"1/4" = "1272"', "is not that part, which is 1271"),
        ('"1/2" = "2542.50"', '"1/2" = "2542.51"', "is not that part, which is 2542.50"),
        ('{ "1/4" = "1271", "1/2" = "2542.50" }', '"a quarter"', "is not a table"),
        ('"1/4" = "1271"', '"quarter" = "1271"', "is not a share"),
        ('begins = "first Monday of January"', 'begins = "May Day"', "is none of"),
        ('points = "0.45"', "points = 0.45", "is not a text such as"),
    ],
)
def test_a_fault_is_named(old, new, reason):
    with pytest.raises(InvalidData, match=reason) as caught:
        read_both(GOOD.replace(old, new))
    assert caught.value.line


def test_who_needs_a_series_is_read_by_series():
    text = 'two = ["a", "b"]\none = ["b"]'
    assert {"a": ("two",), "b": ("two", "one")} == read_needs(text, "needs.toml")
    with pytest.raises(InvalidData, match="is not a list"):
        read_needs('two = "a"', "needs.toml")


@pytest.mark.parametrize(
    ("begins", "year", "first", "last"),
    [
        (Begins.JANUARY, 2027, date(2027, 1, 1), date(2027, 12, 31)),
        (Begins.FIRST_MONDAY, 2024, date(2024, 1, 1), date(2025, 1, 5)),
        (Begins.FIRST_MONDAY, 2026, date(2026, 1, 5), date(2027, 1, 3)),
        (Begins.APRIL, 2026, date(2026, 4, 1), date(2027, 3, 31)),
    ],
)
def test_a_year_of_figures(begins, year, first, last):
    assert first == begins.first_day(year)
    for day in (first, last):
        assert last == begins.last_day(day)
    assert last != begins.last_day(date.fromordinal(last.toordinal() + 1))


@pytest.mark.parametrize(
    "relation", RULES.relations, ids=lambda each: f"{each.figure} from {each.valid_from}"
)
def test_our_figures_keep_to_the_relations(relation):
    days = relation.days(BY_NAME)
    assert days
    assert [] == [str(fault) for day in days if (fault := relation.fault(BY_NAME, day))]


def test_the_relations_hold_something():
    held = [
        (relation.figure, day)
        for relation in RULES.relations
        for day in relation.days(BY_NAME)
        if relation.valid_from <= day <= relation.valid_to
        and all(PARAMETERS[name].covers(day) for name in relation.names)
    ]
    assert len(held) > 90
    assert len(held) == len(set(held))


@pytest.mark.parametrize("name", RULES.yearly)
def test_our_yearly_figures_leap_only_where_it_is_confirmed(name):
    figures = PARAMETERS[name].figures
    found = {
        figure.key
        for before, figure in zip((None, *figures), figures, strict=False)
        if leap(figure, before)
    }
    assert found == {key for key in RULES.confirmed if key.startswith(f"{name}@")}


def test_every_series_that_ends_with_a_year_is_yearly():
    ended = {parameter.name for parameter in PARAMETERS if parameter.last_day}
    # The follow-up of old flexjobs is read through 2012; the daily benefit was given up in 2017.
    others = {
        "flexjob.review_first",
        "flexjob.review_interval",
        "unemployment_benefit.max_daily",
    }
    assert ended - others == RULES.yearly.keys()


def test_each_yearly_figure_ends_where_its_year_does():
    for name, yearly in RULES.yearly.items():
        if yearly.begins is not Begins.APRIL:  # the state's pay rises within the year as well
            last = PARAMETERS[name].last_day
            assert yearly.begins.last_day(last) == last


def figure(value, start="2027-01-01", unit=Unit.DKK):
    day = date.fromisoformat(start)
    source, evidence = PARAMETERS.parameters[0].source, PARAMETERS.parameters[0].figures[0].evidence
    return Figure("a", Decimal(value), unit, day, None, source, evidence)


@pytest.mark.parametrize(
    ("value", "before", "leaps"),
    [
        ("106", figure("100", "2026-01-01"), False),
        ("106.01", figure("100", "2026-01-01"), True),
        ("100", figure("100", "2026-01-01"), False),
        ("99.99", figure("100", "2026-01-01"), True),
        ("112.36", figure("100", "2025-01-01"), False),
        ("112.37", figure("100", "2025-01-01"), True),
        ("100", figure("100", "2026-12-01"), False),
        ("7", None, False),
        ("7", figure("0", "2026-01-01"), False),
    ],
)
def test_a_leap_is_more_than_adjustment_explains(value, before, leaps):
    assert leaps is (leap(figure(value), before) is not None)


@pytest.mark.parametrize(("value", "leaps"), [("6", False), ("6.01", True)])
def test_an_adjustment_leaps_by_itself(value, leaps):
    assert leaps is (leap(figure(value, unit=Unit.PER_CENT), None) is not None)


def test_what_follows_from_the_adjustment():
    week = RULES.yearly["sickness_benefit.max_weekly"]
    assert Decimal("2.75") == week.points(2027, Decimal("3.2"))
    assert Decimal("3.2") == week.points(2028, Decimal("3.2"))
    assert Decimal(5225) == week.adjusted(Decimal(5085), Decimal("2.75"))
    assert 0 == RULES.yearly["atp.a.total_monthly"].points(2027, Decimal("3.2"))
