"""Texts as people get them: whole in both languages, whatever the values, nothing left over."""

import re
from datetime import date
from functools import cache

import pytest
from case_examples import event
from test_danish import OF_THE_OTHER, QUOTED, one_of, spoken
from texts import messages

import socialkapitel as sk
from socialkapitel.cases import events
from socialkapitel.chapters import CHAPTERS
from socialkapitel.explanation import Outcome
from socialkapitel.i18n import LANGUAGES
from socialkapitel.messages import NOTHING, Label, Message
from socialkapitel.schemes import SCHEMES, Facts, MeasureState

LONG = Label(en="Long name of something " * 20, da="Langt navn på noget " * 20)
VALUES = {
    "0": 0,
    "1": 1,
    "many": 1_234_567,
    "a day": date(2024, 2, 29),
    "a name": Label(en="Employee", da="Medarbejder"),
    "a long name": LONG,
    "nothing": NOTHING,
    "braces": "{x} %s",
}
OUT_OF_PLACE = re.compile(r"(?<!kr)\.:|:\s*:|[^\s|]  \S|\s[,;.](?=\s|$)|,,|;;|\{\w*\}")
"""Signs that stand where two texts were put together badly."""

FIELDS = re.compile(r"\{(\w+)\}")


def test_every_message_has_its_danish():
    assert len(messages()) > 800
    assert [] == [text.en for text in messages() if not text.da.strip()]


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_whole_with_every_value(language, value):
    shown = sk.translate(Message("{number}", (("number", value),)), language)
    faults = []
    for text in messages():
        fields = FIELDS.findall(text.en)
        said = sk.translate(Message(text.en, tuple((name, value) for name in fields)), language)
        if said.count(shown) < len(set(fields)) or OUT_OF_PLACE.search(said.replace(shown, "_")):
            faults.append((text.where, said))
    assert [] == faults


# --- whole reviews, assessments and options -------------------------------------------------------

DONE = dict.fromkeys([one.id for one in SCHEMES], MeasureState.TRIED)
KNOWN = {
    "nothing known": Facts(),
    "one thing known": Facts(employed_here=True),
    "much known": Facts(
        employed_here=True,
        ability_reduced=True,
        born_on=date(1960, 1, 1),
        limitation_per_cent=1,
        weekly_absence_hours=1,
        expected_absence_days=0,
        measures=DONE,
    ),
}
DAYS = (date(2006, 3, 1), date(2009, 3, 2), date(2024, 3, 1))


def told(known, day):
    """Everything that is told of the options on a day."""
    for option in sk.options(known, on=day):
        assessment = option.assessment
        yield option.reason
        yield from (found.because for found in assessment.findings)
        yield from (one.label for one in assessment.consequences_for_employer)
        yield from (one.label for one in assessment.consequences_for_employee)
        yield from (one.label for one in assessment.documents + assessment.follow_up)
        yield assessment.explanation


def rendered(text, language):
    return (
        text.render(language) if isinstance(text, sk.Explanation) else sk.translate(text, language)
    )


def unfit(said, language):
    """What is wrong with a text: signs out of place, and words of the other language."""
    lines = [line for line in said.splitlines() if not SOURCES.search(line)]
    plain = one_of(QUOTED[language]).sub("_", spoken("\n".join(lines)))
    words = one_of(OF_THE_OTHER[language]).findall(plain)
    return [*OUT_OF_PLACE.findall(re.sub(r"(?m)^ +", "", said)), *words]


SOURCES = re.compile(r"§|\.dk|Bilag|Kommune|Kapitel|lov om|Region Midtjylland")
"""Sources are cited as they are called."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("known", KNOWN.values(), ids=KNOWN)
def test_options_read_well(known, day, language):
    said = {rendered(text, language) for text in told(known, day)}

    assert {} == {text: found for text in said if (found := unfit(text, language))}


CASES = {
    "nothing done": [],
    "much done": [
        event(events.ConcernRaised, "2008-11-03", role="employee"),
        event(events.ConversationHeld, "2008-11-04"),
        event(events.RoundTableHeld, "2008-12-01", participants=("employee", "hr")),
        event(events.SchemeStarted, "2008-12-08", scheme="aids", terms=None),
        event(events.ColleaguesInformed, "2008-12-09", informed_by=("nearest-manager",)),
        event(events.IllnessDisclosed, "2008-12-10"),
        event(events.FollowUpHeld, "2008-12-20"),
    ],
}
VERB = re.compile(
    r"\b(er|blev|har|kan|gælder|mangler|ændrede|begyndte|sluttede|var|finder|får|drøfter|drøftede"
    r"|informerer|matcher|følges|udvikles|vurderes|indsluses|beskæftiges|aftales|uddannes|varer)\b"
)
WITHOUT_NOUN = re.compile(
    r"(den|det|de|dem) (er|kan|var|har|skal|blev|gælder)\b(?! ikke registreret)"
)
"""A pronoun that stands for something said elsewhere."""


REVIEWED_ON = date(2009, 1, 5)
REVIEWS = [
    f"{chapter.id}, {name}, {limit}"
    for chapter in CHAPTERS.values()
    if chapter.in_force(REVIEWED_ON)
    for name in CASES
    for limit in (None, 0, 1, 30)
]


@cache
def reviewed(name):
    """The review of a chapter, a case and the days for early action, as in `REVIEWS`."""
    chapter, done, limit = name.split(", ")
    case = sk.Case.replay([event(events.CaseOpened, "2008-11-03"), *CASES[done]])
    days = None if limit == "None" else int(limit)
    return sk.review(case, CHAPTERS[chapter], on=REVIEWED_ON, early_action_days=days)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", REVIEWS)
def test_reviews_read_well(name, language):
    review = reviewed(name)
    said = {review.explanation.render(language)}
    for found in review.findings:
        said |= {sk.translate(text, language) for text in (found.because, *found.would_fulfil)}

    assert {} == {text: wrong for text in said if (wrong := unfit(text, language))}


@pytest.mark.parametrize("name", REVIEWS)
def test_every_reason_of_a_review_is_a_sentence(name):
    reasons = {sk.translate(found.because, "da") for found in reviewed(name).findings}

    assert set() == {reason for reason in reasons if not VERB.search(reason)}
    assert set() == {reason for reason in reasons if WITHOUT_NOUN.match(reason)}


DEADLINES = re.compile(r"cases/.*(deadlines|deadline_rules)\.py")
OF_A_DEADLINE = re.compile(
    rf"{VERB.pattern}|\b(angives|anmeldes|anmodes|beregnes|bortfalder|fornyes|følger|holder|holdes|orienteres"
    r"|tæller|udbetales|udarbejdes|vides|ville)\b"
)


def test_every_reason_of_a_deadline_is_a_sentence():
    """Each clause has a verb and its noun: it can be quoted without the label of the deadline."""
    clauses = {
        clause
        for text in messages()
        if DEADLINES.fullmatch(text.where) and not text.en.startswith("fewer weeks")
        for clause in text.da.replace("{event}", "en aftale blev indgået").split("; ")
        if clause != "{because}"
    }

    assert len(clauses) > 30
    assert set() == {clause for clause in clauses if not OF_A_DEADLINE.search(clause)}
    assert set() == {clause for clause in clauses if WITHOUT_NOUN.match(clause)}


def test_a_day_is_not_days():
    [late] = [
        found
        for found in reviewed("region-midtjylland-2008, much done, 0").findings
        if found.id == "early-action/days"
    ]

    assert Outcome.NOT_FULFILLED is late.outcome
    assert "den første samtale blev holdt 1 dag efter det første tegn; grænsen er 0 dage" == (
        sk.translate(late.because, "da")
    )
