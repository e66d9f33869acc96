"""The forms of an explanation, as pages of text and HTML: full, short, and as a letter.

Each form is a page of blocks; text and HTML are written from the same page. Every page ends with
the result, or says it first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Literal, TypeAlias

import attrs

from socialkapitel.errors import UnknownName
from socialkapitel.explanation.rendering import (
    is_added_up,
    whole_kroner,
    word_head,
    word_how,
    word_operand,
    word_source,
    word_value,
)
from socialkapitel.explanation.steps import (
    Explanation,
    Finding,
    Operand,
    OriginKind,
    Outcome,
    Severity,
    Step,
    by_severity,
)
from socialkapitel.i18n import check_language, translate
from socialkapitel.messages import Message, msg
from socialkapitel.sources import Source

_MOST = 6
"""The most steps of the short form."""

_Kind: TypeAlias = Literal["list", "steps", "remarks", "result"]


@attrs.frozen(slots=False)  # which is faster, and a page has dozens
class PageLine:
    """A line of a page: its text and value, how the value was found and by which law."""

    text: str
    value: str = ""
    how: str = ""
    rounding: str = ""
    source: str = ""
    reckoned: bool = False

    @property
    def said(self) -> str:
        """The text and its value."""
        return f"{self.text}: {self.value}" if self.value else self.text

    def why(self, *, equals: bool) -> str:
        """How the value was found, with the value where asked for, and how it was rounded."""
        how = f"{self.how} = {self.value}" if self.reckoned and equals else self.how
        return f"{how} ({self.rounding})" if self.rounding else how


@attrs.frozen
class Block:
    """Lines under a heading; remarks have a mark before them."""

    kind: _Kind
    heading: str
    lines: tuple[PageLine, ...]
    mark: str = ""


@attrs.frozen
class Page:
    """An explanation in one form and language."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    subject: str = ""

    def render(self) -> str:
        """The page as plain text."""
        blocks = ("\n".join(_text_lines(block)) for block in self.blocks)
        return "\n\n".join(filter(None, [self.title, self.subject, *blocks]))

    def html(self) -> str:
        """The page as a fragment of HTML; everything is escaped."""
        subject = f"<p>{escape(self.subject)}</p>" if self.subject else ""
        blocks = "".join(_html_block(block, self.language) for block in self.blocks)
        return (
            f'<div class="socialkapitel-explanation" lang="{self.language}">'
            f"<p><strong>{escape(self.title)}</strong></p>{subject}{blocks}</div>"
        )


def _text_lines(block: Block) -> Iterator[str]:
    yield block.heading
    for number, line in enumerate(block.lines, start=1):
        if block.kind != "steps":
            yield f"  {block.mark} {line.said}" if block.mark else f"  {line.said}"
            continue
        yield f"{number:3}. {line.said}"
        if why := line.why(equals=True):
            yield f"     {why}"
        if line.source:
            yield f"     {line.source}"


def _html_block(block: Block, language: str) -> str:
    heading = f"<p>{escape(block.heading)}</p>"
    if block.kind == "steps":
        return heading + _html_steps(block.lines, language)
    if block.kind == "result":
        lines = "".join(f"<p><strong>{escape(line.said)}</strong></p>" for line in block.lines)
        return heading + lines
    items = "".join(f"<li>{escape(line.said)}</li>" for line in block.lines)
    return f"{heading}<ul>{items}</ul>"


_VALUE = 2
_LEFT = "padding: 0 0.5em; vertical-align: top; text-align: left"
_RIGHT = "padding: 0 0.5em; vertical-align: top; text-align: right"
_WHOLE = f"{_RIGHT}; white-space: nowrap"  # no line ends between a number and its unit


def _html_steps(lines: tuple[PageLine, ...], language: str) -> str:
    """A table with a row for each step; the law has a column where it is shown."""
    heads = [msg("Step"), msg("Calculation"), msg("Value"), msg("Source")]
    told = [[line.text, line.why(equals=False), line.value, line.source] for line in lines]
    if not any(line.source for line in lines):
        heads.pop()
        told = [cells[:-1] for cells in told]
    head = "".join(
        f'<th scope="col" style="{_RIGHT if place == _VALUE else _LEFT}">'
        f"{escape(translate(text, language))}</th>"
        for place, text in enumerate(heads)
    )
    rows = "".join(
        f'<tr style="break-inside: avoid"><td style="{_RIGHT}">{number}</td>'
        + "".join(
            f'<td style="{_WHOLE if place == _VALUE else _LEFT}">{escape(cell)}</td>'
            for place, cell in enumerate(cells)
        )
        + "</tr>"
        for number, cells in enumerate(told, start=1)
    )
    return f"<table><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>"


# --- what each form shows ------------------------------------------------------------------------


def page(explanation: Explanation, form: str, language: str) -> Page:
    """An explanation in a form and language.

    Raises:
        UnknownName: for a language or form that does not exist.
    """
    check_language(language)
    if form not in _FORMS:
        raise UnknownName(msg("form of an explanation"), form, tuple(_FORMS))
    return _FORMS[form](_Writer(explanation, language, whole_kroner(explanation.steps)))


@attrs.frozen
class _Writer:
    """Writes the lines of one explanation in one language."""

    explanation: Explanation
    language: str
    whole: frozenset[str]
    told: dict[object, str] = attrs.field(factory=dict)
    """The sources and numbers that were worded, which many steps have in common."""

    def say(self, text: Message) -> str:
        return translate(text, self.language)

    @property
    def title(self) -> str:
        return self.say(self.explanation.title)

    def givens(self) -> tuple[PageLine, ...]:
        lines = []
        for given in self.explanation.givens:
            label = translate(given.label, self.language)
            value = word_value(given.value, given.unit, self.language, label=label)
            lines.append(PageLine(label, value))
        return tuple(lines)

    def step(self, step: Step | Finding, source: str = "") -> PageLine:
        """A step; without its source, in brief."""
        label, value = word_head(step, self.language, whole=step.id in self.whole)
        how, rounding = word_how(step, self.language, self.number, brief=not source)
        reckoned = isinstance(step, Step) and bool(how)
        return PageLine(label, value, how, rounding, source, reckoned)

    def steps(self) -> tuple[PageLine, ...]:
        return tuple([self.step(step, self.source(step)) for step in self.explanation.steps])

    def source(self, step: Step | Finding) -> str:
        """The source of a step."""
        evidence = step.evidence if isinstance(step, Step) else None
        key = id(step.source), id(evidence)
        if key not in self.told:
            self.told[key] = word_source(step.source, evidence, self.language)
        return self.told[key]

    def number(self, operand: Operand, language: str) -> str:
        """A number in an expression."""
        key = id(operand)
        if key not in self.told:
            whole = operand.origin in self.whole
            self.told[key] = word_operand(operand, language, whole=whole)
        return self.told[key]

    def law(self, step: Step | Finding) -> str:
        """The law of a step, without where it was read."""
        return translate(
            Source(step.source.citation, practice=step.source.practice).text, self.language
        )

    def results(self) -> tuple[PageLine, ...]:
        return tuple(
            PageLine(*word_head(step, self.language, whole=step.id in self.whole))
            for step in self.explanation.results
        )

    def block(
        self, kind: _Kind, heading: Message, lines: Iterable[PageLine], mark: str = ""
    ) -> Iterator[Block]:
        """The lines under their heading; nothing where there are none."""
        found = tuple(lines)
        if found:
            yield Block(kind, self.say(heading), found, mark)

    def caveats(self, severity: Severity) -> tuple[str, ...]:
        found = dict(by_severity(self.explanation.caveats)).get(severity, [])
        return tuple(self.say(caveat.text) for caveat in found)


def _full(writer: _Writer) -> Page:
    """Everything: the inputs, each step with its law, the caveats, and the result."""
    blocks = [
        *writer.block("list", msg("Given"), writer.givens()),
        Block("steps", writer.say(msg("Steps")), writer.steps()),
        *writer.block(
            "remarks", Severity.MONEY.label, map(PageLine, writer.caveats(Severity.MONEY)), "!"
        ),
        *writer.block(
            "remarks", Severity.NOTE.label, map(PageLine, writer.caveats(Severity.NOTE)), "-"
        ),
        *writer.block("result", msg("Result"), writer.results()),
    ]
    return Page(writer.title, writer.language, tuple(blocks))


def _short(writer: _Writer) -> Page:
    """The question, the result, the steps that decide, and the caveats."""
    remarks = [*writer.caveats(Severity.MONEY)]
    if notes := len(writer.caveats(Severity.NOTE)):
        remarks.append(
            writer.say(msg("The full explanation has notes as well ({count})", count=notes))
        )
    blocks = [
        *writer.block("result", msg("Result"), writer.results()),
        *writer.block(
            "steps",
            msg("What decides the result"),
            (writer.step(step) for step in deciding(writer.explanation)),
        ),
        *writer.block(
            "remarks",
            msg("What to bear in mind"),
            (PageLine(for_people(text)) for text in remarks),
            "-",
        ),
    ]
    return Page(writer.title, writer.language, tuple(blocks))


def _letter(writer: _Writer) -> Page:
    """What goes with a claim: its basis, the calculation, the law, what is doubtful, the result."""
    explanation = writer.explanation
    rates = [step for step in explanation.steps if isinstance(step, Step) and not step.expression]
    others = [step for step in explanation.steps if step not in rates]
    rests_on = [
        attrs.evolve(writer.step(rate), value=f"{writer.step(rate).value} ({writer.law(rate)})")
        for rate in rates
    ]
    remarks = (PageLine(for_people(text)) for text in writer.caveats(Severity.MONEY))
    laws = dict.fromkeys(writer.law(step) for step in others if not is_added_up(step))
    blocks = [
        *writer.block(
            "list", msg("Information on which the calculation is based"), writer.givens()
        ),
        *writer.block("list", msg("Rates and limits in force"), rests_on),
        *writer.block("steps", msg("Calculation"), map(writer.step, others)),
        *writer.block("list", msg("Legal basis"), map(PageLine, laws)),
        *writer.block("remarks", msg("Reservations"), remarks, "-"),
        *writer.block("result", msg("Result"), writer.results()),
    ]
    amount = any(isinstance(step, Step) for step in explanation.results)
    heading = msg("How the amount was calculated") if amount else msg("How the result was found")
    return Page(writer.say(heading), writer.language, tuple(blocks), writer.title)


_FORMS: dict[str, Callable[[_Writer], Page]] = {
    "full": _full,
    "short": _short,
    "letter": _letter,
}

_CODES = re.compile(r" \((?:[a-z]+_\w+|[A-Z]\w+\.[A-Z_]+)[^()]*\)")
"""Brackets meant for programs: a name, and what follows it."""


def for_people(text: str) -> str:
    """A text without the names in brackets that only programs need.

    >>> for_people("Give the paid hours (paid_hours)")
    'Give the paid hours'
    """
    return _CODES.sub("", text)


def deciding(explanation: Explanation) -> tuple[Step | Finding, ...]:
    """The few steps that decide the result, in order.

    The result and the steps that it is made of, back as far as there is room; up to three
    conditions that were not fulfilled; then conditions that were judged once only.
    """
    results = explanation.results
    chosen = {step.id for step in results if isinstance(step, Step)}
    judged = [step for step in explanation.steps if isinstance(step, Finding)]
    judged = [finding for finding in judged if finding not in results]
    against = [finding for finding in judged if finding.outcome is not Outcome.FULFILLED]
    if all(step.outcome in _GOOD for step in results) and not chosen:
        against = []
    chosen |= {finding.id for finding in against[:3]}
    known = {step.id: step for step in explanation.steps if isinstance(step, Step)}
    level = [step for step in results if isinstance(step, Step)]
    while level:
        behind = {name: known[name] for step in level for name in _made_of(step, known)}
        level = [step for name, step in behind.items() if name not in chosen]
        if len(chosen) + len(level) > _MOST:
            break
        chosen |= {step.id for step in level}
    rules = [finding.rule for finding in judged]
    for finding in judged:
        if len(chosen) < _MOST and rules.count(finding.rule) == 1:
            chosen.add(finding.id)
    return tuple(step for step in explanation.steps if step.id in chosen)


_GOOD = frozenset({Outcome.FULFILLED, Outcome.CALCULATED})


def _made_of(step: Step, known: dict[str, Step]) -> Iterator[str]:
    """The steps that a step is made of; for a lowest or highest value, only the one chosen."""
    chooses = _CHOOSES.fullmatch(step.expression) is not None
    for _, operand in step.operands:
        behind = known.get(operand.origin) if operand.kind is OriginKind.STEP else None
        if behind is not None and (not chooses or behind.value == step.value):
            yield operand.origin


_CHOOSES = re.compile(r"(min|max)\(\w+(, \w+)*\)")
"""An expression that is nothing but the lowest or the highest of several numbers."""
