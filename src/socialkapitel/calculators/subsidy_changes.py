"""What may have been different where another subsidy, supplement or refund for help was paid."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from socialkapitel.calculators.changes import (
    LIKELY,
    RARE,
    Asked,
    Change,
    Reconcilable,
    roundings,
    setting,
    working_out,
)
from socialkapitel.calculators.subsidised_job import (
    FIXED_RATES,
    SPECIAL,
    SubsidisedJob,
    TargetGroup,
)
from socialkapitel.explanation import Rounding
from socialkapitel.glossary import choice_label
from socialkapitel.messages import msg
from socialkapitel.money import Kroner, decimal, oere

# --- wage subsidies ------------------------------------------------------------------------------

_RATES = ("wage_subsidy.rate", "wage_subsidy.newly_qualified")
_AMOUNT = "wage_subsidy.amount"
_DAY_REDUCTION = "wage_subsidy.day_reduction"


def _subsidy_changes(asked: Asked) -> Iterator[Change]:
    yield from _of_the_rate(asked, asked.given["job"])
    yield from _of_the_hours(asked)
    if asked.given["refunds"]:
        said = msg("The refunds of sickness benefit are not deducted")
        yield Change("wage_subsidy.no_reduction", said, _DAY_REDUCTION, setting(refunds={}), LIKELY)
        said = msg(
            "The whole refund of sickness benefit is deducted, also what exceeds a day's part"
        )
        make = working_out(_DAY_REDUCTION, "refund")
        yield Change("wage_subsidy.reduction_in_full", said, _DAY_REDUCTION, make, LIKELY)
        said = msg("Each day with a refund of sickness benefit cancels the day's whole subsidy")
        make = working_out(_DAY_REDUCTION, "part")
        yield Change("wage_subsidy.reduction_by_days", said, _DAY_REDUCTION, make, LIKELY)


WAGE_SUBSIDY = Reconcilable(changes=_subsidy_changes, amounts={"amount": (_AMOUNT,)})


def _job(**terms: object) -> Callable[[Asked], Asked]:
    """Makes a change of the job's terms."""

    def make(asked: Asked) -> Asked:
        return asked.with_given(job=attrs.evolve(asked.given["job"], **terms))

    return make


def _of_the_rate(asked: Asked, job: SubsidisedJob) -> Iterator[Change]:
    [step] = [step for step in asked.steps if step.rule in _RATES]
    names = [name for name, _ in step.operands]
    day = asked.given["month"].first_day
    if job.granted_rate is not None and job.target_group in FIXED_RATES:
        said = msg(
            "The usual rate is paid, not the granted one, {rate}", rate=Kroner(job.granted_rate)
        )
        yield Change("wage_subsidy.usual_rate", said, step.rule, _job(granted_rate=None), LIKELY)
    pension = job.target_group is TargetGroup.DISABILITY_PENSION
    if pension and job.granted_rate is None and asked.parameters[SPECIAL].covers(day):
        rate = asked.parameters[SPECIAL].on(day).value
        said = msg("The higher rate of special cases is paid, {rate}", rate=Kroner(rate))
        make = _job(granted_rate=rate)
        yield Change("wage_subsidy.special_rate", said, step.rule, make)
    for name, said in (
        ("cap", msg("The highest rate is not used")),
        ("pay", msg("The rate is not limited by the hourly pay")),
    ):
        kept = [each for each in names if each != name]
        if name in names and kept:
            make = working_out(step.rule, f"min({', '.join(kept)})" if kept[1:] else kept[0])
            yield Change(f"wage_subsidy.no_{name}", said, step.rule, make)
    for group in FIXED_RATES if job.granted_rate is None else ():
        if group is not job.target_group:
            said = msg("The rate is that of another group: {group}", group=choice_label(group))
            make = _job(target_group=group)
            yield Change(f"wage_subsidy.group[{group.value}]", said, step.rule, make, RARE)


def _of_the_hours(asked: Asked) -> Iterator[Change]:
    paid, refunds = asked.given["paid"], asked.given["refunds"]
    if paid.by_date and refunds:
        worked = {day: hours for day, hours in paid.by_date.items() if day not in refunds}
        said = msg("The hours of the days with a refund of sickness benefit are left out")
        make = setting(
            paid=attrs.evolve(paid, total=sum(worked.values()), by_date=worked), refunds={}
        )
        yield Change("wage_subsidy.worked_hours", said, _AMOUNT, make)
    if paid.by_date is None:
        for name, told, (hours,) in roundings(decimal(paid.total)):
            make = setting(paid=attrs.evolve(paid, total=oere(hours)))
            yield Change(f"wage_subsidy.hours[{name}]", told, _AMOUNT, make, RARE)


# --- flex wage supplements -----------------------------------------------------------------------

_PAY_REDUCTION = "flex_wage_supplement.reduction"
_SUPPLEMENT = "flex_wage_supplement.supplement"
_PAID_OUT = "flex_wage_supplement.paid_out"


def _supplement_changes(asked: Asked) -> Iterator[Change]:
    if asked.has(_PAID_OUT):
        said = msg("The ATP contribution is deducted")
        yield Change("flex_wage_supplement.atp", said, _PAID_OUT, _paid_out, LIKELY)
    if asked.given["before"] is not None:
        said = msg("The pay of the month itself decides, not that of the month before")
        make = setting(before=None)
        yield Change("flex_wage_supplement.same_month", said, _PAY_REDUCTION, make, LIKELY)
    said = msg("The supplement is not limited by the pay of a full-time month")
    make = working_out(_SUPPLEMENT, "max(most - reduction, 0)")
    yield Change("flex_wage_supplement.no_full_time", said, _SUPPLEMENT, make)
    said = msg("All pay reduces the supplement by the lower rate")
    make = working_out(_PAY_REDUCTION, "below / 100 * pay")
    yield Change("flex_wage_supplement.lower_rate", said, _PAY_REDUCTION, make)
    said = msg("All pay reduces the supplement by the higher rate")
    make = working_out(_PAY_REDUCTION, "above / 100 * pay")
    yield Change("flex_wage_supplement.higher_rate", said, _PAY_REDUCTION, make)


def _paid_out(asked: Asked) -> Asked:
    return asked.counting("paid_out")


FLEX_WAGE_SUPPLEMENT = Reconcilable(
    changes=_supplement_changes, amounts={"amount": (_SUPPLEMENT,), "paid_out": (_PAID_OUT,)}
)


# --- personal assistance -------------------------------------------------------------------------

_REFUND = "personal_assistance.refund"


def _assistance_changes(asked: Asked) -> Iterator[Change]:
    for name, told, (hours,) in roundings(asked.given["hours"]):
        yield Change(f"assistance.hours[{name}]", told, _REFUND, setting(hours=hours), RARE)
    said = msg("The refund is rounded to whole kroner")
    make = working_out(_REFUND, rounding=Rounding.KRONE)
    yield Change("assistance.whole_kroner", said, _REFUND, make, RARE)


ASSISTANCE = Reconcilable(changes=_assistance_changes, amounts={"amount": (_REFUND,)})
