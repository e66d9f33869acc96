# ruff: noqa: I001
# Written by tools/public_names.py
from socialkapitel import frames as frames
from socialkapitel import whatif as whatif
from socialkapitel import wire as wire
from socialkapitel.actors import (
    ACTORS as ACTORS,
    Actor as Actor,
    actor as actor,
)
from socialkapitel.calculators.arrangements import (
    Arrangement as Arrangement,
    FlexjobSince2013Work as FlexjobSince2013Work,
    FlexjobWork as FlexjobWork,
    OrdinaryWork as OrdinaryWork,
    SickLeave as SickLeave,
    SubsidisedWork as SubsidisedWork,
)
from socialkapitel.calculators.assistance import (
    AssistanceAllowance as AssistanceAllowance,
    AssistanceRefund as AssistanceRefund,
    assistance_allowance as assistance_allowance,
    assistance_refund as assistance_refund,
)
from socialkapitel.calculators.assistance_bank import (
    AssistanceBank as AssistanceBank,
    AssistanceQuarter as AssistanceQuarter,
    AssistanceUse as AssistanceUse,
)
from socialkapitel.calculators.employer_cost import (
    EmployerCost as EmployerCost,
    employer_cost as employer_cost,
)
from socialkapitel.calculators.flex_wage_supplement import (
    FlexWageSupplement as FlexWageSupplement,
    flex_wage_supplement as flex_wage_supplement,
)
from socialkapitel.calculators.flex_wage_year import (
    FlexWageYear as FlexWageYear,
    flex_wage_year as flex_wage_year,
)
from socialkapitel.calculators.flexjob import (
    Flexjob as Flexjob,
    FlexjobChange as FlexjobChange,
)
from socialkapitel.calculators.flexjob_refund import (
    FlexjobRefund as FlexjobRefund,
    flexjob_refund as flexjob_refund,
)
from socialkapitel.calculators.flexjob_since_2013 import (
    Bonus as Bonus,
    FlexjobSince2013 as FlexjobSince2013,
)
from socialkapitel.calculators.flexjob_year import (
    FlexjobYear as FlexjobYear,
    flexjob_year as flexjob_year,
)
from socialkapitel.calculators.net_expansion import (
    NetExpansion as NetExpansion,
    net_expansion as net_expansion,
)
from socialkapitel.calculators.refund_lines import (
    RefundLine as RefundLine,
)
from socialkapitel.calculators.schedule import (
    Schedule as Schedule,
    Weekday as Weekday,
)
from socialkapitel.calculators.section_56 import (
    Section56Agreement as Section56Agreement,
    Section56Terms as Section56Terms,
    section_56_agreement as section_56_agreement,
)
from socialkapitel.calculators.sickness import (
    SicknessRefund as SicknessRefund,
    sickness_refund as sickness_refund,
)
from socialkapitel.calculators.sickness_absence import (
    Employment as Employment,
    RefundBasis as RefundBasis,
    SicknessAbsence as SicknessAbsence,
)
from socialkapitel.calculators.sickness_calendar import (
    DayState as DayState,
    SicknessSpell as SicknessSpell,
)
from socialkapitel.calculators.sickness_month import (
    SicknessMonth as SicknessMonth,
)
from socialkapitel.calculators.sickness_weeks import (
    PaidTo as PaidTo,
    SicknessWeek as SicknessWeek,
)
from socialkapitel.calculators.subsidised_hours import (
    BenefitKind as BenefitKind,
    SubsidisedHours as SubsidisedHours,
    subsidised_hours as subsidised_hours,
)
from socialkapitel.calculators.subsidised_job import (
    SubsidisedJob as SubsidisedJob,
    TargetGroup as TargetGroup,
)
from socialkapitel.calculators.subsidised_places import (
    SubsidisedPlaces as SubsidisedPlaces,
    subsidised_places as subsidised_places,
)
from socialkapitel.calculators.wage_subsidy import (
    WageSubsidy as WageSubsidy,
    wage_subsidy as wage_subsidy,
)
from socialkapitel.cases import (
    events as events,
)
from socialkapitel.cases.case import (
    Case as Case,
)
from socialkapitel.cases.deadline_rules import (
    Deadline as Deadline,
)
from socialkapitel.cases.disclosure import (
    CaseView as CaseView,
    disclose as disclose,
)
from socialkapitel.cases.errors import (
    IllegalEvent as IllegalEvent,
    NotEntitled as NotEntitled,
    StaleVersion as StaleVersion,
)
from socialkapitel.cases.health import (
    AgreedIllness as AgreedIllness,
    HealthNote as HealthNote,
    Identity as Identity,
    PrivateText as PrivateText,
)
from socialkapitel.cases.ical import (
    to_ical as to_ical,
)
from socialkapitel.cases.printed_statistics import (
    PRINTED_STATISTICS as PRINTED_STATISTICS,
)
from socialkapitel.cases.refunds import (
    CaseRefund as CaseRefund,
    CaseRefunds as CaseRefunds,
    OpenRefund as OpenRefund,
)
from socialkapitel.cases.rights import (
    Information as Information,
)
from socialkapitel.cases.statistics import (
    CaseStatistics as CaseStatistics,
    case_statistics as case_statistics,
)
from socialkapitel.chapters import (
    CHAPTERS as CHAPTERS,
    Chapter as Chapter,
    Comparison as Comparison,
    ConsultantArea as ConsultantArea,
    Criterion as Criterion,
    Duty as Duty,
    DutyKind as DutyKind,
    EventKind as EventKind,
    EventPattern as EventPattern,
    FieldPattern as FieldPattern,
    Option as Option,
    Principle as Principle,
    Topic as Topic,
    Trigger as Trigger,
    chapter as chapter,
    compare as compare,
    consultant_area as consultant_area,
    duties as duties,
    options as options,
)
from socialkapitel.chapters.annual_review import (
    AnnualReview as AnnualReview,
    ConsultantActivity as ConsultantActivity,
    Workplace as Workplace,
    annual_review as annual_review,
)
from socialkapitel.chapters.review import (
    Review as Review,
    ReviewFinding as ReviewFinding,
    review as review,
)
from socialkapitel.errors import (
    InvalidData as InvalidData,
    InvalidFields as InvalidFields,
    InvalidInput as InvalidInput,
    MissingExtra as MissingExtra,
    NotInForce as NotInForce,
    SealedContent as SealedContent,
    SocialkapitelError as SocialkapitelError,
    UnknownName as UnknownName,
    WrongType as WrongType,
)
from socialkapitel.explanation import (
    Caveat as Caveat,
    Explained as Explained,
    Explanation as Explanation,
    Finding as Finding,
    Operand as Operand,
    Outcome as Outcome,
    Rounding as Rounding,
    Severity as Severity,
    Step as Step,
)
from socialkapitel.holidays import (
    PublicHoliday as PublicHoliday,
    public_holidays as public_holidays,
)
from socialkapitel.i18n import (
    format_kroner as format_kroner,
    format_number as format_number,
    language as language,
    translate as translate,
)
from socialkapitel.identity import (
    Cpr as Cpr,
    Cvr as Cvr,
)
from socialkapitel.messages import (
    Label as Label,
    Message as Message,
)
from socialkapitel.money import (
    Pay as Pay,
    Share as Share,
    danish as danish,
)
from socialkapitel.parameters import (
    Figure as Figure,
    Parameter as Parameter,
    ParameterSet as ParameterSet,
    Unit as Unit,
)
from socialkapitel.parameters.turn import (
    MissingFigure as MissingFigure,
    MissingFigures as MissingFigures,
)
from socialkapitel.payroll.claim import (
    CaveatCount as CaveatCount,
    Claim as Claim,
    ClaimBy as ClaimBy,
    ClaimState as ClaimState,
    ClaimTotal as ClaimTotal,
    OpenPart as OpenPart,
    Payer as Payer,
    ReportKind as ReportKind,
)
from socialkapitel.payroll.claims import (
    ChangedClaim as ChangedClaim,
    ClaimChange as ClaimChange,
    ClaimChanges as ClaimChanges,
    Claims as Claims,
    claims as claims,
)
from socialkapitel.payroll.filled import (
    FilledTemplate as FilledTemplate,
    TemplateFault as TemplateFault,
    read_claims_template as read_claims_template,
)
from socialkapitel.payroll.given import (
    Assistance as Assistance,
    Paid as Paid,
)
from socialkapitel.payroll.reconcile import (
    Candidate as Candidate,
    Reconciliation as Reconciliation,
    reconcile as reconcile,
)
from socialkapitel.payroll.reconciled import (
    PaidAmount as PaidAmount,
    ReconciledClaim as ReconciledClaim,
    ReconciledRun as ReconciledRun,
    reconcile_claims as reconcile_claims,
)
from socialkapitel.payroll.workbook import (
    claims_template as claims_template,
)
from socialkapitel.periods import (
    MissingDay as MissingDay,
    Month as Month,
    Period as Period,
    Quarter as Quarter,
    Week as Week,
)
from socialkapitel.schemes import (
    SCHEMES as SCHEMES,
    Assessment as Assessment,
    Benefit as Benefit,
    Degree as Degree,
    Facts as Facts,
    MeasureState as MeasureState,
    Naming as Naming,
    Scheme as Scheme,
    SocialPension as SocialPension,
    Terms as Terms,
    assess as assess,
    combinable as combinable,
    scheme as scheme,
    scheme_name as scheme_name,
)
from socialkapitel.sources import (
    Evidence as Evidence,
    Rule as Rule,
    Source as Source,
)
from socialkapitel.wire import (
    explanation_schema as explanation_schema,
)

__version__: str
PARAMETERS: ParameterSet
