"""Many figures at once: read from a file or a mapping, and all that is wrong told at once."""

from datetime import date
from decimal import Decimal

import pytest

from socialkapitel import (
    PARAMETERS,
    Evidence,
    InvalidData,
    InvalidFields,
    InvalidInput,
    ParameterSet,
    Source,
    WrongType,
)

YEARLY, HOURLY = "flexjob.ceiling_yearly", "flexjob.ceiling_hourly"
WEEK, HOUR = "sickness_benefit.max_weekly", "sickness_benefit.max_hourly"
FILE = """
source = "bm.dk, Satser for 2027"

[[series]]
id = "flexjob.ceiling_yearly"
unit = "DKK/year"

  [[series.figure]]
  from = 2027-01-01
  value = "657162"
  parts = { "1/4" = "164291" }

[[series]]
id = "sickness_benefit.max_weekly"
law = "sygedagpengeloven § 50, stk. 1"

  [[series.figure]]
  from = 2027-01-04
  value = "5225"

  [[series.figure]]
  from = 2028-01-03
  until = "open"
  value = "5300"
  evidence = "assumed"
  source = ["a guess", "another"]
  note = { en = "guessed", da = "gættet" }

[[series]]
id = "sickness_benefit.max_hourly"

  [[series.figure]]
  from = 2027-01-04
  until = 2027-06-30
  value = "141.22"
"""


@pytest.fixture
def extend(tmp_path):
    path = tmp_path / "satser-2027.toml"

    def of(text=FILE, **given):
        path.write_text(text, "utf-8")
        return PARAMETERS.extend(path, **given)

    return of


def test_a_file_is_read_in_our_own_format(extend):
    figures = extend()
    [yearly] = [f for f in figures[YEARLY].figures if f.valid_from == date(2027, 1, 1)]
    assert (Decimal(657162), date(2027, 12, 31)) == (yearly.value, yearly.valid_to)
    assert (Evidence.PUBLISHED, "bm.dk, Satser for 2027") == (
        yearly.evidence,
        yearly.source.read_in,
    )
    assert PARAMETERS[YEARLY].source.citation == yearly.source.citation
    first, second = figures[WEEK].figures[-2:]
    assert (date(2028, 1, 2), None) == (first.valid_to, second.valid_to)
    assert (Evidence.ASSUMED, "a guess; another", "guessed") == (
        second.evidence,
        second.source.read_in,
        second.note.en,
    )
    assert date(2027, 6, 30) == figures[HOUR].last_day
    assert date(2026, 12, 31) == PARAMETERS[YEARLY].last_day


def test_the_path_may_be_a_text(extend, tmp_path):
    expected = extend()
    assert expected == PARAMETERS.extend(str(tmp_path / "satser-2027.toml"))


@pytest.mark.parametrize("value", ["657162", 657162, Decimal(657162)], ids=repr)
@pytest.mark.parametrize("day", ["2027-01-01", date(2027, 1, 1)])
def test_a_mapping_of_names_to_values_by_day(day, value):
    figures = PARAMETERS.extend({YEARLY: {day: value}}, source="a letter")
    assert PARAMETERS.extend({YEARLY: {day: value}}, source=Source("a letter")) == figures
    figure = figures[YEARLY].on(date(2027, 12, 31))
    assert (Decimal(657162), Source("a letter")) == (figure.value, figure.source)


def test_a_mapping_may_be_the_whole_document():
    series = {"id": YEARLY, "figure": [{"from": date(2027, 1, 1), "value": "657162"}]}
    given = {"source": "a page", "evidence": "derived", "series": [series]}
    figure = PARAMETERS.extend(given)[YEARLY].on(date(2027, 1, 1))
    assert ("a page", Evidence.DERIVED) == (figure.source.read_in, figure.evidence)


def test_a_file_may_say_for_which_days_its_sources_speak(extend):
    head = '[[publication]]\nname = "a page"\nfrom = 2027-01-01\nuntil = 2027-12-31\n'
    text = FILE.replace('source = "bm.dk, Satser for 2027"', f'source = "a page"\n{head}')
    [publication] = extend(text)[YEARLY].on(date(2027, 1, 1)).source.publications
    assert ("a page", date(2027, 12, 31)) == (publication.name, publication.valid_to)


FAULTS = {
    "unknown series": ('"flexjob.ceiling_yearly"', '"flexjob.ceiling_year"', "unknown parameter"),
    "another unit": ('"DKK/year"', '"DKK/month"', "unit: is not that of the series"),
    "another law": ("§ 50", "§ 51", "law: is not that of the series"),
    "a part": ('"164291"', '"164292"', "is not that part, which is 164291"),
    "a leap": ('"141.22"', '"241.22"', "add confirmed = true"),
    "disorder": ("from = 2028-01-03", "from = 2027-03-01", "not in order: it follows 2028-01-02"),
    "a day twice": ("from = 2028-01-03", "from = 2027-01-04", "occurs twice"),
    "an end before the start": (
        "2027-06-30",
        "2026-06-30",
        "its end (until), 2026-06-30, is before its beginning (from)",
    ),
    "a misfit": ('"141.22"', '"141.23"', "141.23 does not fit Highest sickness benefit a week"),
    "a float": ('value = "5225"', "value = 5225.0", "is not a text such as"),
    "no source": ('source = "bm.dk, Satser for 2027"', "", "lacks source"),
    "a series twice": (
        '"sickness_benefit.max_hourly"',
        '"sickness_benefit.max_weekly"',
        "occurs twice",
    ),
    "an unknown key": ('"DKK/year"', '"DKK/year"\nvalid = 1', "is an unknown key"),
}


@pytest.mark.parametrize(("old", "new", "reason"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_with_its_line(extend, old, new, reason):
    with pytest.raises((InvalidData, InvalidFields)) as caught:
        extend(FILE.replace(old, new))
    assert reason in str(caught.value)
    faults = getattr(caught.value, "faults", (caught.value,))
    assert all(fault.line and "satser-2027.toml" == fault.file for fault in faults)


def test_all_faults_are_told_at_once():
    with pytest.raises(InvalidFields) as caught:
        PARAMETERS.extend(
            {
                "nothing": {"2027-01-01": "1"},
                YEARLY: {"2027-01-01": "1,5"},
                HOURLY: {"2027-01-01": "700"},
                WEEK: {"2027-01-04": "5225"},
                HOUR: {"2027-01-04": "141.23"},
                "atp.a.total_monthly": {"2027-01-01": "297", "1 Feb": "297"},
                "atp.a.employer_monthly.full": {"2027-01-01": "200"},
            },
            source="a page",
        )
    told = [str(fault) for fault in caught.value.faults]
    assert [
        "series[nothing].id",
        "series[flexjob.ceiling_yearly].figure[2027-01-01].value",
        "series[atp.a.total_monthly].figure[1 Feb].from",
        "series[flexjob.ceiling_hourly].figure[2027-01-01]",
        "series[atp.a.employer_monthly.full].figure[2027-01-01]",
        "series[sickness_benefit.max_hourly].figure[2027-01-04]",
    ] == [fault.entry for fault in caught.value.faults]
    assert "does not fit" in told[-1]
    assert {None} == {fault.line for fault in caught.value.faults}


def test_a_leap_that_is_confirmed_is_let_in(extend):
    text = FILE.replace('"657162"', '"700000"\n  confirmed = true').replace(
        '  parts = { "1/4" = "164291" }\n', ""
    )
    assert Decimal(700000) == extend(text)[YEARLY].on(date(2027, 1, 1)).value


def test_a_figure_that_is_not_yearly_may_leap_and_stays():
    figures = PARAMETERS.extend({"flexjob.full_time_hours": {"2027-01-01": "30"}}, source="x")
    assert figures["flexjob.full_time_hours"].last_day is None


def test_a_set_without_the_others_is_held_against_nothing():
    alone = ParameterSet([PARAMETERS[HOUR]])
    assert alone.extend({HOUR: {"2027-01-04": "140"}}, source="x")[HOUR].last_day


@pytest.mark.parametrize("given", [{HOUR: "140"}, {HOUR: {"2027-01-04": None}}, {HOUR: {4: "1"}}])
def test_a_mapping_of_another_form_is_refused(given):
    with pytest.raises(InvalidData):
        PARAMETERS.extend(given, source="x")


def test_what_is_no_file_is_refused(tmp_path):
    with pytest.raises(WrongType, match="figures"):
        PARAMETERS.extend(5)
    for path in (tmp_path, tmp_path / "absent.toml"):
        with pytest.raises(InvalidInput, match="a file that can be read"):
            PARAMETERS.extend(path)
    path = tmp_path / "latin.toml"
    path.write_bytes(b'source = "\xe5"')
    with pytest.raises(InvalidInput, match="a file that can be read"):
        PARAMETERS.extend(path)
