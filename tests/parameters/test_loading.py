"""A file with any fault is refused; the error names the file, the line, the entry and why."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import Evidence, InvalidData, Label, NotInForce, Source, Unit
from socialkapitel.parameters.loading import read_parameters, read_publications
from socialkapitel.sources import FormerCitation, Publication

GOOD = """
[[series]]
id = "a.figure"
label = { en = "A figure", da = "En sats" }
unit = "DKK/month"
law = "LAB § 133"
law_before = [
  { until = 2003-06-30, law = "aktivloven" },
  { until = 2019-12-31, law = "LAB § 71" },
]
note = { en = "Mind this", da = "Bemærk dette" }

  [[series.figure]]
  from = 2018-01-01
  value = "516756"
  evidence = "published"
  source = "a page"

  [[series.figure]]
  from = 2020-01-01
  until = 2020-12-31
  value = "21.90"
  evidence = "derived"
  source = "another page"
  note = { en = "Reckoned", da = "Beregnet" }

  [[series.figure]]
  from = 2022-01-01
  value = "0"
  evidence = "chapter"
  source = "a chapter"
"""


def read(text=GOOD):
    return read_parameters(text, "a.toml")


def changed(old, new):
    assert GOOD.count(old) >= 1
    return GOOD.replace(old, new, 1)


def test_a_good_file_is_read_as_it_stands():
    [parameter] = read()
    assert ("a.figure", Unit.DKK_PER_MONTH) == (parameter.name, parameter.unit)
    assert Label(en="A figure", da="En sats") == parameter.label
    assert Label(en="Mind this", da="Bemærk dette") == parameter.note
    former = (
        FormerCitation(date(2003, 6, 30), "aktivloven"),
        FormerCitation(date(2019, 12, 31), "LAB § 71"),
    )
    assert Source("LAB § 133", former=former) == parameter.source
    assert ["516756", "21.90", "0"] == [str(figure.value) for figure in parameter.figures]
    assert [Evidence.PUBLISHED, Evidence.DERIVED, Evidence.CHAPTER] == [
        figure.evidence for figure in parameter.figures
    ]
    assert [None, Label(en="Reckoned", da="Beregnet"), None] == [
        figure.note for figure in parameter.figures
    ]
    assert {("a.figure", Unit.DKK_PER_MONTH)} == {
        (figure.parameter, figure.unit) for figure in parameter.figures
    }


def test_a_figure_holds_until_the_next_one():
    [parameter] = read()
    assert [
        (date(2018, 1, 1), date(2019, 12, 31)),
        (date(2020, 1, 1), date(2020, 12, 31)),
        (date(2022, 1, 1), None),
    ] == [(figure.valid_from, figure.valid_to) for figure in parameter.figures]


def test_what_lies_after_until_is_unknown_and_not_bridged():
    [parameter] = read()
    assert Decimal("21.90") == parameter.on(date(2020, 12, 31)).value
    for day in (date(2021, 1, 1), date(2021, 12, 31)):
        with pytest.raises(NotInForce):
            parameter.on(day)


def test_a_figure_is_cited_as_the_law_was_called_on_the_day():
    [parameter] = read()
    first, second, _ = parameter.figures
    assert Source("LAB § 71", "a page") == first.source.on(date(2018, 1, 1))
    assert Source("LAB § 71", "a page") == first.source.on(date(2019, 12, 31))
    assert Source("LAB § 133", "another page") == second.source.on(date(2020, 1, 1))
    assert ["a page", "another page", "a chapter"] == [
        figure.source.read_in for figure in parameter.figures
    ]


def test_what_may_be_left_out():
    text = changed('note = { en = "Mind this", da = "Bemærk dette" }\n', "")
    start, end = text.index("law_before"), text.index("]\n", text.index("law_before")) + 2
    [parameter] = read(text[:start] + text[end:])
    assert parameter.note is None
    assert () == parameter.source.former


@pytest.mark.parametrize("answer", [True, False])
def test_practice_is_marked(answer):
    text = changed('law = "LAB', f'practice = {str(answer).lower()}\nlaw = "LAB')
    [parameter] = read(text)
    found = [parameter.source, *(figure.source for figure in parameter.figures)]
    assert {answer} == {source.practice for source in found}
    assert not read()[0].source.practice


A = "series[a.figure]"
FIRST, SECOND = f"{A}.figure[2018-01-01]", f"{A}.figure[2020-01-01]"
FAULTS = {
    "bad TOML": (
        "[[series]]",
        "[[series]",
        2,
        "TOML",
        "Expected ']]'",
    ),
    "unknown key in the file": (
        "[[series]]",
        "version = 1\n[[series]]",
        2,
        "version",
        "is an unknown key; known are relation, series",
    ),
    "unknown key in a series": (
        'unit = "DKK/month"',
        'unit = "DKK/month"\nweight = 1\ncolour = 2',
        6,
        f"{A}.weight",
        (
            "is an unknown key; known are figure, id, label, law, law_before, note, practice, unit,"
            " yearly"
        ),
    ),
    "unknown key in a figure": (
        'source = "a page"',
        'source = "a page"\nto = 2018-12-31',
        18,
        f"{FIRST}.to",
        "is an unknown key; known are confirmed, evidence, from, note, parts, source, until, value",
    ),
    "missing id": ('id = "a.figure"\n', "", 2, "series[0]", "lacks id"),
    "empty id": ('id = "a.figure"', 'id = " "', 3, "series[ ].id", "is not a text, or is empty"),
    "id of another type": (
        'id = "a.figure"',
        "id = 7",
        3,
        "series[7].id",
        "is not a text, or is empty",
    ),
    "missing label": ('label = { en = "A figure", da = "En sats" }\n', "", 2, A, "lacks label"),
    "label without Danish": (', da = "En sats"', "", 4, f"{A}.label", "lacks da"),
    "label with empty Danish": (
        'da = "En sats"',
        'da = ""',
        4,
        f"{A}.label.da",
        "is not a text, or is empty",
    ),
    "label that is a text": (
        'label = { en = "A figure", da = "En sats" }',
        'label = "A figure"',
        4,
        f"{A}.label",
        "is not a table",
    ),
    "label in a third language": (
        'da = "En sats" }',
        'da = "En sats", de = "Ein Satz" }',
        4,
        f"{A}.label.de",
        "is an unknown key; known are da, en",
    ),
    "note without English": (
        'note = { en = "Mind this", da',
        "note = { da",
        11,
        f"{A}.note",
        "lacks en",
    ),
    "note of a figure without Danish": (', da = "Beregnet"', "", 25, f"{SECOND}.note", "lacks da"),
    "missing unit": ('unit = "DKK/month"\n', "", 2, A, "lacks unit"),
    "wrong unit": ("DKK/month", "kroner", 5, f"{A}.unit", "'kroner' is none of DKK, "),
    "unit of another type": ('"DKK/month"', "[1]", 5, f"{A}.unit", "[1] is none of DKK, "),
    "missing law": ('law = "LAB § 133"\n', "", 2, A, "lacks law"),
    "empty law": ('"LAB § 133"', '""', 6, f"{A}.law", "is not a text, or is empty"),
    "former laws in disorder": (
        "until = 2003-06-30",
        "until = 2020-06-30",
        7,
        f"{A}.law_before",
        "is not in order of date",
    ),
    "former laws through the same day": (
        "until = 2003-06-30",
        "until = 2019-12-31",
        7,
        f"{A}.law_before",
        "has a day that occurs twice",
    ),
    "former law without a day": (
        "until = 2003-06-30, ",
        "",
        7,
        f"{A}.law_before[0]",
        "lacks until",
    ),
    "former law without a name": (
        'law = "aktivloven"',
        'law = ""',
        7,
        f"{A}.law_before[0].law",
        "is not a text, or is empty",
    ),
    "missing source": ('source = "a page"\n', "", 13, FIRST, "lacks source"),
    "empty source": ('"a page"', '"  "', 17, f"{FIRST}.source", "is not a text, or is empty"),
    "missing from": ("from = 2018-01-01\n", "", 13, f"{A}.figure[0]", "lacks from"),
    "from with a time of day": (
        "from = 2018-01-01",
        "from = 2018-01-01T00:00:00",
        14,
        f"{A}.figure[2018-01-01 00:00:00].from",
        "datetime.datetime(2018, 1, 1, 0, 0) is not a date such as 2005-05-18",
    ),
    "from as a text": (
        "from = 2018-01-01",
        'from = "2018-01-01"',
        14,
        f"{FIRST}.from",
        "'2018-01-01' is not a date such as 2005-05-18",
    ),
    "from in another age": (
        "from = 2018-01-01",
        "from = 1018-01-01",
        14,
        f"{A}.figure[1018-01-01].from",
        "Day (day): 1018 is not accepted; give a whole number from 1900 to 2199",
    ),
    "until as a number": (
        "until = 2020-12-31",
        "until = 2020",
        21,
        f"{SECOND}.until",
        "2020 is not a date such as 2005-05-18",
    ),
    "missing evidence": ('evidence = "published"\n', "", 13, FIRST, "lacks evidence"),
    "wrong evidence": (
        '"published"',
        '"hearsay"',
        16,
        f"{FIRST}.evidence",
        "'hearsay' is none of published, derived, chapter, assumed",
    ),
    "missing value": ('value = "516756"\n', "", 13, FIRST, "lacks value"),
    "figures out of order": (
        "from = 2018-01-01",
        "from = 2021-01-01",
        13,
        f"{A}.figure[2021-01-01]",
        "not in order: followed by 2020-01-01",
    ),
    "two figures from the same day": (
        "from = 2018-01-01",
        "from = 2020-01-01",
        13,
        SECOND,
        "occurs twice",
    ),
    "overlapping figures": (
        "until = 2020-12-31",
        "until = 2022-01-01",
        19,
        SECOND,
        "its end (until), 2022-01-01, overlaps the figure from 2022-01-01",
    ),
    "end before the start": (
        "until = 2020-12-31",
        "until = 2019-12-31",
        19,
        SECOND,
        "its end (until), 2019-12-31, is before its beginning (from)",
    ),
}


@pytest.mark.parametrize(("old", "new", "line", "entry", "reason"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named(old, new, line, entry, reason):
    with pytest.raises(InvalidData) as caught:
        read(changed(old, new))
    assert ("a.toml", line, entry) == (caught.value.file, caught.value.line, caught.value.entry)
    assert str(caught.value).startswith(f"a.toml:{line}: {entry}: {reason}")


@pytest.mark.parametrize(
    "value",
    [
        *("516756", "516756.0", "true", '""', '" 1"', '"1."', '".5"', '"1.234"', '"-1"', '"1,5"'),
        *('"1_000"', '"NaN"', '"٣"', '"1e3"', '"1234567890"', '["1"]', "2018-01-01"),
    ],
)
def test_a_value_is_a_plain_number_as_text(value):
    with pytest.raises(InvalidData) as caught:
        read(changed('value = "516756"', f"value = {value}"))
    assert (15, f"{FIRST}.value") == (caught.value.line, caught.value.entry)
    assert str(caught.value).endswith('is not a text such as "516756" or "21.92"')


@pytest.mark.parametrize(
    ("text", "entry", "reason"),
    [
        ("", "file", "lacks series"),
        ("series = []", "series", "is not a list, or is empty"),
        ("series = 1", "series", "is not a list, or is empty"),
        ("series = [1]", "series[0]", "is not a table"),
        ('[series]\nid = "a"', "series", "is not a list, or is empty"),
    ],
)
def test_a_file_holds_series(text, entry, reason):
    with pytest.raises(InvalidData) as caught:
        read(text)
    assert f"a.toml:1: {entry}: {reason}" == str(caught.value)


PUBLICATIONS = """
[[publication]]
name = "a page"
from = 2018-01-01
until = 2018-12-31

[[publication]]
name = "an act"
from = 2019-01-01

[[publication]]
name = "a letter"
"""
READ = read_publications(PUBLICATIONS, "p.toml")


def test_publications_are_read_with_the_days_for_which_they_speak():
    assert {
        "a page": Publication("a page", date(2018, 1, 1), date(2018, 12, 31)),
        "an act": Publication("an act", date(2019, 1, 1)),
        "a letter": Publication("a letter"),
    } == READ


@pytest.mark.parametrize(
    ("old", "new", "line", "entry", "reason"),
    [
        ("from = 2019-01-01", "since = 2019-01-01", 9, "[an act].since", "is an unknown key"),
        ('name = "an act"\n', "", 7, "[1]", "lacks name"),
        ('"an act"', '"a page"', 7, "[a page]", "occurs twice"),
        ("from = 2019-01-01", "until = 2019-01-01", 7, "[an act]", "Last day (valid_to): "),
        ("from = 2019-01-01", 'from = "2019"', 9, "[an act].from", "'2019' is not a date"),
    ],
)
def test_a_fault_in_a_publication_is_named(old, new, line, entry, reason):
    assert PUBLICATIONS.count(old) == 1
    with pytest.raises(InvalidData) as caught:
        read_publications(PUBLICATIONS.replace(old, new), "p.toml")
    assert str(caught.value).startswith(f"p.toml:{line}: publication{entry}: {reason}")


def one_figure(source, evidence="published", until=""):
    text = GOOD[: GOOD.index("  [[series.figure]]")]
    return (
        f'{text}[[series.figure]]\nfrom = 2018-03-01\n{until}\nvalue = "1"\n'
        f'evidence = "{evidence}"\nsource = {source}\n'
    )


@pytest.mark.parametrize(
    ("source", "evidence", "until"),
    [
        ('"a page"', "published", "until = 2018-12-31"),
        ('["a page", "an act"]', "published", ""),
        ('["an act", "a page"]', "published", "until = 2020-12-31"),
        ('"a letter"', "derived", ""),
        ('"an act"', "chapter", "until = 2018-12-31"),
    ],
)
def test_a_figure_names_what_it_was_read_in(source, evidence, until):
    [parameter] = read_parameters(one_figure(source, evidence, until), "a.toml", READ)
    [figure] = parameter.figures
    names = figure.source.read_in.split("; ")
    assert all(f'"{name}"' in source for name in names)
    assert tuple(READ[name] for name in names) == figure.source.publications
    assert figure.source.former == parameter.source.former


def test_a_file_of_its_own_may_name_any_source():
    [parameter] = read_parameters(one_figure('["a page", "a friend"]'), "a.toml")
    [figure] = parameter.figures
    assert ("a page; a friend", ()) == (figure.source.read_in, figure.source.publications)


@pytest.mark.parametrize(
    ("source", "until", "reason"),
    [
        ('"a page"', "", "is not published: none of its sources covers the time until"),
        ('"an act"', "", "is not published: none of its sources covers 2018-03-01"),
        ('"a page"', "until = 2019-01-01", "none of its sources covers 2019-01-01"),
        ('["a page", "a letter"]', "", "none of its sources covers the time until"),
        ('"a letter"', "until = 2018-12-31", "none of its sources covers 2018-03-01"),
        ('"a friend"', "", "'a friend' is not in publications.toml"),
        ('["a page", "a friend"]', "", "'a friend' is not in publications.toml"),
        ("[]", "", "is not a list, or is empty"),
    ],
)
def test_what_no_source_can_have_printed_is_not_published(source, until, reason):
    with pytest.raises(InvalidData) as caught:
        read_parameters(one_figure(source, until=until), "a.toml", READ)
    assert "series[a.figure].figure[2018-03-01].source" in caught.value.entry
    assert reason in str(caught.value)


@pytest.mark.parametrize("figures", ["[]", "1"])
def test_a_series_holds_figures(figures):
    text = GOOD[: GOOD.index("  [[series.figure]]")] + f"figure = {figures}\n"
    with pytest.raises(InvalidData) as caught:
        read(text)
    assert f"a.toml:13: {A}.figure: is not a list, or is empty" == str(caught.value)


@pytest.mark.parametrize("laws", ["[]", "1"])
def test_former_laws_are_a_list(laws):
    start, end = GOOD.index("law_before"), GOOD.index("]\n", GOOD.index("law_before")) + 2
    with pytest.raises(InvalidData) as caught:
        read(f"{GOOD[:start]}law_before = {laws}\n{GOOD[end:]}")
    assert f"a.toml:7: {A}.law_before: is not a list, or is empty" == str(caught.value)


def test_a_name_stands_there_once():
    with pytest.raises(InvalidData) as caught:
        read(GOOD + GOOD)
    assert f"a.toml:{GOOD.count(chr(10)) + 2}: {A}: occurs twice" == str(caught.value)


@given(st.text() | st.text("[]{}=.\"',\n #seriesfigure0123456789-:", max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        found = read(text)
    except InvalidData:
        return
    assert [] == [parameter for parameter in found if not parameter.figures]


@given(st.integers(0, len(GOOD) - 1), st.characters(codec="utf-8"))
def test_a_slip_of_the_pen_is_read_or_refused(place, letter):
    try:
        [parameter] = read(GOOD[:place] + letter + GOOD[place + 1 :])
    except InvalidData:
        return
    assert 3 == len(parameter.figures)
