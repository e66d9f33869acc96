"""How a newer version of the library reads documents of an older one, step by step.

A type's documents begin at version 1. A change in how a type is written (its fields, or those of a
type within it) needs a step of its tag in `UPGRADES`, and a stored example of the version before,
which must stay readable. A step takes a document's data to the next version; it is made of
the functions here, which skip missing parts, so that faults are reported where all other faults
are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from socialkapitel.chapters.former import FORMER_PROOFS
from socialkapitel.schemes import SCHEME_NAMES, scheme
from socialkapitel.wire.texts import Wording

Upgrade: TypeAlias = Callable[[object], object]
"""A step from one version to the next: takes and returns a document's data."""


def renamed(old: str, new: str) -> Upgrade:
    """A key has another name.

    >>> renamed("pay", "starting_pay")({"pay": "114.12", "hours": "37.00"})
    {'starting_pay': '114.12', 'hours': '37.00'}
    """

    def step(data: object) -> object:
        if not isinstance(data, dict) or old not in data or new in data:
            return data
        return {new if key == old else key: value for key, value in data.items()}

    return step


def added(key: str, value: object) -> Upgrade:
    """A key is new; in older documents it would have had this value.

    >>> added("atp_class", None)({"share": "2/3"})
    {'share': '2/3', 'atp_class': None}
    """

    def step(data: object) -> object:
        return {**data, key: value} if isinstance(data, dict) and key not in data else data

    return step


def inside(key: str, *steps: Upgrade) -> Upgrade:
    """A part has changed: the value of a key, or each item of the list that is its value.

    >>> inside("jobs", renamed("pay", "starting_pay"))({"jobs": [{"pay": "1"}, {"pay": "2"}]})
    {'jobs': [{'starting_pay': '1'}, {'starting_pay': '2'}]}
    """

    def step(data: object) -> object:
        if not isinstance(data, dict) or key not in data:
            return data
        part = data[key]
        if isinstance(part, list):
            return {**data, key: [after(each, steps) for each in part]}
        return {**data, key: after(part, steps)}

    return step


def of_type(tag: str, *steps: Upgrade) -> Upgrade:
    """One of several possible types has changed: that of a tag.

    >>> of_type("wage-subsidy", added("reduction", "0.00"))({"type": "sickness-month"})
    {'type': 'sickness-month'}
    """

    def step(data: object) -> object:
        return after(data, steps) if isinstance(data, dict) and data.get("type") == tag else data

    return step


def at_once(*steps: Upgrade) -> Upgrade:
    """Several changes that came with one version.

    >>> at_once(renamed("pay", "wage"), added("hours", None))({"pay": "114.12"})
    {'wage': '114.12', 'hours': None}
    """
    return lambda data: after(data, steps)


def after(data: object, steps: tuple[Upgrade, ...]) -> object:
    """A document's data after several steps."""
    for step in steps:
        data = step(data)
    return data


def _as_patterns(data: object) -> object:
    """A criterion names kinds of events that only chapters had: replace them by patterns."""
    if not isinstance(data, dict):
        return data
    changed = dict(data)
    for key in ("proven_by", "broken_by"):
        words = data.get(key)
        if isinstance(words, list) and all(isinstance(word, str) for word in words):
            changed[key] = [proof for word in words for proof in FORMER_PROOFS.get(word, [word])]
    return changed


_CRITERION = at_once(
    _as_patterns,
    added("after", None),
    added("within_days", None),
    added("least_intervention", value=False),
)
_PRINCIPLE = inside("criteria", _CRITERION)
_PAIR = at_once(inside("a", _PRINCIPLE), inside("b", _PRINCIPLE))


def _chapter(data: object) -> object:
    """A chapter with its items, what it describes, and all that it builds on."""
    return at_once(
        inside("own_items", _PRINCIPLE),
        *(added(f"own_{what}", []) for what in ("duties", "criteria", "services", "areas")),
        inside("parent", _chapter),
    )(data)


def _basis_with_contributions(data: object) -> object:
    """A flexjob refund whose share was calculated on ATP and other contributions besides the basis.

    >>> _basis_with_contributions({"basis": "100.00", "atp": "2.00", "other_contributions": "0.50"})
    {'basis': '102.50', 'atp': '2.00', 'other_contributions': '0.50', 'pay': '100.00'}
    """
    if not isinstance(data, dict) or "pay" in data:
        return data
    parts = [data.get(name) for name in ("basis", "atp", "other_contributions")]
    try:
        basis = sum(map(Decimal, map(str, parts)), Decimal(0))
    except ArithmeticError:  # a fault that is reported where all others are
        return data
    return {**data, "basis": str(basis), "pay": data["basis"]}


_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        start=1,
    )
}


def _whole_month(data: object) -> object:
    """A month of a sickness refund that said neither which month it is nor what it is made of.

    The month is in the title of its explanation. What an employee got was not recorded.
    """
    if not isinstance(data, dict) or "month" in data:
        return data
    try:
        title = data["explanation"]["title"]
        english = title.label.en if isinstance(title, Wording) else title["en"]
        *_, month, year = english.split()
        number = _MONTHS[month]
        days = [day for day, _ in data["by_day"]]
        amounts = {name: data[name] for name in ("amount", "supplement")}
        to_employer = data["paid_to"] == "employer"
    except (KeyError, TypeError, ValueError, AttributeError):
        return data  # a fault that is reported where all others are
    line = {"first_day": days[0], "last_day": days[-1], **amounts} if days else None
    return {
        **data,
        "month": f"{year}-{number:02}",
        "lines": [{**line, "hours": None, "rate": None}] if line else [],
        "refundable_hours": None,
        "benefit": data["amount"] if to_employer else None,
        "employer_benefit": "0.00",
        "open_weeks": [],
    }


def _naming(data: object) -> object:
    """A scheme that did not say whether its name reveals health: as in the catalogue.

    >>> _naming({"id": "mentor"})["naming"]
    'open'
    """
    name = data.get("id") if isinstance(data, dict) else None
    if not isinstance(name, str) or name not in SCHEME_NAMES:
        return data
    known = scheme(name)
    because = {"da": known.naming_because.da, "en": known.naming_because.en}
    return at_once(added("naming", known.naming.value), added("naming_because", because))(data)


def _with_job(data: object) -> object:
    """A month of work in a flexjob since 2013 that had the full-time pay, and no job.

    >>> _with_job({"pay": "9000.00", "full_time_pay": "26000.00"})["job"]["full_time_pay"]
    '26000.00'
    """
    if not isinstance(data, dict) or "full_time_pay" not in data or "job" in data:
        return data
    kept = {key: value for key, value in data.items() if key != "full_time_pay"}
    job = {"started_on": None, "ended_on": None, "full_time_pay": data["full_time_pay"]}
    return {**kept, "job": job, "deciding_pay": None, "absence": None}


_FLEXJOB_REFUND = at_once(
    _basis_with_contributions, added("period", None), added("paid_hours", None), added("parts", [])
)
_NOT_REDUCED = added("reduction", "0.00")
_RESULT = inside(
    "result",
    of_type("wage-subsidy", _NOT_REDUCED),
    of_type("flexjob-refund", _FLEXJOB_REFUND),
)
_MONTH_RESULT = inside("result", of_type("sickness-month", _whole_month))
_FLEXJOB = at_once(added("started_on", None), added("ended_on", None), added("changes", []))
_GRANT = at_once(added("granted_on", None), added("started_on", None))

_ILLNESS = added("illness", None)
_WORK_BEFORE = at_once(
    *(added(fact, None) for fact in ("full_time_hours", "hours_in_8_weeks", "at_work_last"))
)

_ABSENCE = at_once(
    added("days", []),
    *(added(fact, None) for fact in ("hours_in_other_jobs", "full_time_hours", "employment")),
)
_SCHEDULE = at_once(added("schedule", None), added("pay_changes", []))
# What the employer owes where there is no right to pay was not counted.
_NOTHING_OWED = added("employer_benefit", "0.00")
_SICKNESS_WEEK = at_once(_NOTHING_OWED, added("employer_period_days", []))


def with_heading(document: object) -> object:
    """A document, completed where only its plain data is given.

    `Explanation.document` and `Report.document` return data that names its own schema.

    >>> with_heading({"schema": "socialkapitel.explanation/1", "title": "Refund"})["schema"]
    'socialkapitel/explanation/1'
    """
    if not isinstance(document, dict) or "data" in document:
        return document
    heading = document.get("schema")
    form = _PLAIN.fullmatch(heading) if isinstance(heading, str) else None
    if form is None:
        return document
    tag = form["report"] or form["plain"]
    if tag == "explanation":
        return {"schema": f"socialkapitel/explanation/{form['version']}", "data": document}
    data = {key: value for key, value in document.items() if key != "schema"}
    if form["plain"]:
        data = _plain_report(data)
    return {"schema": f"socialkapitel/{tag}/{form['version']}", "data": data}


_PLAIN = re.compile(
    r"socialkapitel(/(?P<report>report|case-statistics|annual-review)"
    r"|\.(?P<plain>explanation|report))/(?P<version>[0-9]{1,6})"
)
"""The schema of plain data: with a point where the types of reports were not distinguished."""


def _plain_report(data: Any) -> Any:
    """A report of version 1 of the plain data, which had two days and not the type of report."""
    if not isinstance(data, dict):
        return data
    told = {"type": "report", **data}
    told.pop("schema", None)
    period, parts = told.get("period"), told.get("parts")
    if isinstance(period, dict) and period.keys() == {"start", "end"}:
        told["period"] = f"{period['start']}/{period['end']}"
    if isinstance(parts, list):
        told["parts"] = [_plain_report(part) for part in parts]
    return told


_NOTES = {
    "flex-wage-supplement-left-out",
    "only-what-is-recorded",
    "scheme-limit",
    "supplement-atp-unknown",
}
"""The codes of version 1 that never concerned the result itself."""


def _caveat(data: object) -> object:
    """A caveat from before caveats said how much they matter and what they concern.

    >>> _caveat({"code": "overtime", "text": {}})
    {'code': 'overtime', 'text': {}, 'severity': 'money', 'concerns': []}
    """
    if not isinstance(data, dict):
        return data
    severity = "note" if str(data.get("code")) in _NOTES else "money"
    return {**data, "severity": severity, "concerns": [], **data}


def _explained(data: object) -> object:
    """The explanations within, wherever they are."""
    if type(data) is list:
        return [_explained(part) for part in data]
    if type(data) is not dict:
        return data
    if data.get("schema") == "socialkapitel.explanation/1":
        return inside("caveats", _caveat)({**data, "schema": "socialkapitel.explanation/2"})
    return {key: _explained(part) for key, part in data.items()}


_WITH_EXPLANATIONS = (
    "assessment",
    "assistance-allowance",
    "assistance-refund",
    "case-refund",
    "case-refunds",
    "employer-cost",
    "explanation",
    "flex-wage-supplement",
    "flexjob-refund",
    "net-expansion",
    "option",
    "review",
    "section-56-terms",
    "sickness-month",
    "sickness-refund",
    "subsidised-hours",
    "subsidised-places",
    "wage-subsidy",
)
"""Types that held explanations when these changed."""

_CHANGED: Mapping[str, tuple[Upgrade, ...]] = {
    "caveat": (_caveat,),
    "agreement-signed": (_ILLNESS,),
    # It is one of a case's refunds, so its documents say which of them it is.
    "assistance-refund": (at_once(added("type", "assistance-refund"), added("lines", [])),),
    "case": (
        inside("events", of_type("agreement-signed", _ILLNESS)),
        inside("events", of_type("sick-leave-started", _WORK_BEFORE)),
    ),
    "sick-leave-started": (_WORK_BEFORE,),
    "case-refund": (_RESULT, _MONTH_RESULT),
    "case-refunds": (inside("refunds", _RESULT), inside("refunds", _MONTH_RESULT)),
    "employer-cost": (at_once(_NOTHING_OWED, added("work_done", None)),),
    "scheme": (_naming,),
    "assessment": (inside("scheme", _naming),),
    "option": (inside("assessment", inside("scheme", _naming)),),
    "flex-wage-supplement": (
        at_once(added("atp", None), added("paid_out", None), added("lines", [])),
    ),
    "flexjob": (_FLEXJOB,),
    "flexjob-refund": (_FLEXJOB_REFUND,),
    "old-flexjob": (
        at_once(inside("job", _FLEXJOB), added("absence", None), added("paid_hours", None)),
    ),
    "new-flexjob": (_with_job,),
    "facts": (
        at_once(
            *(
                added(fact, None)
                for fact in (
                    "exempt_from_special_terms",
                    "has_disability",
                    "job_begins_on",
                    "lacks_experience_in_field",
                    "meets_employment_requirement",
                    "qualifying_education_completed",
                    "years_in_flexjobs",
                    "years_since_education",
                )
            )
        ),
    ),
    "section-56-agreement": (
        at_once(added("employer_paid_days", None), added("meets_employment_requirement", None)),
    ),
    "sick-leave": (inside("absence", _ABSENCE), inside("absence", _SCHEDULE)),
    "sickness-absence": (_ABSENCE, _SCHEDULE),
    "sickness-month": (_whole_month,),
    "sickness-refund": (
        at_once(_NOTHING_OWED, inside("weeks", _SICKNESS_WEEK)),
        added("open_weeks", []),
    ),
    "sickness-week": (_SICKNESS_WEEK,),
    "criterion": (_CRITERION,),
    "duty": (at_once(added("criterion", None), added("beforehand", value=False)),),
    "principle": (_PRINCIPLE,),
    "chapter": (_chapter,),
    "pair": (_PAIR,),
    "comparison": (
        at_once(
            *(inside(side, _chapter) for side in ("a", "b")),
            *(inside(only, _PRINCIPLE) for only in ("only_a", "only_b")),
            inside("both", _PAIR),
        ),
    ),
    "review": (inside("chapter", _chapter),),
    "subsidised-job": (_GRANT,),
    "subsidised-work": (inside("job", _GRANT),),
    "wage-subsidy": (_NOT_REDUCED,),
}


def _and_explained(steps: tuple[Upgrade, ...]) -> tuple[Upgrade, ...]:
    """The steps of a type whose explanations changed with its last version."""
    return (*steps[:-1], at_once(*steps[-1:], _explained))


UPGRADES: Mapping[str, tuple[Upgrade, ...]] = {
    **_CHANGED,
    **{tag: _and_explained(_CHANGED.get(tag, ())) for tag in _WITH_EXPLANATIONS},
}
"""The steps by tag: the first leads from version 1 to version 2. Other types are at version 1."""
