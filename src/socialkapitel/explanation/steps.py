"""What an explanation consists of. Everything here is immutable and carries its source."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from socialkapitel.ahead import NOTICE, UNCHECKED_FROM
from socialkapitel.brief import brief
from socialkapitel.messages import Message, Text, msg
from socialkapitel.parameters import Unit
from socialkapitel.sources import Evidence, Source

Value: TypeAlias = Decimal | Fraction | int
Form: TypeAlias = Literal["full", "short", "letter"]
"""How much of an explanation is shown, and for whom."""


class Outcome(Enum):
    """How a rule came out.

    * ``FULFILLED``, ``NOT_FULFILLED``: a condition was judged.
    * ``UNRESOLVED``: a fact is missing; missing is never "no".
    * ``CALCULATED``: a value was worked out.
    """

    FULFILLED = "fulfilled"
    NOT_FULFILLED = "not_fulfilled"
    UNRESOLVED = "unresolved"
    CALCULATED = "calculated"

    @property
    def label(self) -> Message:
        """The outcome's name, to be shown with `socialkapitel.translate`."""
        return _OUTCOMES[self]


_OUTCOMES = {
    Outcome.FULFILLED: msg("fulfilled"),
    Outcome.NOT_FULFILLED: msg("not fulfilled"),
    Outcome.UNRESOLVED: msg("unresolved"),
    Outcome.CALCULATED: msg("calculated"),
}


class Rounding(Enum):
    """Where a step rounds, and how."""

    NONE = "exact"
    OERE = "to the øre, halves away from zero"
    HUNDREDTHS = "to hundredths, halves away from zero"
    KRONE = "to whole kroner, halves away from zero"
    UP = "up to a whole number"
    DOWN = "down to a whole number"
    CUT = "cut to hundredths"


class OriginKind(Enum):
    """Where a number in an expression comes from."""

    GIVEN = "given"
    FIGURE = "figure"
    STEP = "step"


# Without slots attrs fills a frozen object in two thirds of the time; an explanation has dozens.
@attrs.frozen(slots=False)
class Operand:
    """A number in an expression, with what it is and where it comes from.

    ``origin`` names the input, the parameter or the earlier step.
    """

    label: Text
    value: Value
    unit: Unit
    kind: OriginKind
    origin: str

    @property
    def hundredths(self) -> int:
        """The whole hundredths of the value, such as the øre of an amount that was rounded."""
        numerator, denominator = self.value.as_integer_ratio()
        return 100 * numerator // denominator


@brief
@attrs.frozen(slots=False)
class Step:
    """A value in an explanation: a legal figure looked up, or something worked out (trin).

    ``expression`` is written with the names of ``operands`` (``"share * (basis + atp)"``); it uses
    ``+ - * /``, brackets, ``min`` and ``max``, and its value, rounded as ``rounding`` says, is
    ``value``. A figure that was looked up has no expression. ``on`` is the day whose law applies.
    """

    id: str
    rule: str
    label: Text
    value: Value
    unit: Unit
    source: Source
    on: date
    evidence: Evidence | None = None
    operands: tuple[tuple[str, Operand], ...] = ()
    expression: str = ""
    rounding: Rounding = Rounding.NONE

    @property
    def outcome(self) -> Outcome:
        """Always `Outcome.CALCULATED`."""
        return Outcome.CALCULATED


@brief
@attrs.frozen(slots=False)
class Finding:
    """A legal judgement: the rule, how it came out and why, and which facts are missing.

    ``label`` and ``answer`` together state something: "The employer has a right to refund: yes".
    A condition has no answer of its own: it is fulfilled, or not, or unresolved.
    """

    id: str
    rule: str
    label: Text
    outcome: Outcome
    because: Text
    source: Source
    on: date
    missing: tuple[str, ...] = ()
    answer: Text | None = attrs.field(default=None, kw_only=True)


class Severity(Enum):
    """How much a caveat matters.

    * ``MONEY``: the result, most often the amount, may be different.
    * ``NOTE``: good to know; it does not change the result.
    """

    MONEY = "money"
    NOTE = "note"

    @property
    def label(self) -> Message:
        """The severity's name, to be shown with `socialkapitel.translate`."""
        return _SEVERITIES[self]


_SEVERITIES = {
    Severity.MONEY: msg("Caveats: the result may be different"),
    Severity.NOTE: msg("Notes"),
}


@brief
@attrs.frozen(cache_hash=True)
class Caveat:
    """Something that the reader of a result must know.

    ``code`` is stable and never reused. ``concerns`` names the legal figures, the facts and the
    parts of the result that it is about: ``"flexjob.ceiling_hourly"``, ``"hours"``. A caveat that
    doesn't say how much it matters is assumed to concern the result.

    >>> Caveat("overtime", msg("Overtime is not refunded"), concerns=("paid_hours",)).severity
    <Severity.MONEY: 'money'>
    """

    code: str
    text: Message
    severity: Severity = Severity.MONEY
    concerns: tuple[str, ...] = ()


def by_severity(caveats: Iterable[Caveat]) -> list[tuple[Severity, list[Caveat]]]:
    """Caveats by how much they matter, those that concern the result first; none is left out."""
    found: dict[Severity, list[Caveat]] = {severity: [] for severity in Severity}
    for caveat in caveats:
        found[caveat.severity].append(caveat)
    return [(severity, among) for severity, among in found.items() if among]


def law_ahead(days: Iterable[date]) -> tuple[Caveat, ...]:
    """A caveat for results under the law of 2027 or later; none before.

    >>> [caveat.code for caveat in law_ahead([date(2026, 12, 31), date(2027, 1, 1)])]
    ['law-unchecked']
    >>> law_ahead([date(2026, 12, 31)])
    ()
    """
    ahead = any(day >= UNCHECKED_FROM for day in days)
    return (Caveat("law-unchecked", NOTICE),) if ahead else ()


@attrs.frozen(slots=False, repr=False)
class Explanation:
    """Why a result is what it is, in ordered steps that can be redone on paper.

    ``str(explanation)`` is English; `render` writes either language; in a notebook it shows itself
    as a table. ``result`` names the steps that are the result; where none is named, the title says
    the outcome.
    """

    title: Message
    givens: tuple[Operand, ...]
    steps: tuple[Step | Finding, ...]
    caveats: tuple[Caveat, ...]
    result: tuple[str, ...] = ()

    @classmethod
    def of(cls, write: Callable[[], Explanation]) -> Explanation:
        """An explanation that is written when first read; ``write`` must be pure."""
        unwritten = cls.__new__(cls)
        vars(unwritten)["_write"] = write
        return unwritten

    if not TYPE_CHECKING:  # pragma: no branch; else a misspelt name would pass as any object

        def __getattr__(self, name: str) -> object:
            """Write the explanation when an attribute is first read."""
            own = vars(self)
            write = own.get("_write")
            if write is not None and "title" not in own and not name.startswith("_"):
                own.update(vars(write()))
            return object.__getattribute__(self, name)

    @property
    def results(self) -> tuple[Step | Finding, ...]:
        """The steps that are the result, in order."""
        return tuple(step for step in self.steps if step.id in self.result)

    def render(self, language: str = "en", form: Form = "full") -> str:
        """The explanation as plain text in ``"en"`` or ``"da"``.

        Args:
            language: ``"en"`` or ``"da"``.
            form: ``"full"`` has every step; ``"short"`` the result, the few steps that decide it
                and the caveats; ``"letter"`` is for the payer of a claim, without what only
                programs need.

        Raises:
            UnknownName: for another language or form.
        """
        from socialkapitel.explanation.forms import page

        return page(self, form, language).render()

    def html(self, language: str = "en", form: Form = "full") -> str:
        """The explanation as an HTML fragment; language and form as for `render`.

        Raises:
            UnknownName: for another language or form.
        """
        from socialkapitel.explanation.forms import page

        return page(self, form, language).html()

    def to_xlsx(self, language: str = "en") -> bytes:
        """The explanation as a workbook that works it out again (extra ``excel``).

        Each step is a row: a formula over the rows before it, with its source, the day of its law
        and its evidence. The inputs can be changed within limits between which every condition
        stays as it was; outside them the steps show ``#N/A``. The cells of its results are named
        ``result``, ``result_2`` (``resultat``). Nothing can be changed where the explanation was
        read from a document.

        Args:
            language: ``"en"`` or ``"da"``.

        Raises:
            UnknownName: for another language.
            MissingExtra: where XlsxWriter is not installed.
        """
        from socialkapitel.explanation.workbook import explanation_workbook

        return explanation_workbook(self, language)

    def document(self) -> dict[str, object]:
        """The explanation as plain data for JSON, in both languages, with its schema's name.

        It is what `socialkapitel.wire.to_json` writes as ``data``, under the schema that
        `socialkapitel.explanation_schema` gives; use that function for documents that are to be
        read back.
        """
        from socialkapitel.wire import to_json

        document: dict[str, object] = json.loads(to_json(self))["data"]
        return document

    def __str__(self) -> str:
        return self.render("en")

    def __repr__(self) -> str:
        parts = f"{len(self.givens)} givens, {len(self.steps)} steps, {len(self.caveats)} caveats"
        return f"<Explanation {str(self.title)!r}: {parts}>"

    def __rich_repr__(self) -> Iterator[object]:
        """What rich shows: the same summary, not every step."""
        yield str(self.title)
        yield "steps", len(self.steps)

    def _repr_html_(self) -> str:
        from socialkapitel.i18n import shown_language

        return self.html(shown_language())


@attrs.frozen(kw_only=True)
class Explained:
    """What every result has: its explanation, and the caveats to read with it."""

    explanation: Explanation = attrs.field(repr=False)

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """What the reader of the result must know."""
        return self.explanation.caveats

    def _repr_html_(self) -> str:
        from socialkapitel.i18n import shown_language

        return self.explanation.html(shown_language())
