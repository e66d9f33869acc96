import pickle
from datetime import UTC, date, datetime
from decimal import Decimal

import attrs
import pytest

from socialkapitel import InvalidInput, UnknownName, WrongType
from socialkapitel.schemes import (
    FACT_LABELS,
    SCHEME_NAMES,
    Benefit,
    Facts,
    MeasureState,
    SocialPension,
    Terms,
    fact_label,
)

FLAGS = [field.name for field in attrs.fields(Facts) if field.type == "bool | None"]
WHOLES = [field.name for field in attrs.fields(Facts) if field.type == "int | None"]


def test_nothing_is_known_at_first():
    facts = Facts()
    assert {facts.value(name) for name in FACT_LABELS} == {None}
    assert {facts.value(f"measures.{scheme}") for scheme in SCHEME_NAMES} == {None}


def test_every_fact_has_a_name_in_both_languages():
    fields = {field.name for field in attrs.fields(Facts)}
    assert set(FACT_LABELS) == fields - {"measures"}
    assert all(label.en and label.da for label in FACT_LABELS.values())
    assert len({label.en for label in FACT_LABELS.values()}) == len(FACT_LABELS)


def test_no_fact_asks_of_what_kind_an_illness_is():
    words = ("diagnos", "kind of illness", "disease", "sygdommens art", "hvilken lidelse")
    texts = [f"{name} {label.en} {label.da}".lower() for name, label in FACT_LABELS.items()]
    assert [text for text in texts for word in words if word in text] == []


@pytest.mark.parametrize("kind", [MeasureState, Benefit, SocialPension, Terms])
def test_every_answer_has_words(kind):
    labels = [one.label for one in kind]
    assert len({label.en for label in labels}) == len({label.da for label in labels}) == len(kind)


@pytest.mark.parametrize("name", FLAGS)
@pytest.mark.parametrize("value", [True, False, None])
def test_a_yes_or_no_is_kept(name, value):
    assert Facts(**{name: value}).value(name) is value


@pytest.mark.parametrize("name", FLAGS)
@pytest.mark.parametrize("value", [0, 1, "yes", 1.0], ids=repr)
def test_what_merely_counts_as_yes_or_no_is_refused(name, value):
    with pytest.raises(WrongType) as caught:
        Facts(**{name: value})
    assert caught.value.field == name
    assert repr(value) in str(caught.value)
    assert "True for yes or False for no" in str(caught.value)


@pytest.mark.parametrize("name", WHOLES)
def test_whole_numbers_have_bounds(name):
    assert Facts(**{name: 0}).value(name) == 0
    with pytest.raises(InvalidInput) as caught:
        Facts(**{name: -1})
    most = int(str(caught.value).rsplit(" ", 1)[1])
    assert Facts(**{name: most}).value(name) == most
    with pytest.raises(InvalidInput) as caught:
        Facts(**{name: most + 1})
    assert caught.value.field == name


@pytest.mark.parametrize("name", WHOLES)
@pytest.mark.parametrize("value", [True, 1.0, "1", Decimal(1)], ids=repr)
def test_other_numbers_are_no_whole_numbers(name, value):
    with pytest.raises(WrongType) as caught:
        Facts(**{name: value})
    assert caught.value.field == name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("benefit", "cash"),
        ("benefit", Terms.FLEXJOB),
        ("social_pension", False),
        ("terms", Benefit.NONE),
        ("born_on", 19600501),
        ("born_on", datetime(1960, 5, 1, tzinfo=UTC)),
        ("weekly_absence_hours", 4.0),
        ("weekly_absence_hours", True),
    ],
)
def test_other_types_are_refused(name, value):
    with pytest.raises(WrongType) as caught:
        Facts(**{name: value})
    assert caught.value.field == name


@pytest.mark.parametrize("value", ["-1", "37.01", "4.005", "", "NaN"], ids=repr)
def test_hours_that_no_week_has_are_refused(value):
    with pytest.raises(InvalidInput) as caught:
        Facts(weekly_absence_hours=value)
    assert caught.value.field == "weekly_absence_hours"


@pytest.mark.parametrize("value", ["4", 4, Decimal("4.0")], ids=repr)
def test_hours_are_kept_exactly(value):
    assert str(Facts(weekly_absence_hours=value).weekly_absence_hours) == "4.00"


def test_a_day_of_birth_out_of_reason_is_refused():
    with pytest.raises(InvalidInput):
        Facts(born_on=date(1899, 12, 31))


def test_measures_are_kept_by_scheme():
    facts = Facts(measures={"relocation": MeasureState.OPEN, "aids": MeasureState.TRIED})
    assert facts.measures == (("aids", MeasureState.TRIED), ("relocation", MeasureState.OPEN))
    assert facts.value("measures.relocation") is MeasureState.OPEN
    assert facts.value("measures.retraining") is None


@pytest.mark.parametrize(
    "value", [None, 5, "aids", [1], {"aids": True}, [("aids", "tried")]], ids=repr
)
def test_measures_that_are_none_are_refused(value):
    with pytest.raises(WrongType) as caught:
        Facts(measures=value)
    assert caught.value.field.startswith("measures")


@pytest.mark.parametrize("scheme", ["hjælpemidler", 7])
def test_a_measure_that_is_no_scheme_is_refused(scheme):
    with pytest.raises(UnknownName):
        Facts(measures={scheme: MeasureState.TRIED})


@pytest.mark.parametrize(
    "name", ["employed", "measures", "measures.", "measures.x", None, 3], ids=repr
)
def test_a_name_that_is_no_fact_is_refused(name):
    with pytest.raises(UnknownName):
        Facts().value(name)


def test_facts_that_say_the_same_are_equal_and_survive_pickling_and_evolving():
    facts = Facts(
        employed_here=True, measures={"aids": MeasureState.TRIED}, born_on=date(1960, 1, 1)
    )
    again = Facts(born_on=date(1960, 1, 1), measures=facts.measures, employed_here=True)
    assert facts == again
    assert hash(facts) == hash(again)
    assert pickle.loads(pickle.dumps(facts)) == facts
    assert attrs.evolve(facts, employed_here=None).measures == facts.measures


def test_facts_do_not_change():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Facts().employed_here = True


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("employed_here", "Employed here"),
        ("measures.section-56", "Status of section 56 agreement"),
    ],
)
def test_a_fact_has_words(name, expected):
    assert str(fact_label(name)) == expected
