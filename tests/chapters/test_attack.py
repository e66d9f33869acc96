"""A diagnosis and a number of the civil register, in a case: no review or figure shows them."""

import pickle

import attrs
import pytest
from case_examples import event, opened

import socialkapitel as sk
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import Profile
from socialkapitel.cases.health import HealthNote, Identity, PrivateText

DIAGNOSIS = "kvalmfeber"
CPR = "070761-4285"
BOTH = f"{DIAGNOSIS}, {CPR}"
YEAR = sk.Period(sk.Month(2008, 1).first_day, sk.Month(2008, 12).last_day)


def case(number):
    given = {"by": Identity(CPR), "note": PrivateText(BOTH)}
    profile = Profile(area=DIAGNOSIS, sector=CPR, occupation=DIAGNOSIS, cause=events.Cause.MENTAL)
    return Case.replay(
        [
            opened("2008-10-01", number=number, person=Identity(CPR), profile=profile, **given),
            event(events.AbilityChanged, "2008-10-02", health=HealthNote(BOTH), **given),
            event(events.ConversationHeld, "2008-10-03", health=HealthNote(BOTH), **given),
            event(events.MeasureConsidered, "2008-10-03", reason=PrivateText(BOTH), **given),
            event(events.ConsultantEngaged, "2008-10-04", **given),
            event(events.SchemeStarted, "2008-10-05", scheme="aids", terms=None, **given),
        ]
    )


CASES = [case(number) for number in range(1, 8)]
REVIEW = sk.review(CASES[0], "region-midtjylland-2008", on=YEAR.end, early_action_days=0)
REPORTS = [
    sk.case_statistics(CASES, YEAR),
    sk.case_statistics(CASES, YEAR, min_cell=1),
    sk.annual_review(CASES, YEAR, chapter="region-midtjylland-2008"),
]


def clean(*texts):
    for text in map(str, texts):
        assert text
        assert [] == [one for one in (DIAGNOSIS, CPR, CPR.replace("-", "")) if one in text]


@pytest.mark.parametrize("thing", [REVIEW, *REPORTS], ids=["review", "statistics", "all", "annual"])
def test_reviews_and_figures_show_nothing(thing):
    clean(repr(thing), str(thing), attrs.asdict(thing, recurse=False), pickle.dumps(thing))


def test_explanations_and_reports_show_nothing():
    explanation = REVIEW.explanation
    for language in ("en", "da"):
        clean(explanation.render(language), explanation.html(language))
        for report in REPORTS:
            clean(report.render(language), report.html(language))
    clean(explanation.document(), *(report.document() for report in REPORTS))


@pytest.mark.parametrize("text", [DIAGNOSIS, CPR])
def test_a_text_in_the_wrong_place_is_refused_and_not_shown(text):
    for call in (
        lambda: sk.case_statistics([text], YEAR),
        lambda: sk.annual_review([text], YEAR),
        lambda: sk.review(text, "region-midtjylland-2008", on=YEAR.end),
        lambda: Profile(birth_year=text),
        lambda: Profile(area=f"{text} "),
    ):
        with pytest.raises(sk.SocialkapitelError) as caught:
            call()
        clean(str(caught.value), repr(caught.value), caught.value.args)
