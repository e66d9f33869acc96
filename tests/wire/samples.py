"""An object of every type on the wire, with as little unknown in it as can be."""

from datetime import date
from functools import cache

from calculators.section_56_cases import agreement
from calculators.sickness_cases import absence
from case_examples import FIELDS, FLEXJOB, SUBSIDISED, event

import socialkapitel as sk
from socialkapitel import chapters, schemes
from socialkapitel.actors import actor
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.deadline_rules import Deadline
from socialkapitel.cases.disclosure import disclose
from socialkapitel.cases.events.profile import Cause, Profile, Sex, ToldCause
from socialkapitel.cases.health import AgreedIllness, HealthNote, Identity, PrivateText
from socialkapitel.cases.refunds import OpenRefund
from socialkapitel.cases.reports import Entry, Report
from socialkapitel.cases.statistics import case_statistics
from socialkapitel.chapters.annual_review import ConsultantActivity, Workplace, annual_review
from socialkapitel.chapters.review import review
from socialkapitel.identity import Cpr, Cvr
from socialkapitel.messages import Label, msg
from socialkapitel.schemes import leaves, predicates
from socialkapitel.sources import FormerCitation, Publication

EVERYTHING = ("health", "texts", "identity")
DAY = date(2008, 5, 1)
FLEX = sk.Flexjob(
    granted_on=date(2006, 7, 5),
    started_on=date(2006, 7, 5),
    ended_on=date(2024, 5, 8),
    share="2/3",
    starting_pay=sk.Pay.hourly("214.12"),
    weekly_hours="30",
    atp_class="A",
    other_contributions="1200.50",
).change(date(2020, 3, 16), weekly_hours="25", share="1/2", starting_pay=sk.Pay.hourly("250"))
BENEFITS = {date(2012, 11, 5): "300", date(2012, 11, 6): "900.10"}
EMPLOYMENT = sk.Employment(
    since=date(2015, 3, 1), until=date(2022, 12, 31), hours_in_8_weeks="296", at_work_last=True
)
NEW_JOB = sk.FlexjobSince2013Work(
    job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="26000"),
    pay="9000",
    contributions="100",
)
SUBSIDISED_JOB = sk.SubsidisedJob(
    target_group=sk.TargetGroup.REHABILITATION, hourly_pay="115", granted_rate="60"
)
FACTS = sk.Facts(
    born_on=date(1957, 2, 3),
    benefit=schemes.Benefit.SICKNESS,
    social_pension=schemes.SocialPension.NONE,
    terms=schemes.Terms.ORDINARY,
    employed_here=True,
    years_to_pension_age=14,
    weekly_absence_hours="7.4",
    measures={"aids": sk.MeasureState.TRIED, "adjustment": sk.MeasureState.OPEN},
)


def _ground():
    ceiling = sk.PARAMETERS["flexjob.ceiling_yearly"]
    law = sk.Source(
        "sygedagpengeloven § 56", "a print", (FormerCitation(date(2006, 7, 2), "§ 28"),)
    )
    return {
        "label": Label(en="Share", da="Andel"),
        "message": msg("Flexjob refund, {month}", month=sk.Month(2007, 11)),
        "month": sk.Month(2007, 11),
        "week": sk.Week(2022, 5),
        "quarter": sk.Quarter(2022, 4),
        "period": sk.Period(date(2022, 1, 3), date(2022, 2, 1)),
        "public-holiday": next(day for day in sk.public_holidays(2023) if day.until),
        "share": sk.Share("2/3"),
        "pay": sk.Pay.monthly("18297.00"),
        "source": law,
        "former-citation": law.former[0],
        "publication": Publication("bm.dk, Satser for 2015", date(2015, 1, 1), date(2015, 12, 31)),
        "rule": sk.Rule("flexjob.refund", msg("Refund"), law, DAY, date(2012, 12, 31)),
        "figure": ceiling.figures[0],
        "parameter": sk.PARAMETERS["flexjob.monthly_norm_hours"],
        "missing-figure": sk.PARAMETERS.ending(2017).figures[0],
        "missing-figures": sk.PARAMETERS.ending(2017),
        "parameter-set": sk.ParameterSet([sk.PARAMETERS["sickness_benefit.max_weekly"]]),
        "cvr": Cvr("13585628"),
        "cpr": Cpr("070761-4285"),
    }


def _explanations():
    result = sk.flexjob_refund(FLEX, sk.Month(2012, 11), actual_pay="30000", sickness=BENEFITS)
    steps = result.explanation.steps
    return {
        "explanation": result.explanation,
        "step": steps[-1],
        "finding": next(step for step in steps if isinstance(step, sk.Finding)),
        "operand": result.explanation.givens[0],
        "caveat": sk.sickness_refund(absence(first_day=date(2023, 1, 2), hours=WEEKS)).caveats[0],
    }


WEEKS = {sk.Week(2023, number): "20.00" for number in range(1, 10)}


SCHEDULE = sk.Schedule.days({"monday": "12", "tuesday": "12", "saturday": "6"}).changed(
    {
        date(2022, 2, 7): sk.Schedule.rota(
            {date(2022, 2, 7): "12", date(2022, 2, 13): "12.25"}, norm_hours="24"
        )
    }
)


def _calculators():
    month = sk.Month(2022, 1)
    away = absence(
        hours={sk.Week(2022, 1): "37", sk.Week(2022, 5): "12", date(2022, 2, 7): "7.4"},
        days={date(2022, 2, 8): sk.DayState.PARTLY_FIT},
        hours_in_other_jobs={
            sk.Week(2022, 1): "0", sk.Week(2022, 5): "30", date(2022, 2, 7): "2"
        },
        full_time_hours="37",
        employment=EMPLOYMENT,
    )  # fmt: skip
    paid = sk.sickness_refund(away)
    bank = sk.AssistanceBank.open(
        "37",
        sk.Quarter(2024, 1),
        parameters=sk.ParameterSet([sk.PARAMETERS["personal_assistance.max_weekly"]]),
    ).use(sk.Quarter(2024, 1), "200")
    return {
        "flexjob": FLEX,
        "flexjob-change": FLEX.changes[0],
        "flexjob-year": sk.flexjob_year(FLEX, 2024, paid_hours={sk.Month(2024, 5): "44"}),
        "flexjob-since-2013-job": NEW_JOB.job,
        "bonus": sk.Bonus(amount="6000", first_month="2023-07", last_month="2024-06", fixed=True),
        "flexjob-refund": sk.flexjob_refund(FLEX, sk.Month(2012, 11), sickness=BENEFITS),
        "flex-wage-supplement": sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="26000"),
            sk.Month(2023, 3),
            pay="9000",
        ),
        "flex-wage-year": sk.flex_wage_year(
            sk.FlexjobSince2013(
                started_on="2023-05-01", ended_on="2024-02-15", full_time_pay="32066.67"
            ),
            2024,
            pay={sk.Month(2024, 1): "15600", sk.Month(2024, 2): "7800"},
            pay_before="15000",
            payouts={sk.Month(2023, 12): "1000"},
            benefit_days={sk.Month(2024, 2): 3},
        ),
        "refund-line": sk.RefundLine(
            first_day=date(2024, 5, 1),
            last_day=date(2024, 5, 3),
            hours="22.2",
            rate="126.89",
            amount="2817",
            supplement="42",
        ),
        "schedule": SCHEDULE,
        "employment": EMPLOYMENT,
        "sickness-absence": away,
        "sickness-refund": paid,
        "sickness-spell": paid.spells[0],
        "sickness-week": paid.weeks[1],
        "section-56-agreement": agreement(
            treatment_decided_before_hiring=False, conditions_changed=True
        ),
        "section-56-terms": sk.section_56_agreement(
            agreement(municipality_approves=None), date(2025, 1, 1)
        ),
        "subsidised-job": SUBSIDISED_JOB,
        "wage-subsidy": sk.wage_subsidy(SUBSIDISED_JOB, sk.Month(2022, 3), hours="160.33"),
        "subsidised-hours": sk.subsidised_hours(
            sk.BenefitKind.FULL_TIME_INSURED, date(2023, 1, 2), monthly_benefit="15000"
        ),
        "subsidised-places": sk.subsidised_places("63", date(2023, 1, 2)),
        "net-expansion": sk.net_expansion(
            sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT,
            date(2021, 5, 15),
            ordinary_employees=["10"] * 11 + [None],
            employees_after="11",
            new_post=True,
        ),
        "assistance-allowance": sk.assistance_allowance("30", date(2023, 1, 2)),
        "assistance-refund": sk.assistance_refund("20", hourly_rate="134.10"),
        "assistance-bank": bank,
        "assistance-quarter": bank.rows[0],
        "assistance-use": bank.uses[0],
        "employer-cost": sk.employer_cost(NEW_JOB, sk.Month(2023, 3)),
        "ordinary-work": sk.OrdinaryWork(pay="30000", contributions="0"),
        "sick-leave": sk.SickLeave(pay="30000", contributions="100", absence=away),
        "old-flexjob": sk.FlexjobWork(
            job=FLEX, pay="30000", contributions="0", sickness_benefit=BENEFITS
        ),
        "new-flexjob": NEW_JOB,
        "subsidised-work": sk.SubsidisedWork(
            job=SUBSIDISED_JOB, hours="160.33", pay="18000", contributions=str(month.month)
        ),
    }


def _model():
    found = schemes.assess("section-56", FACTS, on=DAY)
    flexjob = schemes.scheme("flexjob")
    age = next(
        leaf
        for scheme in schemes.SCHEMES
        for condition in scheme.conditions
        for leaf in condition.predicate.leaves
        if isinstance(leaf, leaves.AgeBetween) and leaf.older
    )
    known = leaves.Fact("employed_here")
    answers = leaves.OneOf("terms", schemes.Terms.ORDINARY, schemes.Terms.SPECIAL)
    return {
        "actor": actor("af"),
        "duty": chapters.chapter("region-midtjylland-2008").duty("midtjylland.cooperate"),
        "consultant-area": chapters.consultant_area("Viborg"),
        "service": chapters.services()[0],
        "facts": FACTS,
        "scheme": flexjob,
        "condition": flexjob.conditions[0],
        "consequence": next(
            each
            for scheme in schemes.SCHEMES
            for each in scheme.for_employer + scheme.for_employee
            if each.when is not None
        ),
        "authority": flexjob.authorities[0],
        "note": flexjob.reminders[0],
        "involvement": flexjob.involve[0],
        "assessment": found,
        "open-consequence": next(
            each
            for scheme in schemes.SCHEMES
            if scheme.in_force(DAY)
            for each in schemes.assess(scheme.id, FACTS, on=DAY).open_consequences
        ),
        "fact": known,
        "at-least": leaves.AtLeast(
            "expected_absence_days", parameter="section_56.min_absence_days"
        ),
        "at-most": leaves.AtMost("limitation_per_cent", 50),
        "exactly": leaves.Exactly("limitation_per_cent", 50),
        "before": leaves.Before("job_begins_on", date(2013, 1, 1)),
        "begins-from": leaves.BeginsFrom("job_begins_on", date(2013, 1, 1)),
        "age-between": age,
        "one-of": answers,
        "all-of": predicates.AllOf(known, predicates.Not(answers)),
        "any-of": predicates.AnyOf(known, age),
        "not": predicates.Not(predicates.AllOf(known)),
    }


CASE_OF_2008 = Case.replay(
    [
        event(events.CaseOpened, "2008-11-03"),
        event(events.ConcernRaised, "2008-11-03"),
        event(events.ConversationHeld, "2008-11-05"),
        event(events.SchemeStarted, "2008-12-01", scheme="aids", terms=None),
    ]
)


def _chapters():
    midtjylland = chapters.chapter("region-midtjylland-2008")
    own = chapters.chapter("viborg-2003")
    principle = midtjylland.principles[0]
    reviewed = review(CASE_OF_2008, "region-midtjylland-2008", on=date(2008, 12, 31))
    comparison = chapters.compare("vejle-1999", "ringkjoebing-1998")
    return {
        "chapter": own,
        "item": own.own_items[0],
        "principle": principle,
        "event-pattern": midtjylland.criterion("parties-together").proven_by[0],
        "field-pattern": midtjylland.criterion("parties-together").proven_by[0].fields[0],
        "criterion": principle.criteria[0],
        "verdict": principle.criteria[0].judge(FACTS, on=DAY),
        "known-day": own.valid_from,
        "comparison": comparison,
        "pair": comparison.both[0],
        "review": reviewed,
        "review-finding": reviewed.finding("principles/least-intervention"),
        "early-action": reviewed.early_action,
        "option": chapters.options(FACTS, on=DAY)[3],
    }


def _events():
    fields = {
        **FIELDS,
        events.CaseOpened: {
            "purpose": events.Purpose.ENTRY,
            "person": Identity("employee 4711"),
            "profile": PROFILE,
        },
        events.SickLeaveStarted: {
            **FIELDS[events.SickLeaveStarted],
            "health": HealthNote("what the doctor wrote"),
        },
        events.PartialReturn: {"weekly_hours": "20"},
        events.SchemeAdjusted: {"scheme": "wage-subsidy-unemployed", "terms": SUBSIDISED},
        events.FollowUpHeld: {"scheme": "flexjob"},
    }
    return {
        kind.kind: event(
            kind,
            "2022-01-03",
            number,
            by=Identity("manager 12"),
            note=PrivateText("a remark"),
            **fields.get(kind, {}),
        )
        for number, kind in enumerate(events.EVENTS, start=1)
    }


WORKPLACE = Workplace(ordinary_employees=75, subsidised=7)
ACTIVITY = ConsultantActivity(service="courses", on=date(2022, 9, 4))
ENTRY = Entry(id="discuss", label=Label(en="To discuss", da="Til drøftelse"), value=msg("Refund"))
PROFILE = Profile(
    area="viborg",
    birth_year=1957,
    sex=Sex.WOMAN,
    sector="hospitals",
    occupation="nurses",
    cause=Cause.OTHER,
)


def _cases():
    recorded = _events()
    opening = {"purpose": events.Purpose.RETENTION}
    course = ["case-opened", "concern-raised", "sick-leave-started", "conversation-held"]
    case = Case.replay(recorded[kind] for kind in course)
    view = disclose(case, to="employee")
    sick = Case.replay(
        [
            event(events.CaseOpened, "2005-01-03", profile=PROFILE, **opening),
            event(events.SickLeaveStarted, "2022-01-03"),
            event(
                events.AbsenceRegistered,
                "2022-02-07",
                hours={sk.Week(2022, number): "37" for number in range(1, 6)},
            ),
            event(events.FullReturn, "2022-02-07"),
        ]
    )
    refunds = sick.refunds(sk.Month(2022, 2))
    statistics = case_statistics([sick], sk.Period(date(2022, 1, 1), date(2022, 12, 31)))
    return {
        **recorded,
        "deadline": Deadline(
            id="sickness.notice",
            label=Label(en="To notify", da="At anmelde"),
            due=date(2022, 2, 7),
            because=Label(en="five weeks", da="fem uger"),
            source=sk.Source("sygedagpengeloven § 40", former=()),
            event=case.events[2].id,
        ),
        "case-refunds": refunds,
        "case-refund": refunds.refunds[0],
        "sickness-month": refunds.refunds[0].result,
        "open-refund": OpenRefund(
            "sickness",
            Label(en="the hours are not known", da="timerne kendes ikke"),
            refunds.refunds[0].events,
        ),
        "case-statistics": statistics,
        "annual-review": annual_review(
            [sick],
            statistics.period,
            workplaces=[WORKPLACE],
            activities=[ACTIVITY],
        ),
        "workplace": WORKPLACE,
        "consultant-activity": ACTIVITY,
        "report": Report(
            title=statistics.title,
            period=statistics.period,
            min_cell=5,
            tables=(),
            entries=(ENTRY,),
            parts=(statistics,),
        ),
        "report-entry": ENTRY,
        "table": statistics.table("sex"),
        "table-heading": statistics.table("sex").rows[0],
        "health-note": HealthNote("what the doctor wrote"),
        "agreed-illness": AgreedIllness("as the agreement has it"),
        "private-text": PrivateText("tried for six weeks"),
        "identity": Identity("employee 4711"),
        "told-cause": ToldCause("mental"),
        "profile": PROFILE,
        "case": case,
        "case-view": view,
        "seen-event": view.events[2],
        "case-status": case.status,
        "flexjob-terms": FLEXJOB,
        "subsidised-terms": SUBSIDISED,
    }


def _payroll():
    """Two runs of a month: a sick employee, help without a known rate, an input that is refused."""
    leave = sk.SicknessAbsence(
        first_day=date(2024, 3, 4),
        contract_hours="37",
        hours={sk.Week(2024, number): "37" for number in (10, 11, 13)},
        hourly_pay="185.00",
        paid_during_sickness=True,
        basis=sk.RefundBasis.SECTION_56,
        hours_in_other_jobs={},
    )
    helped = sk.Assistance(hours="43.3", hourly_rate="140.00")
    month = sk.Month(2024, 3)
    run = sk.claims({"E01": leave, "E02": helped, "E03": None}, month, claimed={"E01": ()})
    changes = run.changed(sk.claims({"E01": leave, "E04": helped}, month))
    claim = run["E01"][0]
    reconciled = sk.reconcile(run["E02"][0], paid="6020")
    return {
        "claims": run,
        "claim": claim,
        "claim-by": claim.claim_by,
        "open-part": claim.open[0],
        "claim-total": run.totals[-1],
        "caveat-count": run.caveats[0],
        "claim-changes": changes,
        "changed-claim": changes.changes[0],
        "assistance": helped,
        "paid": sk.Paid(job=FLEX, hours="130.5", pay="21000.00"),
        "reconciliation": reconciled,
        "candidate": reconciled.candidates[0],
    }


@cache
def samples():
    """The objects by tag."""
    return {
        **_ground(),
        **_explanations(),
        **_calculators(),
        **_model(),
        **_chapters(),
        **_cases(),
        **_payroll(),
    }
