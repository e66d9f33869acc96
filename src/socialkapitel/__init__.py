"""Every krone answerable to a paragraph, a date and a source.

The public names of the library; each is loaded from its home when it is first used. Three rooms
are imported by name: `socialkapitel.whatif` (sweeps, plans and reforms), `socialkapitel.frames`
(whole tables) and `socialkapitel.wire` (JSON).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socialkapitel.actors import ACTORS, Actor, actor
    from socialkapitel.calculators.arrangements import (
        Arrangement,
        NewFlexjob,
        OldFlexjob,
        OrdinaryWork,
        SickLeave,
        SubsidisedWork,
    )
    from socialkapitel.calculators.assistance import (
        AssistanceAllowance,
        AssistanceRefund,
        assistance_allowance,
        assistance_refund,
    )
    from socialkapitel.calculators.assistance_bank import (
        AssistanceBank,
        AssistanceQuarter,
        AssistanceUse,
    )
    from socialkapitel.calculators.employer_cost import EmployerCost, employer_cost
    from socialkapitel.calculators.flex_wage_supplement import (
        FlexWageSupplement,
        flex_wage_supplement,
    )
    from socialkapitel.calculators.flexjob import Flexjob, FlexjobRefund, flexjob_refund
    from socialkapitel.calculators.net_expansion import NetExpansion, net_expansion
    from socialkapitel.calculators.section_56 import (
        Section56Agreement,
        Section56Terms,
        section_56_agreement,
    )
    from socialkapitel.calculators.sickness import PaidTo, SicknessRefund, sickness_refund
    from socialkapitel.calculators.sickness_absence import RefundBasis, SicknessAbsence
    from socialkapitel.calculators.sickness_spells import SicknessSpell
    from socialkapitel.calculators.sickness_weeks import SicknessWeek
    from socialkapitel.calculators.subsidised_hours import SubsidisedHours, subsidised_hours
    from socialkapitel.calculators.subsidised_places import SubsidisedPlaces, subsidised_places
    from socialkapitel.calculators.wage_subsidy import (
        SubsidisedJob,
        TargetGroup,
        WageSubsidy,
        wage_subsidy,
    )
    from socialkapitel.cases import events
    from socialkapitel.cases.case import Case
    from socialkapitel.cases.deadline_rules import Deadline
    from socialkapitel.cases.disclosure import CaseView, disclose
    from socialkapitel.cases.errors import IllegalEvent, NotEntitled, SealedContent, StaleVersion
    from socialkapitel.cases.health import HealthNote, Identity, PrivateText
    from socialkapitel.cases.ical import to_ical
    from socialkapitel.cases.information import Information
    from socialkapitel.cases.refunds import CaseRefund, CaseRefunds, OpenRefund
    from socialkapitel.cases.statistics import CaseStatistics, case_statistics
    from socialkapitel.chapters import (
        CHAPTERS,
        Chapter,
        Comparison,
        Criterion,
        EventKind,
        Option,
        Principle,
        Topic,
        chapter,
        compare,
        options,
    )
    from socialkapitel.chapters.annual_review import AnnualReview, annual_review
    from socialkapitel.chapters.outside_cases import ConsultantActivity, Workplace
    from socialkapitel.chapters.review import Review, review
    from socialkapitel.chapters.review_findings import ReviewFinding
    from socialkapitel.errors import (
        InvalidData,
        InvalidFields,
        InvalidInput,
        MissingExtra,
        NotInForce,
        SocialkapitelError,
        UnknownName,
        WrongType,
    )
    from socialkapitel.explanation import (
        Caveat,
        Explained,
        Explanation,
        Finding,
        Operand,
        Outcome,
        Rounding,
        Step,
        explanation_schema,
    )
    from socialkapitel.holidays import PublicHoliday, public_holidays
    from socialkapitel.i18n import format_kroner, format_number, translate
    from socialkapitel.identity import Cpr, Cvr
    from socialkapitel.messages import Label, Message
    from socialkapitel.money import Pay, Share
    from socialkapitel.parameters import Figure, Parameter, ParameterSet, Unit
    from socialkapitel.periods import MissingDay, Month, Period, Quarter, Week
    from socialkapitel.roles import ConsultantArea, Duty, DutyKind, Trigger, consultant_area, duties
    from socialkapitel.schemes import (
        SCHEMES,
        Assessment,
        Benefit,
        Degree,
        Facts,
        MeasureState,
        Scheme,
        SocialPension,
        Terms,
        assess,
        combinable,
        scheme,
    )
    from socialkapitel.sources import Evidence, Rule, Source

    PARAMETERS: ParameterSet

__all__ = [
    "ACTORS",
    "CHAPTERS",
    "PARAMETERS",
    "SCHEMES",
    "Actor",
    "AnnualReview",
    "Arrangement",
    "Assessment",
    "AssistanceAllowance",
    "AssistanceBank",
    "AssistanceQuarter",
    "AssistanceRefund",
    "AssistanceUse",
    "Benefit",
    "Case",
    "CaseRefund",
    "CaseRefunds",
    "CaseStatistics",
    "CaseView",
    "Caveat",
    "Chapter",
    "Comparison",
    "ConsultantActivity",
    "ConsultantArea",
    "Cpr",
    "Criterion",
    "Cvr",
    "Deadline",
    "Degree",
    "Duty",
    "DutyKind",
    "EmployerCost",
    "EventKind",
    "Evidence",
    "Explained",
    "Explanation",
    "Facts",
    "Figure",
    "Finding",
    "FlexWageSupplement",
    "Flexjob",
    "FlexjobRefund",
    "HealthNote",
    "Identity",
    "IllegalEvent",
    "Information",
    "InvalidData",
    "InvalidFields",
    "InvalidInput",
    "Label",
    "MeasureState",
    "Message",
    "MissingDay",
    "MissingExtra",
    "Month",
    "NetExpansion",
    "NewFlexjob",
    "NotEntitled",
    "NotInForce",
    "OldFlexjob",
    "OpenRefund",
    "Operand",
    "Option",
    "OrdinaryWork",
    "Outcome",
    "PaidTo",
    "Parameter",
    "ParameterSet",
    "Pay",
    "Period",
    "Principle",
    "PrivateText",
    "PublicHoliday",
    "Quarter",
    "RefundBasis",
    "Review",
    "ReviewFinding",
    "Rounding",
    "Rule",
    "Scheme",
    "SealedContent",
    "Section56Agreement",
    "Section56Terms",
    "Share",
    "SickLeave",
    "SicknessAbsence",
    "SicknessRefund",
    "SicknessSpell",
    "SicknessWeek",
    "SocialPension",
    "SocialkapitelError",
    "Source",
    "StaleVersion",
    "Step",
    "SubsidisedHours",
    "SubsidisedJob",
    "SubsidisedPlaces",
    "SubsidisedWork",
    "TargetGroup",
    "Terms",
    "Topic",
    "Trigger",
    "Unit",
    "UnknownName",
    "WageSubsidy",
    "Week",
    "Workplace",
    "WrongType",
    "actor",
    "annual_review",
    "assess",
    "assistance_allowance",
    "assistance_refund",
    "case_statistics",
    "chapter",
    "combinable",
    "compare",
    "consultant_area",
    "disclose",
    "duties",
    "employer_cost",
    "events",
    "explanation_schema",
    "flex_wage_supplement",
    "flexjob_refund",
    "format_kroner",
    "format_number",
    "net_expansion",
    "options",
    "public_holidays",
    "review",
    "scheme",
    "section_56_agreement",
    "sickness_refund",
    "subsidised_hours",
    "subsidised_places",
    "to_ical",
    "translate",
    "wage_subsidy",
]

_HOMES = {
    "actors": (
        "ACTORS",
        "Actor",
        "actor",
    ),
    "calculators.arrangements": (
        "Arrangement",
        "NewFlexjob",
        "OldFlexjob",
        "OrdinaryWork",
        "SickLeave",
        "SubsidisedWork",
    ),
    "calculators.assistance": (
        "AssistanceAllowance",
        "AssistanceRefund",
        "assistance_allowance",
        "assistance_refund",
    ),
    "calculators.assistance_bank": (
        "AssistanceBank",
        "AssistanceQuarter",
        "AssistanceUse",
    ),
    "calculators.employer_cost": (
        "EmployerCost",
        "employer_cost",
    ),
    "calculators.flex_wage_supplement": (
        "FlexWageSupplement",
        "flex_wage_supplement",
    ),
    "calculators.flexjob": (
        "Flexjob",
        "FlexjobRefund",
        "flexjob_refund",
    ),
    "calculators.net_expansion": (
        "NetExpansion",
        "net_expansion",
    ),
    "calculators.section_56": (
        "Section56Agreement",
        "Section56Terms",
        "section_56_agreement",
    ),
    "calculators.sickness": (
        "PaidTo",
        "SicknessRefund",
        "sickness_refund",
    ),
    "calculators.sickness_absence": (
        "RefundBasis",
        "SicknessAbsence",
    ),
    "calculators.sickness_spells": ("SicknessSpell",),
    "calculators.sickness_weeks": ("SicknessWeek",),
    "calculators.subsidised_hours": (
        "SubsidisedHours",
        "subsidised_hours",
    ),
    "calculators.subsidised_places": (
        "SubsidisedPlaces",
        "subsidised_places",
    ),
    "calculators.wage_subsidy": (
        "SubsidisedJob",
        "TargetGroup",
        "WageSubsidy",
        "wage_subsidy",
    ),
    "cases": ("events",),
    "cases.case": ("Case",),
    "cases.deadline_rules": ("Deadline",),
    "cases.disclosure": (
        "CaseView",
        "disclose",
    ),
    "cases.errors": (
        "IllegalEvent",
        "NotEntitled",
        "SealedContent",
        "StaleVersion",
    ),
    "cases.health": (
        "HealthNote",
        "Identity",
        "PrivateText",
    ),
    "cases.ical": ("to_ical",),
    "cases.information": ("Information",),
    "cases.refunds": (
        "CaseRefund",
        "CaseRefunds",
        "OpenRefund",
    ),
    "cases.statistics": (
        "CaseStatistics",
        "case_statistics",
    ),
    "chapters": (
        "CHAPTERS",
        "Chapter",
        "Comparison",
        "Criterion",
        "EventKind",
        "Option",
        "Principle",
        "Topic",
        "chapter",
        "compare",
        "options",
    ),
    "chapters.annual_review": (
        "AnnualReview",
        "annual_review",
    ),
    "chapters.outside_cases": (
        "ConsultantActivity",
        "Workplace",
    ),
    "chapters.review": (
        "Review",
        "review",
    ),
    "chapters.review_findings": ("ReviewFinding",),
    "errors": (
        "InvalidData",
        "InvalidFields",
        "InvalidInput",
        "MissingExtra",
        "NotInForce",
        "SocialkapitelError",
        "UnknownName",
        "WrongType",
    ),
    "explanation": (
        "Caveat",
        "Explained",
        "Explanation",
        "Finding",
        "Operand",
        "Outcome",
        "Rounding",
        "Step",
        "explanation_schema",
    ),
    "holidays": (
        "PublicHoliday",
        "public_holidays",
    ),
    "i18n": (
        "format_kroner",
        "format_number",
        "translate",
    ),
    "identity": (
        "Cpr",
        "Cvr",
    ),
    "messages": (
        "Label",
        "Message",
    ),
    "money": (
        "Pay",
        "Share",
    ),
    "parameters": (
        "Figure",
        "Parameter",
        "ParameterSet",
        "Unit",
    ),
    "periods": (
        "MissingDay",
        "Month",
        "Period",
        "Quarter",
        "Week",
    ),
    "roles": (
        "ConsultantArea",
        "Duty",
        "DutyKind",
        "Trigger",
        "consultant_area",
        "duties",
    ),
    "schemes": (
        "SCHEMES",
        "Assessment",
        "Benefit",
        "Degree",
        "Facts",
        "MeasureState",
        "Scheme",
        "SocialPension",
        "Terms",
        "assess",
        "combinable",
        "scheme",
    ),
    "sources": (
        "Evidence",
        "Rule",
        "Source",
    ),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


if not TYPE_CHECKING:  # pragma: no branch; else a misspelt name would pass as any object

    def __getattr__(name: str) -> object:
        if name == "PARAMETERS":
            found = import_module("socialkapitel.parameters").packaged_parameters()
        elif name in _HOME:
            found = getattr(import_module(f"socialkapitel.{_HOME[name]}"), name)
        else:
            raise AttributeError(f"module 'socialkapitel' has no attribute {name!r}")
        globals()[name] = found  # so that it is looked up once
        return found


def __dir__() -> list[str]:
    return __all__
