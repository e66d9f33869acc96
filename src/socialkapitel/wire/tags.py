"""The types that can be written as JSON, and their tags; a type that is renamed keeps its tag."""

from __future__ import annotations

from typing import get_args

from socialkapitel import chapters, explanation, schemes
from socialkapitel.actors import Actor
from socialkapitel.calculators import (
    arrangements,
    assistance,
    assistance_bank,
    sickness,
    sickness_absence,
    sickness_calendar,
    sickness_month,
    sickness_weeks,
)
from socialkapitel.calculators.employer_cost import EmployerCost
from socialkapitel.calculators.flex_wage_supplement import FlexWageSupplement
from socialkapitel.calculators.flex_wage_year import FlexWageYear
from socialkapitel.calculators.flexjob import Flexjob, FlexjobChange
from socialkapitel.calculators.flexjob_refund import FlexjobRefund
from socialkapitel.calculators.flexjob_since_2013 import Bonus, FlexjobSince2013
from socialkapitel.calculators.flexjob_year import FlexjobYear
from socialkapitel.calculators.net_expansion import NetExpansion
from socialkapitel.calculators.refund_lines import RefundLine
from socialkapitel.calculators.schedule import Schedule
from socialkapitel.calculators.section_56 import Section56Agreement, Section56Terms
from socialkapitel.calculators.subsidised_hours import SubsidisedHours
from socialkapitel.calculators.subsidised_job import SubsidisedJob
from socialkapitel.calculators.subsidised_places import SubsidisedPlaces
from socialkapitel.calculators.wage_subsidy import WageSubsidy
from socialkapitel.cases.case import Case
from socialkapitel.cases.deadline_rules import Deadline
from socialkapitel.cases.disclosure import CaseView, SeenEvent
from socialkapitel.cases.events import EVENTS, Event, FlexjobTerms, SubsidisedTerms
from socialkapitel.cases.events.profile import Profile, ToldCause
from socialkapitel.cases.health import AgreedIllness, HealthNote, Identity, PrivateText
from socialkapitel.cases.refunds import CaseRefund, CaseRefunds, OpenRefund, RefundResult
from socialkapitel.cases.reports import CountTable, Entry, Heading, Report
from socialkapitel.cases.statistics import CaseStatistics
from socialkapitel.cases.transitions import CaseStatus
from socialkapitel.chapters.annual_review import AnnualReview, ConsultantActivity, Workplace
from socialkapitel.chapters.record import EarlyAction
from socialkapitel.chapters.review import Review, ReviewFinding
from socialkapitel.holidays import PublicHoliday
from socialkapitel.identity import Cpr, Cvr
from socialkapitel.messages import Label, Message
from socialkapitel.money import Pay, Share
from socialkapitel.parameters import Figure, Parameter, ParameterSet
from socialkapitel.parameters.turn import MissingFigure, MissingFigures
from socialkapitel.payroll.claim import CaveatCount, Claim, ClaimBy, ClaimTotal, OpenPart
from socialkapitel.payroll.claims import ChangedClaim, ClaimChanges, Claims
from socialkapitel.payroll.given import Assistance, Paid
from socialkapitel.payroll.reconcile import Candidate, Reconciliation
from socialkapitel.periods import Month, Period, Quarter, Week
from socialkapitel.schemes import leaves, predicates
from socialkapitel.sources import FormerCitation, Publication, Rule, Source
from socialkapitel.wire.upgrades import UPGRADES
from socialkapitel.wire.vocabulary import Vocabulary

_GROUND: dict[str, type] = {
    "label": Label,
    "message": Message,
    "month": Month,
    "week": Week,
    "quarter": Quarter,
    "period": Period,
    "public-holiday": PublicHoliday,
    "share": Share,
    "pay": Pay,
    "source": Source,
    "former-citation": FormerCitation,
    "publication": Publication,
    "rule": Rule,
    "figure": Figure,
    "parameter": Parameter,
    "parameter-set": ParameterSet,
    "missing-figure": MissingFigure,
    "missing-figures": MissingFigures,
    "explanation": explanation.Explanation,
    "step": explanation.Step,
    "finding": explanation.Finding,
    "operand": explanation.Operand,
    "caveat": explanation.Caveat,
    "cvr": Cvr,
    "cpr": Cpr,
}

_CALCULATORS: dict[str, type] = {
    "flexjob": Flexjob,
    "flexjob-change": FlexjobChange,
    "flexjob-since-2013-job": FlexjobSince2013,
    "bonus": Bonus,
    "flexjob-refund": FlexjobRefund,
    "flexjob-year": FlexjobYear,
    "flex-wage-supplement": FlexWageSupplement,
    "flex-wage-year": FlexWageYear,
    "refund-line": RefundLine,
    "schedule": Schedule,
    "sickness-absence": sickness_absence.SicknessAbsence,
    "employment": sickness_absence.Employment,
    "sickness-refund": sickness.SicknessRefund,
    "sickness-spell": sickness_calendar.SicknessSpell,
    "sickness-week": sickness_weeks.SicknessWeek,
    "sickness-month": sickness_month.SicknessMonth,
    "section-56-agreement": Section56Agreement,
    "section-56-terms": Section56Terms,
    "subsidised-job": SubsidisedJob,
    "wage-subsidy": WageSubsidy,
    "subsidised-hours": SubsidisedHours,
    "subsidised-places": SubsidisedPlaces,
    "net-expansion": NetExpansion,
    "assistance-allowance": assistance.AssistanceAllowance,
    "assistance-refund": assistance.AssistanceRefund,
    "assistance-bank": assistance_bank.AssistanceBank,
    "assistance-quarter": assistance_bank.AssistanceQuarter,
    "assistance-use": assistance_bank.AssistanceUse,
    "employer-cost": EmployerCost,
    "ordinary-work": arrangements.OrdinaryWork,
    "sick-leave": arrangements.SickLeave,
    "old-flexjob": arrangements.FlexjobWork,
    "new-flexjob": arrangements.FlexjobSince2013Work,
    "subsidised-work": arrangements.SubsidisedWork,
}

_MODEL: dict[str, type] = {
    "actor": Actor,
    "duty": chapters.Duty,
    "consultant-area": chapters.ConsultantArea,
    "service": chapters.Service,
    "facts": schemes.Facts,
    "scheme": schemes.Scheme,
    "condition": schemes.Condition,
    "consequence": schemes.Consequence,
    "authority": schemes.Authority,
    "note": schemes.Note,
    "involvement": schemes.Involvement,
    "assessment": schemes.Assessment,
    "open-consequence": schemes.OpenConsequence,
    "fact": leaves.Fact,
    "at-least": leaves.AtLeast,
    "at-most": leaves.AtMost,
    "exactly": leaves.Exactly,
    "before": leaves.Before,
    "begins-from": leaves.BeginsFrom,
    "age-between": leaves.AgeBetween,
    "one-of": leaves.OneOf,
    "all-of": predicates.AllOf,
    "any-of": predicates.AnyOf,
    "not": predicates.Not,
}

_CHAPTERS: dict[str, type] = {
    "chapter": chapters.Chapter,
    "item": chapters.Item,
    "principle": chapters.Principle,
    "criterion": chapters.Criterion,
    "event-pattern": chapters.EventPattern,
    "field-pattern": chapters.FieldPattern,
    "verdict": chapters.Verdict,
    "known-day": chapters.KnownDay,
    "comparison": chapters.Comparison,
    "pair": chapters.Pair,
    "review": Review,
    "review-finding": ReviewFinding,
    "early-action": EarlyAction,
    "option": chapters.Option,
}

_CASES: dict[str, type] = {
    "health-note": HealthNote,
    "agreed-illness": AgreedIllness,
    "private-text": PrivateText,
    "identity": Identity,
    "deadline": Deadline,
    "case-refunds": CaseRefunds,
    "case-refund": CaseRefund,
    "open-refund": OpenRefund,
    "case-statistics": CaseStatistics,
    "annual-review": AnnualReview,
    "workplace": Workplace,
    "consultant-activity": ConsultantActivity,
    "report": Report,
    "report-entry": Entry,
    "table": CountTable,
    "table-heading": Heading,
    "told-cause": ToldCause,
    "profile": Profile,
    "case": Case,
    "case-view": CaseView,
    "seen-event": SeenEvent,
    "case-status": CaseStatus,
    "flexjob-terms": FlexjobTerms,
    "subsidised-terms": SubsidisedTerms,
    **{event.kind: event for event in EVENTS},
}

_PAYROLL: dict[str, type] = {
    "claims": Claims,
    "claim": Claim,
    "claim-by": ClaimBy,
    "open-part": OpenPart,
    "claim-total": ClaimTotal,
    "caveat-count": CaveatCount,
    "claim-changes": ClaimChanges,
    "changed-claim": ChangedClaim,
    "assistance": Assistance,
    "paid": Paid,
    "reconciliation": Reconciliation,
    "candidate": Candidate,
}

_FAMILIES = (
    leaves.Predicate,
    chapters.Item,
    Event,
    Report,
    FlexjobTerms,
    SubsidisedTerms,
    *get_args(RefundResult),
)
"""Types of which a field may hold any, so that their documents say which they are."""

VOCABULARY = Vocabulary(
    types={**_GROUND, **_CALCULATORS, **_MODEL, **_CHAPTERS, **_CASES, **_PAYROLL},
    families=_FAMILIES,
    upgrades=UPGRADES,
)
"""What the library writes and reads."""
