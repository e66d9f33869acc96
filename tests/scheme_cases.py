"""Facts for tests: for each scheme some that fulfil it, and for each condition some that fail it.

Written by hand from the two documents and the law's rules, not read out of the schemes.
"""

from datetime import date, timedelta
from typing import Any

from socialkapitel.schemes import Benefit, Facts, MeasureState, Scheme, SocialPension, Terms

TRIED, RULED_OUT, OPEN = MeasureState.TRIED, MeasureState.RULED_OUT, MeasureState.OPEN

PARTIAL = {
    "employed_here": True,
    "partly_fit_for_work": True,
    "absence_temporary": True,
    "weekly_absence_hours": "4",
}
PARTIAL_FAILING = {
    "employed": {"employed_here": False},
    "partly-fit": {"partly_fit_for_work": False},
    "temporary": {"absence_temporary": False},
    "hours": {"weekly_absence_hours": "3.99"},
}
NEW_PARTIAL_FAILING = {
    "employed": {"employed_here": False},
    "partly-fit": {"partly_fit_for_work": False},
    "temporary": {"absence_temporary": False},
    "hours-or-new-flexjob": {"weekly_absence_hours": "3.99", "terms": Terms.FLEXJOB},
}
SUPPORT_TRIED = {"rehabilitation": TRIED, "aids": RULED_OUT, "personal-assistance": TRIED}
OWN_TRIED = {
    "adjustment": TRIED,
    "relocation": RULED_OUT,
    "retraining": RULED_OUT,
    "special-terms": TRIED,
}
FLEXJOB = {
    "born_on": date(1960, 5, 1),
    "limitation_permanent": True,
    "limitation_substantial": True,
    "ordinary_terms_possible": False,
    "social_pension": SocialPension.NONE,
    "employed_here": True,
    "measures": {**SUPPORT_TRIED, **OWN_TRIED},
}
FLEXJOB_FAILING = {
    "age": {"born_on": date(1940, 1, 1)},
    "permanent": {"limitation_permanent": False},
    "substantial": {"limitation_substantial": False},
    "not-ordinary": {"ordinary_terms_possible": True},
    "no-pension": {"social_pension": SocialPension.DISABILITY},
    "rehabilitation": {"measures": {**SUPPORT_TRIED, **OWN_TRIED, "rehabilitation": OPEN}},
    "support": {"measures": {**SUPPORT_TRIED, **OWN_TRIED, "aids": OPEN}},
    "own-options": {"measures": {**SUPPORT_TRIED, **OWN_TRIED, "special-terms": OPEN}},
}
NEWLY_QUALIFIED = {
    "has_disability": True,
    "qualifying_education_completed": True,
    "years_since_education": 2,
    "lacks_experience_in_field": True,
    "employed_here": False,
    "net_expansion": True,
}
NEWLY_QUALIFIED_FAILING = {
    "disability": {"has_disability": False},
    "education": {"qualifying_education_completed": False},
    "within-two-years": {"years_since_education": 3},
    "no-experience": {"lacks_experience_in_field": False},
    "from-outside": {"employed_here": True},
    "net-expansion": {"net_expansion": False},
}
NEW_FLEXJOB = {
    "reached_pension_age": False,
    "limitation_permanent": True,
    "limitation_substantial": True,
    "ordinary_terms_possible": False,
    "social_pension": SocialPension.NONE,
    "attempts_pointless": False,
    "employed_here": True,
    "months_on_special_terms": 12,
    "exempt_from_special_terms": False,
    "measures": {**SUPPORT_TRIED, **OWN_TRIED},
}
WITHOUT_REHABILITATION = {
    name: state
    for name, state in {**SUPPORT_TRIED, **OWN_TRIED}.items()
    if name != "rehabilitation"
}
NEW_FLEXJOB_FAILING = {
    "start": {"job_begins_on": date(2012, 12, 31)},
    "below-pension-age": {"reached_pension_age": True},
    "attempts": {"measures": {**SUPPORT_TRIED, **OWN_TRIED, "relocation": OPEN}},
    "permanent": {"limitation_permanent": False},
    "substantial": {"limitation_substantial": False},
    "not-ordinary": {"ordinary_terms_possible": True},
    "no-pension": {"social_pension": SocialPension.OLD_AGE},
}
REHABILITATION = {
    "ability_reduced": True,
    "approved_for_rehabilitation": True,
    "needs_training": True,
}
REHABILITATION_FAILING = {
    "ability": {"ability_reduced": False},
    "approved": {"approved_for_rehabilitation": False},
    "training": {"needs_training": False},
}

Known = dict[str, Any]
CASES: list[tuple[str, date, Known, dict[str, Known]]] = [
    (
        "adjustment",
        date(2008, 9, 1),
        {"employed_here": True, "needs_consideration": True},
        {"employed": {"employed_here": False}, "need": {"needs_consideration": False}},
    ),
    (
        "relocation",
        date(2008, 9, 1),
        {"employed_here": True, "ability_reduced": True, "other_suitable_work": True},
        {
            "employed": {"employed_here": False},
            "ability": {"ability_reduced": False},
            "other-work": {"other_suitable_work": False},
        },
    ),
    (
        "retraining",
        date(2008, 9, 1),
        {"employed_here": True, "ability_reduced": True, "retraining_would_qualify": True},
        {
            "employed": {"employed_here": False},
            "ability": {"ability_reduced": False},
            "would-qualify": {"retraining_would_qualify": False},
        },
    ),
    (
        "work-trial",
        date(2008, 9, 1),
        {"ability_unclear": True},
        {"unclear": {"ability_unclear": False}},
    ),
    (
        "section-56",
        date(2005, 6, 1),
        {
            "employed_here": True,
            "lasting_absence_risk": True,
            "expected_absence_days": 10,
            "fixed_shorter_hours_wanted": False,
            "renews_section_56": False,
        },
        {
            "employed": {"employed_here": False},
            "ground": {
                "expected_absence_days": 9,
                "treatment_decided_when_hired": False,
                "employer_period_paid_within_year": False,
            },
            "not-shorter-hours": {"fixed_shorter_hours_wanted": True},
            "renewal": {
                "renews_section_56": True,
                "absence_days_last_year": 9,
                "conditions_changed_materially": False,
            },
        },
    ),
    (
        "section-56",
        date(2008, 9, 1),
        {
            "employed_here": True,
            "meets_employment_requirement": True,
            "lasting_absence_risk": True,
            "expected_absence_days": 10,
            "fixed_shorter_hours_wanted": False,
            "renews_section_56": False,
        },
        {
            "employed": {"employed_here": False},
            "ground": {
                "expected_absence_days": 9,
                "treatment_decided_when_hired": False,
                "employer_period_paid_within_year": False,
            },
            "employment-requirement": {"meets_employment_requirement": False},
            "not-shorter-hours": {"fixed_shorter_hours_wanted": True},
            "renewal": {
                "renews_section_56": True,
                "absence_days_last_year": 9,
                "conditions_changed_materially": False,
            },
        },
    ),
    (
        "partial-sick-leave",
        date(2005, 6, 1),
        {**PARTIAL, "fully_on_sick_leave": False},
        {**PARTIAL_FAILING, "at-work": {"fully_on_sick_leave": True}},
    ),
    (
        "partial-sick-leave",
        date(2013, 1, 1),
        {**PARTIAL, "fully_on_sick_leave": False},
        {**NEW_PARTIAL_FAILING, "at-work": {"fully_on_sick_leave": True}},
    ),
    (
        "partial-return",
        date(2012, 12, 31),
        {**PARTIAL, "fully_on_sick_leave": True},
        {**PARTIAL_FAILING, "on-sick-leave": {"fully_on_sick_leave": False}},
    ),
    (
        "partial-return",
        date(2026, 6, 1),
        {**PARTIAL, "fully_on_sick_leave": True},
        {**NEW_PARTIAL_FAILING, "on-sick-leave": {"fully_on_sick_leave": False}},
    ),
    (
        "aids",
        date(2008, 9, 1),
        {
            "ability_reduced": True,
            "needs_special_tools": True,
            "tools_usual_here": False,
            "tools_decisive": True,
        },
        {
            "ability": {"ability_reduced": False},
            "need": {"needs_special_tools": False},
            "not-usual": {"tools_usual_here": True},
            "decisive": {"tools_decisive": False},
        },
    ),
    (
        "personal-assistance",
        date(2008, 9, 1),
        {
            "limitation_permanent": True,
            "can_do_main_tasks": True,
            "needs_help_with_tasks": True,
            "terms": Terms.FLEXJOB,
        },
        {
            "permanent": {"limitation_permanent": False},
            "main-tasks": {"can_do_main_tasks": False},
            "help": {"needs_help_with_tasks": False},
            "job": {"terms": Terms.NO_JOB, "in_further_education": False},
        },
    ),
    (
        "mentor",
        date(2008, 9, 1),
        {"mentor_decisive": True, "mentoring_usual_here": False},
        {
            "decisive": {"mentor_decisive": False},
            "beyond-usual": {"mentoring_usual_here": True},
        },
    ),
    (
        "adult-education",
        date(2026, 6, 1),
        {
            "admitted_to_approved_education": True,
            "born_on": date(2001, 6, 1),
            "reached_pension_age": False,
            "weeks_employed_here": 26,
            "leave_for_education_agreed": True,
            "benefit": Benefit.NONE,
        },
        {
            "admitted": {"admitted_to_approved_education": False},
            "age": {"born_on": date(2001, 6, 2)},
            "below-pension-age": {"reached_pension_age": True},
            "employment": {"weeks_employed_here": 25},
            "leave": {"leave_for_education_agreed": False},
            "no-other-support": {"benefit": Benefit.CASH},
        },
    ),
    (
        "special-terms",
        date(2003, 7, 1),
        {"employed_here": True, "ordinary_terms_possible": False, "union_agrees_on_terms": True},
        {
            "employed": {"employed_here": False},
            "not-ordinary": {"ordinary_terms_possible": True},
            "agreement": {"union_agrees_on_terms": False},
        },
    ),
    ("flexjob", date(2007, 12, 31), FLEXJOB, FLEXJOB_FAILING),
    (
        "flexjob",
        date(2008, 1, 1),
        {**FLEXJOB, "limitation_per_cent": 50},
        {**FLEXJOB_FAILING, "half": {"limitation_per_cent": 49}},
    ),
    (
        "flexjob",
        date(2012, 12, 10),
        {**FLEXJOB, "limitation_per_cent": 50, "job_begins_on": date(2012, 12, 31)},
        {
            **FLEXJOB_FAILING,
            "half": {"limitation_per_cent": 49},
            "start": {"job_begins_on": date(2013, 2, 1)},
        },
    ),
    (
        "flexjob-since-2013",
        date(2013, 1, 1),
        NEW_FLEXJOB,
        {**NEW_FLEXJOB_FAILING, "twelve-months": {"months_on_special_terms": 11}},
    ),
    (
        "flexjob-since-2013",
        date(2020, 1, 1),
        {**NEW_FLEXJOB, "years_to_pension_age": 7},
        {**NEW_FLEXJOB_FAILING, "twelve-months-since-2020": {"months_on_special_terms": 11}},
    ),
    (
        "flexjob-since-2013",
        date(2026, 2, 1),
        {**NEW_FLEXJOB, "years_to_pension_age": 7, "measures": WITHOUT_REHABILITATION},
        {
            **{name: known for name, known in NEW_FLEXJOB_FAILING.items() if name != "attempts"},
            "attempts-since-2026": {"measures": {**WITHOUT_REHABILITATION, "relocation": OPEN}},
            "twelve-months-since-2020": {"months_on_special_terms": 11},
        },
    ),
    (
        "rehabilitation",
        date(2008, 9, 1),
        {**REHABILITATION, "usual_training_age": False},
        {**REHABILITATION_FAILING, "no-apprentice": {"usual_training_age": True}},
    ),
    (
        "apprentice-rehabilitation",
        date(2008, 9, 1),
        {**REHABILITATION, "usual_training_age": True},
        {**REHABILITATION_FAILING, "apprentice": {"usual_training_age": False}},
    ),
    (
        "disability-pension-job",
        date(2008, 9, 1),
        {"social_pension": SocialPension.DISABILITY, "wishes_to_work": True},
        {
            "pension": {"social_pension": SocialPension.NONE},
            "wish": {"wishes_to_work": False},
        },
    ),
    (
        "disability-pension-job",
        date(2013, 1, 1),
        {
            "social_pension": SocialPension.DISABILITY,
            "wishes_to_work": True,
            "subsidised_place_free": True,
        },
        {
            "pension": {"social_pension": SocialPension.NONE},
            "wish": {"wishes_to_work": False},
            "quota": {"subsidised_place_free": False},
        },
    ),
    (
        "disability-pension-job",
        date(2019, 1, 1),
        {
            "social_pension": SocialPension.DISABILITY,
            "wishes_to_work": True,
            "net_expansion": True,
            "subsidised_place_free": True,
        },
        {
            "pension": {"social_pension": SocialPension.NONE},
            "wish": {"wishes_to_work": False},
            "net-expansion": {"net_expansion": False},
            "quota": {"subsidised_place_free": False},
        },
    ),
    (
        "newly-qualified",
        date(2018, 1, 1),
        NEWLY_QUALIFIED,
        NEWLY_QUALIFIED_FAILING,
    ),
    ("newly-qualified", date(2026, 2, 1), NEWLY_QUALIFIED, NEWLY_QUALIFIED_FAILING),
    (
        "wage-subsidy-unemployed",
        date(2012, 12, 31),
        {"benefit": Benefit.UNEMPLOYMENT, "employed_here": False, "net_expansion": True},
        {
            "benefit": {"benefit": Benefit.CASH},
            "from-outside": {"employed_here": True},
            "net-expansion": {"net_expansion": False},
        },
    ),
    (
        "wage-subsidy-unemployed",
        date(2013, 1, 1),
        {
            "benefit": Benefit.UNEMPLOYMENT,
            "employed_here": False,
            "net_expansion": True,
            "subsidised_place_free": True,
        },
        {
            "benefit": {"benefit": Benefit.CASH},
            "from-outside": {"employed_here": True},
            "net-expansion": {"net_expansion": False},
            "quota": {"subsidised_place_free": False},
        },
    ),
    (
        "work-placement",
        date(2008, 9, 1),
        {"benefit": Benefit.INTRODUCTION, "ability_unclear": True},
        {
            "benefit": {"benefit": Benefit.UNEMPLOYMENT},
            "unclear": {"ability_unclear": False},
        },
    ),
    (
        "work-placement",
        date(2019, 12, 31),
        {"benefit": Benefit.SICKNESS, "ability_unclear": True, "subsidised_place_free": True},
        {
            "benefit": {"benefit": Benefit.UNEMPLOYMENT},
            "unclear": {"ability_unclear": False},
            "quota": {"subsidised_place_free": False},
        },
    ),
    (
        "work-placement",
        date(2020, 1, 1),
        {
            "benefit": Benefit.NONE,
            "fully_on_sick_leave": True,
            "ability_unclear": True,
            "subsidised_place_free": True,
        },
        {
            "benefit-or-sick-leave": {
                "benefit": Benefit.UNEMPLOYMENT,
                "fully_on_sick_leave": False,
            },
            "unclear": {"ability_unclear": False},
            "quota": {"subsidised_place_free": False},
        },
    ),
]


def case_id(case: tuple[str, date, Known, dict[str, Known]]) -> str:
    """A test's name."""
    return f"{case[0]}-{case[1]}"


def without(known: Known, names: tuple[str, ...]) -> Facts:
    """The facts without some of them."""
    measures = {
        scheme: state
        for scheme, state in known.get("measures", {}).items()
        if f"measures.{scheme}" not in names
    }
    kept = {name: value for name, value in known.items() if name not in names}
    return Facts(**{**kept, "measures": measures})


def days(scheme: Scheme) -> list[date]:
    """The days of a scheme at which something may change, and one of today's law."""
    dated = (
        scheme,
        *scheme.conditions,
        *scheme.for_employer,
        *scheme.for_employee,
        *scheme.authorities,
        *scheme.documents,
        *scheme.follow_up,
        *scheme.limits,
    )
    found = {date(2008, 9, 1), date(2026, 6, 1)}
    for one in dated:
        if one.valid_from is not None:
            found.update({one.valid_from, one.valid_from - timedelta(days=1)})
        if one.valid_to is not None:
            found.update({one.valid_to, one.valid_to + timedelta(days=1)})
    return sorted(day for day in found if scheme.in_force(day))
