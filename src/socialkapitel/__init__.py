"""Every krone traced to a paragraph, a date and a source.

The public names of the library; each is loaded from its module when first used. So are the three
packages `socialkapitel.whatif` (sweeps, plans and reforms), `socialkapitel.frames` (whole tables)
and `socialkapitel.wire` (JSON).
"""

from __future__ import annotations

from importlib import import_module

__version__ = "0.2.0.dev0"

_ROOMS = ("frames", "whatif", "wire")

# Each public name once, under its module; `tools/public_names.py` writes them for type checkers.
_HOMES = {
    "actors": "ACTORS Actor actor",
    "calculators.arrangements": (
        "Arrangement FlexjobSince2013Work FlexjobWork OrdinaryWork SickLeave SubsidisedWork"
    ),
    "calculators.assistance": (
        "AssistanceAllowance AssistanceRefund assistance_allowance assistance_refund"
    ),
    "calculators.assistance_bank": "AssistanceBank AssistanceQuarter AssistanceUse",
    "calculators.employer_cost": "EmployerCost employer_cost",
    "calculators.flex_wage_supplement": "FlexWageSupplement flex_wage_supplement",
    "calculators.flex_wage_year": "FlexWageYear flex_wage_year",
    "calculators.flexjob": "Flexjob FlexjobChange",
    "calculators.flexjob_refund": "FlexjobRefund flexjob_refund",
    "calculators.flexjob_since_2013": "Bonus FlexjobSince2013",
    "calculators.flexjob_year": "FlexjobYear flexjob_year",
    "calculators.net_expansion": "NetExpansion net_expansion",
    "calculators.refund_lines": "RefundLine",
    "calculators.schedule": "Schedule Weekday",
    "calculators.section_56": "Section56Agreement Section56Terms section_56_agreement",
    "calculators.sickness": "SicknessRefund sickness_refund",
    "calculators.sickness_absence": "Employment RefundBasis SicknessAbsence",
    "calculators.sickness_calendar": "DayState SicknessSpell",
    "calculators.sickness_month": "SicknessMonth",
    "calculators.sickness_weeks": "PaidTo SicknessWeek",
    "calculators.subsidised_hours": "BenefitKind SubsidisedHours subsidised_hours",
    "calculators.subsidised_job": "SubsidisedJob TargetGroup",
    "calculators.subsidised_places": "SubsidisedPlaces subsidised_places",
    "calculators.wage_subsidy": "WageSubsidy wage_subsidy",
    "cases": "events",
    "cases.case": "Case",
    "cases.deadline_rules": "Deadline",
    "cases.disclosure": "CaseView disclose",
    "cases.errors": "IllegalEvent NotEntitled StaleVersion",
    "cases.health": "AgreedIllness HealthNote Identity PrivateText",
    "cases.ical": "to_ical",
    "cases.printed_statistics": "PRINTED_STATISTICS",
    "cases.refunds": "CaseRefund CaseRefunds OpenRefund",
    "cases.rights": "Information",
    "cases.statistics": "CaseStatistics case_statistics",
    "chapters": (
        "CHAPTERS Chapter Comparison ConsultantArea Criterion Duty DutyKind EventKind "
        "EventPattern FieldPattern Option Principle Topic Trigger chapter compare "
        "consultant_area duties options"
    ),
    "chapters.annual_review": "AnnualReview ConsultantActivity Workplace annual_review",
    "chapters.review": "Review ReviewFinding review",
    "errors": (
        "InvalidData InvalidFields InvalidInput MissingExtra NotInForce SealedContent "
        "SocialkapitelError UnknownName WrongType"
    ),
    "explanation": ("Caveat Explained Explanation Finding Operand Outcome Rounding Severity Step"),
    "holidays": "PublicHoliday public_holidays",
    "i18n": "format_kroner format_number language translate",
    "identity": "Cpr Cvr",
    "messages": "Label Message",
    "money": "Pay Share danish",
    "parameters": "Figure Parameter ParameterSet Unit",
    "parameters.turn": "MissingFigure MissingFigures",
    "payroll.claim": ("CaveatCount Claim ClaimBy ClaimState ClaimTotal OpenPart Payer ReportKind"),
    "payroll.claims": "ChangedClaim ClaimChange ClaimChanges Claims claims",
    "payroll.filled": "FilledTemplate TemplateFault read_claims_template",
    "payroll.given": "Assistance Paid",
    "payroll.reconcile": "Candidate Reconciliation reconcile",
    "payroll.reconciled": "PaidAmount ReconciledClaim ReconciledRun reconcile_claims",
    "payroll.workbook": "claims_template",
    "periods": "MissingDay Month Period Quarter Week",
    "schemes": (
        "SCHEMES Assessment Benefit Degree Facts MeasureState Naming Scheme SocialPension Terms "
        "assess combinable scheme scheme_name"
    ),
    "sources": "Evidence Rule Source",
    "wire": "explanation_schema",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = sorted([*_HOME, "PARAMETERS"])  # noqa: PLE0605  # pyright: ignore[reportUnsupportedDunderAll]


# Former names, what replaces them in calculators.arrangements, and what to write instead.
_FORMER = {
    "NewFlexjob": ("NewFlexjob", "FlexjobSince2013Work(job=FlexjobSince2013(...), ...)"),
    "OldFlexjob": ("FlexjobWork", "FlexjobWork"),
}


def __getattr__(name: str) -> object:
    found: object
    if name in _FORMER:
        from socialkapitel.deprecation import deprecated

        present, instead = _FORMER[name]
        deprecated(f"socialkapitel.{name}", f"socialkapitel.{instead}")
        return getattr(import_module("socialkapitel.calculators.arrangements"), present)
    if name in _HOME:
        found = getattr(import_module(f"socialkapitel.{_HOME[name]}"), name)
    elif name in _ROOMS:
        found = import_module(f"socialkapitel.{name}")
    elif name == "PARAMETERS":
        found = import_module("socialkapitel.parameters").packaged_parameters()
    else:
        raise AttributeError(f"module 'socialkapitel' has no attribute {name!r}")
    globals()[name] = found  # so that it is looked up once
    return found


def __dir__() -> list[str]:
    return [*__all__, *_ROOMS, "__version__"]
