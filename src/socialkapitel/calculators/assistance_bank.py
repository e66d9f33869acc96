"""Hours of personal assistance that are used and saved, quarter by quarter (timebank)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.assistance import (
    FIRST,
    FULL_TIME_HUNDREDTHS,
    LAW,
    MOST,
    read_assistance_hours,
)
from socialkapitel.calculators.inputs import FULL_TIME, read_weekly_hours
from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.explanation import (
    Explained,
    Explanation,
    Operand,
    Worksheet,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.fields import checked
from socialkapitel.formulas import assistance as formulas
from socialkapitel.glossary import GIVENS
from socialkapitel.messages import msg
from socialkapitel.money import Number, decimal, oere
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Quarter, read_quarter
from socialkapitel.sources import Rule

_SAVED = Rule("personal_assistance.saved", msg("Hours saved after the quarter"), LAW, FIRST)
_ALLOWANCE = Rule(
    "personal_assistance.allowance", msg("Hours of assistance for the quarter"), LAW, FIRST
)


@checked
@attrs.frozen(kw_only=True)
class AssistanceUse:
    """What was used in a quarter, as it is entered in an `AssistanceBank`.

    Attributes:
        quarter: the quarter.
        weekly_hours: the job's hours in that quarter, above 0, at most 37.
        hours: hours of assistance used, from 0.
    """

    quarter: Quarter = attrs.field(converter=read_quarter)
    weekly_hours: Decimal = attrs.field(converter=read_weekly_hours)
    hours: Decimal = attrs.field(converter=read_assistance_hours)


def _read_uses(value: Iterable[AssistanceUse]) -> tuple[AssistanceUse, ...]:
    if not isinstance(value, tuple):
        raise WrongType("uses", value, msg("a tuple of uses of assistance (AssistanceUse)"))
    return tuple(check_kind(use, AssistanceUse, "uses") for use in value)


@attrs.frozen(kw_only=True)
class AssistanceQuarter:
    """A quarter of an `AssistanceBank`, in hours shown to hundredths, carried exactly.

    Attributes:
        quarter: the quarter.
        allowance: hours granted for the quarter.
        brought_forward: hours saved before it.
        used: hours used in it.
        saved: hours left for later quarters.
    """

    quarter: Quarter
    allowance: Decimal
    brought_forward: Decimal
    used: Decimal
    saved: Decimal


@brief
@checked
@attrs.frozen(kw_only=True)
class AssistanceBank:
    """Hours of personal assistance that are used and saved, quarter by quarter (timebank).

    A quarter gives 20/37 of the job's weekly hours for each of its 13 weeks; what is not used is
    kept for later quarters. A bank never changes: `use` and `change_hours` return another one.
    Hours are carried exactly and shown to hundredths. Open one with `AssistanceBank.open`.

    Attributes:
        first_quarter: the first quarter in the account.
        weekly_hours: the job's hours in the quarter that comes next.
        uses: what has been used, in the order of the quarters.
        parameters: the legal figures; None for those that come with the library.

    Raises:
        InvalidInput: for a quarter out of order, or more hours than are available.
        NotInForce: for a quarter that begins before 2005-05-01.

    >>> import socialkapitel as sk
    >>> bank = sk.AssistanceBank.open("37", sk.Quarter(2024, 1))
    >>> bank = bank.use(sk.Quarter(2024, 1), "200").use(sk.Quarter(2024, 2), "300")
    >>> [(str(row.quarter), row.saved) for row in bank.rows]
    [('2024-Q1', Decimal('60.00')), ('2024-Q2', Decimal('20.00'))]
    """

    first_quarter: Quarter = attrs.field(converter=read_quarter)
    weekly_hours: Decimal = attrs.field(converter=read_weekly_hours)
    uses: tuple[AssistanceUse, ...] = attrs.field(default=(), converter=_read_uses)
    parameters: ParameterSet | None = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        self._part_of(self.first_quarter)
        _settle(self)

    @classmethod
    def open(
        cls,
        weekly_hours: Number,
        first_quarter: Quarter | str,
        *,
        parameters: ParameterSet | None = None,
    ) -> AssistanceBank:
        """An empty bank for a job with these weekly hours, from this quarter on."""
        return cls(
            first_quarter=read_quarter(first_quarter, "first_quarter"),
            weekly_hours=read_weekly_hours(weekly_hours),
            parameters=parameters,
        )

    @property
    def next_quarter(self) -> Quarter:
        """The quarter whose use is entered next."""
        return self.uses[-1].quarter.next() if self.uses else self.first_quarter

    @property
    def rows(self) -> tuple[AssistanceQuarter, ...]:
        """The account, a row for each quarter entered."""
        return _settle(self).rows

    @property
    def saved(self) -> Decimal:
        """Hours saved after the last quarter entered, rounded to hundredths."""
        return _shown(_settle(self).saved)

    @property
    def available(self) -> Decimal:
        """Hours that may be used in the next quarter, rounded down to hundredths."""
        return _cut(_settle(self).saved + self._part_of(self.next_quarter))

    def _part_of(self, quarter: Quarter) -> int:
        """The hours granted for a quarter at the job's present hours."""
        return _quarter_part(figures_or_packaged(self.parameters), quarter, self.weekly_hours)

    @property
    def explanation(self) -> Explanation:
        """Why each quarter's account is what it is."""
        return _settle(self).explanation

    def use(self, quarter: Quarter | str, hours: Number) -> AssistanceBank:
        """Another bank, in which these hours were used in the next quarter.

        Raises:
            InvalidInput: for a quarter that isn't the next (one without assistance is entered
                with 0 hours), or for more hours than the quarter grants and are saved.
        """
        used = AssistanceUse(
            quarter=read_quarter(quarter, "quarter"),
            weekly_hours=self.weekly_hours,
            hours=read_assistance_hours(hours),
        )
        return attrs.evolve(self, uses=(*self.uses, used))

    def change_hours(self, weekly_hours: Number, from_quarter: Quarter | str) -> AssistanceBank:
        """Another bank, in which the job has these weekly hours from the next quarter on.

        Raises:
            InvalidInput: for weekly hours not accepted, or a quarter that isn't the next.
        """
        first = read_quarter(from_quarter, "from_quarter")
        if first != self.next_quarter:
            raise _out_of_order("from_quarter", first, self.next_quarter)
        return attrs.evolve(self, weekly_hours=read_weekly_hours(weekly_hours))


def _out_of_order(field: str, quarter: Quarter, due: Quarter) -> InvalidInput:
    return InvalidInput(
        field,
        quarter,
        msg("{quarter}, the next one; enter 0 hours where none were used", quarter=due),
    )


@attrs.frozen(kw_only=True)
class _Account(Explained):
    """A bank's account as worked out; ``saved`` is a numerator over a full-time week."""

    rows: tuple[AssistanceQuarter, ...]
    saved: int


def _settle(bank: AssistanceBank) -> _Account:
    """Work the account out from the first quarter on, and refuse entries that do not fit."""
    return worked_out(
        msg("Personal assistance, saved and used"),
        figures_or_packaged(bank.parameters),
        _account,
        bank.first_quarter,
        bank.uses,
    )


def _account(sheet: Worksheet, first_quarter: Quarter, uses: tuple[AssistanceUse, ...]) -> _Account:
    carried = sheet.given("saved", 0, Unit.HOURS)
    rows = []
    saved = 0
    due = first_quarter
    for use in uses:
        if use.quarter != due:
            raise _out_of_order("quarter", use.quarter, due)
        brought = saved
        allowance = _quarter_part(sheet.parameters, due, use.weekly_hours)
        saved = _left(brought + allowance, use)
        carried = _explain(sheet, use, carried, allowance, saved)
        rows.append(
            AssistanceQuarter(
                quarter=due,
                allowance=_shown(allowance),
                brought_forward=_shown(brought),
                used=use.hours,
                saved=_shown(saved),
            )
        )
        due = due.next()
    sheet.caveat(
        "saved-hours-expiry",
        msg("How long saved hours may be kept is not known; here they are kept until used"),
        concerns=("quarter_hours",),
    )
    return _Account(rows=tuple(rows), saved=saved, explanation=sheet.explanation(_SAVED))


def _quarter_part(figures: ParameterSet, quarter: Quarter, weekly: Decimal) -> int:
    """The hours granted for a quarter, by the law of its first day."""
    most = figures[MOST].on(quarter.first_day)
    part: int = formulas.quarter_part(oere(most.value), oere(weekly))
    return part


def _left(available: int, use: AssistanceUse) -> int:
    used = oere(use.hours)
    if not formulas.enough(available, used, FULL_TIME_HUNDREDTHS):
        raise InvalidInput(
            "hours",
            use.hours,
            msg(
                "at most {hours}, the hours available in {quarter}",
                hours=_cut(available),
                quarter=use.quarter,
            ),
        )
    left: int = formulas.saved_part(available, used, FULL_TIME_HUNDREDTHS)
    return left


def _explain(
    sheet: Worksheet, use: AssistanceUse, carried: Operand, allowance: int, saved: int
) -> Operand:
    """Note a quarter, and return what is saved after it."""
    quarter = use.quarter
    day = quarter.first_day
    weekly = sheet.given(
        f"weekly_hours[{quarter}]",
        use.weekly_hours,
        Unit.HOURS_PER_WEEK,
        label=msg("{label}, {quarter}", label=GIVENS["weekly_hours"], quarter=quarter),
    )
    used = sheet.given(
        f"hours[{quarter}]",
        use.hours,
        Unit.HOURS,
        label=msg("Hours of assistance used, {quarter}", quarter=quarter),
    )
    given = sheet.calculate(
        _ALLOWANCE,
        day,
        f"most * hours / {FULL_TIME} * {formulas.WEEKS}",
        {"most": sheet.of(sheet.figure(MOST, day)), "hours": weekly},
        _exact(allowance),
        Unit.HOURS,
        key=str(quarter),
    )
    return sheet.calculate(
        _SAVED,
        day,
        "saved + allowance - used",
        {"saved": carried, "allowance": given, "used": used},
        _exact(saved),
        Unit.HOURS,
        key=str(quarter),
    )


def _exact(part: int) -> Fraction:
    return Fraction(part, FULL_TIME_HUNDREDTHS * 100)


def _shown(part: int) -> Decimal:
    return decimal(formulas.shown(part, FULL_TIME_HUNDREDTHS))


def _cut(part: int) -> Decimal:
    return decimal(part // FULL_TIME_HUNDREDTHS)
