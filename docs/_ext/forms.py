"""Forms made of the calculators' own classes, and what is worked out of a form that is filled in.

The manual's pages are built with it, and in the reader's browser it works the results out. It
knows the library and nothing of HTML: a form is a tree of `Field`, what somebody filled in is a
mapping of names to texts, such as ``{"job.share": "2/3", "hours.0.hours": "37"}``.
"""

import inspect
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

import socialkapitel as sk
from socialkapitel.glossary import choice_label, label_of

UNITS = {
    sk.Label("kr.", "kr."): (
        "actual_pay amount contributions deciding_pay full_time_pay monthly_benefit "
        "other_contributions paid pay pay_before payouts refunded sickness special_support "
        "starting_pay weekly_benefit"
    ),
    sk.Label("kr. an hour", "kr. pr. time"): "granted_rate hourly_pay hourly_rate pay_changes",
    sk.Label("hours", "timer"): "dates hours hours_in_8_weeks hours_in_other_jobs paid_hours",
    sk.Label("hours a week", "timer pr. uge"): (
        "contract_hours full_time_hours norm_hours weekly_hours"
    ),
    sk.Label("days", "dage"): (
        "absence_days_last_year benefit_days employer_paid_days expected_absence_days"
    ),
    sk.Label("employees", "ansatte"): "employees_after ordinary_employees",
}
"""What a number counts, by the field's name."""

UNIT = {name: unit for unit, names in UNITS.items() for name in names.split()}

PLACES = {
    "date": sk.Label("Date", "Dato"),
    "month": sk.Label("Month", "Måned"),
    "week": sk.Label("Week or date", "Uge eller dato"),
    "start": sk.Label("From", "Fra"),
    "end": sk.Label("Through", "Til og med"),
    "state": sk.Label("What the days are", "Dagenes status"),
    "per": sk.Label("Paid by the", "Aflønnet pr."),
}
PER = {
    "monthly": sk.Label("full-time month", "fuldtidsmåned"),
    "hourly": sk.Label("hour", "time"),
}
YES_NO = {"yes": sk.Label("yes", "ja"), "no": sk.Label("no", "nej")}
LABELS = {
    "on": sk.Label("Date", "Dato"),
    "deciding_pay": sk.Label("Pay for the month before", "Løn for måneden før"),
    "refunded": sk.Label("Sickness benefit refunded by day", "Sygedagpengerefusion pr. dag"),
    "month_of_absence": sk.Label("Only this month", "Kun denne måned"),
    "paid": sk.Label("Amount that was paid", "Udbetalt beløb"),
    "pay": sk.Label("Pay for the month", "Løn for måneden"),
    "hours_in_8_weeks": sk.Label(
        "Hours at work in the 8 weeks before", "Arbejdstimer i de 8 uger forud"
    ),
}
"""What a field is called on a form where its name alone doesn't say it there."""

HINTS = {
    "week": sk.Label(
        "A week such as 2024-W05, or a date such as 2024-01-31.",
        "En uge som 2024-W05 eller en dato som 2024-01-31.",
    ),
    "granted_on": sk.Label(
        "Only where the first day is not known.", "Kun hvis første ansættelsesdag ikke kendes."
    ),
    "hours_in_other_jobs": sk.Label(
        "If they are left out, the result says what they could change.",
        "Udelades de, siger resultatet, hvad de kan ændre.",
    ),
    "ended_on": sk.Label(
        "Leave empty if it continues.", "Udfyldes ikke, så længe ansættelsen varer."
    ),
    "AssistanceBank.weekly_hours": sk.Label(
        "For the quarter after the last one.", "For kvartalet efter det sidste."
    ),
    "quarter": sk.Label("A quarter such as 2024-Q1.", "Et kvartal som 2024-Q1."),
    "first_quarter": sk.Label("A quarter such as 2024-Q1.", "Et kvartal som 2024-Q1."),
}

EMPTY = sk.Label("Fill this in.", "Skal udfyldes.")
A_DATE = sk.Label("a date such as 2024-01-31", "en dato som 2024-01-31")
ONCE = sk.Label("each only once", "hver kun én gang")
GIVE = sk.Label("Give {accepted}.", "Angiv {accepted}.")
NONE = sk.Label("There are none", "Der er ingen")
NOT_KNOWN = sk.Label("not known", "ved ikke")
NO_ATP = sk.Label("none", "ingen")
SHARES = ("1/2", "2/3")
ATP_CLASSES = "ABCDEF"

LEFT_OUT = {"parameters", "sickness_benefit", "Schedule.changes"}
"""What no form asks for: other figures, and what is more easily written in Python."""

OF_EACH = {
    "hours": sk.Label("Hours", "Timer"),
    "kr.": sk.Label("Amount", "Beløb"),
    "kr. an hour": sk.Label("Amount", "Beløb"),
    "days": sk.Label("Days", "Dage"),
    "employees": sk.Label("Employees in the month", "Ansatte i måneden"),
}
"""What the values of a list are called, by their unit."""

MAY_BE_NONE_AT_ALL = {"hours_in_other_jobs"}
"""Where an empty list says that there are none, and nothing that it is not known."""


@attrs.frozen(kw_only=True)
class Field:
    """A field of a form, or several that belong together.

    ``kind`` is what a text is read as (``date``, ``month``, ``quarter``, ``week``, ``year``,
    ``whole``, ``number``), ``"choice"``, or of several fields ``"group"``, ``"rows"`` (any number
    of groups) or ``"variants"`` (one of its parts, by a choice).
    """

    name: str
    label: Any
    kind: str
    needed: bool = True
    always: bool = False
    """Whether None is given where it is left empty."""
    unit: Any = None
    hint: Any = None
    choices: Mapping[str, Any] = attrs.field(factory=dict)
    parts: tuple["Field", ...] = ()
    makes: Any = None
    """What is made of it: a class, a function, an enumeration, or types of key and value."""

    @property
    def own(self) -> str:
        """The last part of the name."""
        return self.name.rpartition(".")[2]


@attrs.frozen
class Call:
    """A call of the library: what runs and what "show the code" shows are the same thing."""

    name: str
    args: tuple[Any, ...] = ()
    given: Mapping[str, Any] = attrs.field(factory=dict)
    at: str = ""
    """The row or the variant that it is made of, where it is one of several."""


@attrs.frozen
class Pairs:
    """A mapping, as pairs of keys and values."""

    pairs: tuple[tuple[Any, Any], ...] = ()
    at: str = ""
    """The field that it is made of, where there is a choice of several."""


class Refused(Exception):
    """What was filled in is not accepted: pairs of a field's name and the error."""

    def __init__(self, faults: Sequence[tuple[str, sk.SocialkapitelError]]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)


PAID = Field(
    name="paid", label=LABELS["paid"], kind="number", unit=UNIT["paid"], makes=str, always=True
)


# --- forms of classes ---------------------------------------------------------


def form(calculator: str) -> Field:
    """The form of a calculator: a group with a part for each argument, or attribute of a class."""
    function = getattr(sk, calculator)
    parts = [*(_attributes(function, "") if attrs.has(function) else _arguments(function, ""))]
    if calculator == "sickness_refund":
        parts.append(_field("month_of_absence", sk.Month | str, needed=False))
    return Field(name="", label=None, kind="group", parts=tuple(parts), makes=calculator)


def _arguments(function: Any, way: str) -> Iterator[Field]:
    hints = get_type_hints(function)
    for name, argument in inspect.signature(function).parameters.items():
        if name not in LEFT_OUT:
            needed = argument.default is argument.empty
            yield _field(f"{way}{name}", hints[name], needed=needed)


def _attributes(cls: Any, way: str) -> tuple[Field, ...]:
    hints = get_type_hints(cls)
    return tuple(
        _field(
            f"{way}{one.alias}",
            hints[one.name],
            needed=one.default is attrs.NOTHING,
            label=one.metadata.get("label"),
            hint=HINTS.get(f"{cls.__name__}.{one.alias}"),
        )
        for one in attrs.fields(cls)
        if one.init and not {one.alias, f"{cls.__name__}.{one.alias}"} & LEFT_OUT
    )


def _field(name: str, kind: Any, *, needed: bool, label: Any = None, hint: Any = None) -> Field:
    """The field for what is given under a name, by its type."""
    own = name.rpartition(".")[2]
    types = [one for one in _union(kind) if one is not NoneType]
    nullable = NoneType in _union(kind)
    made = {
        "name": name,
        "label": LABELS.get(own) or label or label_of(own) or PLACES.get(own),
        "needed": needed and (own == "atp_class" or not nullable),
        "always": needed,
        "unit": UNIT.get(own),
        "hint": hint or HINTS.get(own),
    }
    if made["label"] is None:
        raise LookupError(f"{name} has no label; add it to the glossary")
    return (
        _choice(own, types, made, nullable=nullable)
        or _special(name, types, made)
        or _single(own, types, made)
        or _composed(name, types, made)
    )


def _choice(
    own: str, types: Sequence[Any], made: dict[str, Any], *, nullable: bool
) -> Field | None:
    """A choice between a few values."""
    enums = [one for one in types if isinstance(one, type) and issubclass(one, Enum)]
    if own == "atp_class":
        choices, makes = {**{one: one for one in ATP_CLASSES}, "none": NO_ATP}, str
    elif sk.Share in types:
        choices, makes = {one: one for one in SHARES}, str
    elif enums:
        choices, makes = {each.name: _called(each) for each in enums[0]}, enums[0]
    elif bool in types:
        choices, makes = {**({"": NOT_KNOWN} if nullable else {}), **YES_NO}, bool
    else:
        return None
    return Field(kind="choice", choices=choices, makes=makes, **made)


def _special(name: str, types: Sequence[Any], made: dict[str, Any]) -> Field | None:
    """Pay, hours by weekday, and what is given month by month."""
    if sk.Pay in types:
        return _pay(made)
    if name.endswith(".weekdays"):
        return _weekdays(made)
    if any(get_origin(one) is Mapping and sk.Month in _union(get_args(one)[0]) for one in types):
        return _rows(name, types, made)
    return None


def _single(own: str, types: Sequence[Any], made: dict[str, Any]) -> Field | None:
    """A single text."""
    if sk.Month in types:
        return Field(kind="month", makes=str, **made)
    if sk.Quarter in types:
        return Field(kind="quarter", makes=str, **made)
    if Decimal in types:
        return Field(kind="number", makes=str, **made)
    if date in types:
        return Field(kind="date", makes=str, **made)
    if int in types:
        return Field(kind="year" if own == "year" else "whole", makes=int, **made)
    return None


def _composed(name: str, types: Sequence[Any], made: dict[str, Any]) -> Field:
    """An object of its own, one of several, or rows."""
    classes = [one for one in types if attrs.has(one) and one.__module__.startswith(sk.__name__)]
    by_day = [one for one in types if get_origin(one) is Mapping]
    if len(classes) + len(by_day) > 1:
        parts = [_variant(one, f"{name}.{one.__name__}") for one in classes]
        if by_day:
            label = {"label": VARIANTS["by_day"], "hint": None, "needed": True}
            parts.append(
                _rows(f"{name}.by_day", by_day, {**made, **label, "name": f"{name}.by_day"})
            )
        choices = {one.own: one.label for one in parts}
        return Field(kind="variants", choices=choices, parts=tuple(parts), **{**made, "unit": None})
    if classes:
        parts = _attributes(classes[0], f"{name}.")
        made["unit"] = None
        return Field(kind="group", parts=parts, makes=classes[0].__name__, **made)
    return _rows(name, types, made)


VARIANTS = {
    "by_day": sk.Label(
        "sickness benefit that was refunded, by day", "udbetalt sygedagpengerefusion pr. dag"
    ),
    "SicknessAbsence": sk.Label("the whole absence", "hele sygefraværet"),
    "OrdinaryWork": sk.Label("ordinary work", "ordinært arbejde"),
    "SickLeave": sk.Label("ordinary work with an absence", "ordinært arbejde med sygefravær"),
    "FlexjobWork": sk.Label("flexjob begun before 2013", "fleksjob før 1. januar 2013"),
    "FlexjobSince2013Work": sk.Label(
        "flexjob begun in 2013 or later", "fleksjob fra 1. januar 2013"
    ),
    "SubsidisedWork": sk.Label("job with wage subsidy", "job med løntilskud"),
}


def _variant(cls: Any, name: str) -> Field:
    return Field(
        name=name,
        label=VARIANTS[cls.__name__],
        kind="group",
        parts=_attributes(cls, f"{name}."),
        makes=cls.__name__,
    )


def _union(hint: Any) -> tuple[Any, ...]:
    """The types of a union, those within it included."""
    if get_origin(hint) in (Union, UnionType):
        return tuple(part for one in get_args(hint) for part in _union(one))
    return (hint,)


def _called(choice: Enum) -> Any:
    """What people call a choice."""
    return getattr(choice, "label", None) or choice_label(choice) or choice.name


def _pay(made: dict[str, Any]) -> Field:
    """Pay, by the month or by the hour."""
    name, needed = made["name"], made["needed"]
    parts = (
        Field(
            name=f"{name}.amount",
            label=label_of("amount"),
            kind="number",
            unit=made["unit"],
            makes=str,
            needed=needed,
            always=True,
        ),
        Field(
            name=f"{name}.per",
            label=PLACES["per"],
            kind="choice",
            choices=PER,
            makes="per",
            needed=needed,
        ),
    )
    return Field(kind="group", parts=parts, makes="Pay", **{**made, "unit": None})


def _weekdays(made: dict[str, Any]) -> Field:
    """Hours of each day from Monday to Sunday."""
    parts = tuple(
        Field(
            name=f"{made['name']}.{day.value}",
            label=_called(day),
            kind="number",
            unit=UNIT["hours"],
            needed=False,
            makes=str,
        )
        for day in sk.Weekday
    )
    return Field(kind="group", parts=parts, makes="weekdays", **made)


def _rows(name: str, types: Sequence[Any], made: dict[str, Any]) -> Field:
    """Any number of rows: of single values, of an object each, or of pairs of a key and a value."""
    [kind, *_] = [one for one in types if get_origin(one) in (tuple, Mapping, Sequence)] or [None]
    if kind is None:
        raise LookupError(f"{name}: no form is known for {types}")
    made["hint"] = HINTS.get(name.rpartition(".")[2])
    own = name.rpartition(".")[2]
    inner = get_args(kind)
    if get_origin(kind) is not Mapping:
        inner = get_args(inner[0]) if get_origin(inner[0]) is tuple else inner[:1]
    if len(inner) == 1:
        one = inner[0]
        if attrs.has(one):
            parts, makes = _attributes(one, f"{name}.0."), one.__name__
        else:
            parts, makes = (_of_each(f"{name}.0.{own}", made["unit"]),), "list"
        return Field(kind="rows", parts=parts, makes=makes, **made)
    keys, value = _union(inner[0]), inner[1]
    if sk.Period in keys:
        places = ("start", "end")
    elif sk.Week in keys:
        places = ("week",)
    else:
        places = ("month",) if sk.Month in keys else ("date",)
    kinds = {"start": "date", "end": "date"}
    parts = [
        Field(
            name=f"{name}.0.{place}",
            label=PLACES[place],
            kind=kinds.get(place, place),
            makes=str,
            hint=HINTS.get(place),
            needed=place != "end",
            always=place != "end",
        )
        for place in places
    ]
    if isinstance(value, type) and issubclass(value, Enum):
        parts.append(_field(f"{name}.0.state", value, needed=True))
    else:
        parts.append(_of_each(f"{name}.0.{own}", made["unit"]))
    return Field(kind="rows", parts=tuple(parts), makes="dict", **{**made, "unit": None})


def _of_each(name: str, unit: Any) -> Field:
    """The number in a row."""
    label = OF_EACH[unit.en]
    return Field(name=name, label=label, kind="number", unit=unit, makes=str, always=True)


# --- calls of what was filled in ----------------------------------------------


def call(calculator: str, given: Mapping[str, str], language: str) -> Call:
    """The call that a form stands for as it is filled in."""
    whole = _given(form(calculator), given, language)
    month = whole.pop("month_of_absence", None)
    made = Call(f"sk.{calculator}", given=whole)
    if month is not None:
        return Call("month", (made, Call("sk.Month.fromisoformat", (month,))))
    return made


def _given(group: Field, filled: Mapping[str, str], language: str) -> dict[str, Any]:
    """What is given to a class or function, by name; what isn't needed may be left out."""
    found = {}
    for part in group.parts:
        value = _value(part, filled, language)
        if value is not None or part.always:
            found[part.own] = value
    return found


def _value(field: Field, filled: Mapping[str, str], language: str) -> Any:
    """What a field stands for as it is filled in; None where it is empty."""
    if field.kind == "rows":
        return _of_rows(field, filled, language)
    if field.kind == "variants":
        [*chosen] = [part for part in field.parts if part.own == filled.get(field.name)]
        if not chosen:
            return None
        return attrs.evolve(_value(chosen[0], filled, language), at=chosen[0].name)
    if field.kind == "group":
        if not field.needed and not any(name.startswith(f"{field.name}.") for name in filled):
            return None
        given = _given(field, filled, language)
        if field.makes == "weekdays":
            return [given.get(part.own, "0") for part in field.parts]
        if field.makes == "Pay":
            per, amount = given.get("per"), given.get("amount")
            return None if amount is None else Call(f"sk.Pay.{per or 'monthly'}", (amount,))
        return Call(f"sk.{field.makes}", given=given)
    text = filled.get(field.name)
    if text is None or text == "none" or (field.choices and text not in field.choices):
        return None
    return _read(field, text, language)


def _read(field: Field, text: str, language: str) -> Any:
    """A text as the library takes it; what can't be read is left for the library to refuse."""
    if field.makes is bool:
        return text == "yes"
    if field.kind in {"whole", "year"}:
        return int(text) if text.isdecimal() and len(text) < 10 else text
    if field.kind == "number" and language == "da":
        try:
            return str(sk.danish(text))
        except sk.SocialkapitelError:
            return text
    return text


def _of_rows(field: Field, filled: Mapping[str, str], language: str) -> Any:
    if filled.get(f"{field.name}.none"):
        return Pairs()
    rows = {row.name: _given(row, filled, language) for row in rows_of(field, filled)}
    if not rows:
        return (Pairs() if field.makes == "dict" else ()) if field.needed else None
    if field.makes == "list":
        return [row.get(field.own) for row in rows.values()]
    if field.makes != "dict":
        return tuple(Call(f"sk.{field.makes}", given=row, at=name) for name, row in rows.items())
    return Pairs(tuple((_key(row), row.get(field.parts[-1].own)) for row in rows.values()))


def rows_of(field: Field, filled: Mapping[str, str]) -> list[Field]:
    """The rows that something is filled in of, each as a group."""
    start = f"{field.name}."
    numbers = {
        name.removeprefix(start).partition(".")[0] for name in filled if name.startswith(start)
    }
    return [
        attrs.evolve(
            field,
            name=f"{field.name}.{number}",
            kind="group",
            parts=tuple(_numbered(part, field.name, number) for part in field.parts),
        )
        for number in sorted(int(each) for each in numbers if each.isdecimal())
    ]


def _numbered(part: Field, rows: str, number: int) -> Field:
    """A field of the first row as one of another."""
    name = part.name.replace(f"{rows}.0.", f"{rows}.{number}.", 1)
    parts = tuple(_numbered(one, rows, number) for one in part.parts)
    return attrs.evolve(part, name=name, parts=parts)


def _key(row: Mapping[str, Any]) -> Call:
    """The day, days, week or month that a row is about."""
    if "month" in row:
        return Call("sk.Month.fromisoformat", (row["month"],))
    if "week" in row:
        text = str(row["week"]).upper()
        name = "sk.Week.fromisoformat" if "W" in text else "date.fromisoformat"
        return Call(name, (text,))
    if "start" in row:
        days = [row.get("start"), row.get("end", row.get("start"))]
        return Call("sk.Period", tuple(Call("date.fromisoformat", (day,)) for day in days))
    return Call("date.fromisoformat", (row.get("date"),))


# --- running and showing calls ------------------------------------------------


def made(node: Any, way: str = "") -> Any:
    """What a call gives.

    Raises:
        Refused: with every fault, each at the field that it is about.
    """
    if isinstance(node, Call):
        return _called_with(node, f"{node.at}." if node.at else way)
    if isinstance(node, Pairs):
        return _mapping(node, f"{node.at}." if node.at else way)
    if isinstance(node, (list, tuple)):
        return type(node)(made(one, way) for one in node)
    return node


def _mapping(node: Pairs, way: str) -> dict[Any, Any]:
    place, found = way.rstrip("."), {}
    for key, value in node.pairs:
        read = made(key, way)
        if read in found:
            raise Refused([(place, sk.InvalidInput(place, str(read), ONCE))])
        found[read] = made(value, way)
    return found


def _called_with(node: Call, way: str) -> Any:
    faults: list[tuple[str, sk.SocialkapitelError]] = []
    args, given = [], {}
    for name, value in (*enumerate(node.args), *node.given.items()):
        inner = way if isinstance(name, int) else f"{way}{name}."
        try:
            read = made(value, inner)
        except Refused as refused:
            faults += refused.faults
        else:
            args.append(read) if isinstance(name, int) else given.update({name: read})
    if faults:
        raise Refused(faults)
    try:
        return _run(node.name, args, given, way)
    except sk.SocialkapitelError as error:
        if node.name.startswith("sk.Pay."):
            place = f"{way}amount"
        elif node.name.endswith((".fromisoformat", ".Period")):
            place = way.rstrip(".")
        else:
            faults = [_placed(each, node, way) for each in getattr(error, "faults", (error,))]
            raise Refused(faults) from None
        raise Refused([(place, error)]) from None


def _run(name: str, args: list[Any], given: dict[str, Any], way: str) -> Any:
    """What a function gives."""
    if name == "month":
        return args[0].month(args[1])
    if name == "date.fromisoformat":
        try:
            return date.fromisoformat(*args)
        except (TypeError, ValueError):
            raise sk.InvalidInput(way.rstrip("."), str(args[0]), A_DATE) from None
    return _function(name)(*args, **given)


def _placed(
    error: sk.SocialkapitelError, node: Call, way: str
) -> tuple[str, sk.SocialkapitelError]:
    """An error at its field; where it is about a field of some row, at the rows."""
    field = error.field.partition("[")[0]
    for name, given in node.given.items():
        rows = given if isinstance(given, tuple) else ()
        if field not in node.given and any(
            field in row.given for row in rows if isinstance(row, Call)
        ):
            field = name
    return (f"{way}{field}" if field else way.rstrip("."), error)


def _function(name: str) -> Any:
    found: Any = {"sk": sk, "date": date}
    first, *rest = name.split(".")
    found = found[first]
    for part in rest:
        found = getattr(found, part)
    return found


WIDE = 88


def code(node: Any, indent: int = 0) -> str:
    """A call as Python, over several lines where it is long."""
    short = _code(node, None)
    if len(short) + indent <= WIDE and "\n" not in short:
        return short
    return _code(node, indent)


def _code(node: Any, indent: int | None) -> str:
    if isinstance(node, Call) and node.name == "month":
        return f"{code(node.args[0], indent or 0)}.month({code(node.args[1])})"
    if isinstance(node, Call) and node.name.endswith(".fromisoformat"):
        return _moment(node)
    if isinstance(node, Call):
        parts = [(None, one) for one in node.args] + [(f"{k}=", v) for k, v in node.given.items()]
        opening, closing = f"{node.name}(", ")"
    elif isinstance(node, Pairs):
        parts = [(f"{_code(key, None)}: ", value) for key, value in node.pairs]
        opening, closing = "{", "}"
    elif isinstance(node, list):
        parts, opening, closing = [(None, one) for one in node], "[", "]"
    elif isinstance(node, tuple):
        parts, opening, closing = [(None, one) for one in node], "(", ",)"[len(node) > 1 :]
    elif isinstance(node, str):
        return '"' + node.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    else:
        return repr(node)
    if indent is None:
        return opening + ", ".join((name or "") + _code(one, None) for name, one in parts) + closing
    space = " " * (indent + 4)
    lines = [f"{space}{name or ''}{code(one, indent + 4)},\n" for name, one in parts]
    return f"{opening}\n{''.join(lines)}{' ' * indent}{closing}"


def _moment(node: Call) -> str:
    """A day, week or month as it is written in code, where it is one."""
    try:
        read = made(node)
    except Refused:
        return f"{node.name}({_code(node.args[0], None)})"
    if isinstance(read, date):
        return f"date({read.year}, {read.month}, {read.day})"
    return f"sk.{read!r}".replace("year=", "").replace("month=", "").replace("week=", "")


def program(node: Call, paid: str | None = None) -> str:
    """The Python that gives the result."""
    text = f"result = {code(node)}\nprint(result.explanation.render())\n"
    if paid is not None:
        text += f"print(sk.reconcile(result, paid={code(paid)}).render())\n"
    dates = "from datetime import date\n\n" if "date(" in text else ""
    return f"{dates}import socialkapitel as sk\n\n{text}"


# --- what the worker asks for ---------------------------------------------------


MISTAKE = "mistake"
"""The page that takes an amount paid: its form has a calculator, and that one's fields."""


def answer(calculator: str, given: Mapping[str, str], language: str) -> dict[str, Any]:
    """The result of a form, for a page: HTML, code and faults in the reader's language."""
    given = {name: text.strip() for name, text in given.items() if text.strip()}
    paid = None
    if calculator == MISTAKE:
        which = given.get("which", "")
        if which not in RECONCILED:
            return {"faults": {"which": sk.translate(EMPTY, language)}}
        paid = _read(PAID, given.get("paid", ""), language)
        inner = {name.removeprefix(f"{which}."): text for name, text in given.items()}
        found = _answer(which, inner, language, paid or None)
        if "faults" in found or not paid:
            placed = {"paid": sk.translate(EMPTY, language)} if not paid else {}
            placed |= {
                name if name == "paid" else f"{which}.{name}": text
                for name, text in found.get("faults", {}).items()
            }
            return {"faults": placed, "code": found["code"]}
        return found
    return _answer(calculator, given, language, paid)


def _answer(
    calculator: str, given: Mapping[str, str], language: str, paid: str | None
) -> dict[str, Any]:
    asked = call(calculator, given, language)
    shown = program(asked, paid)
    try:
        result = made(asked)
        html = result.explanation.html(language)
        reconciled = "" if paid is None else _reconciled(result, paid, language)
    except Refused as refused:
        faults = {field: _told(error, language) for field, error in refused.faults}
        empty = sk.translate(EMPTY, language)
        faults |= dict.fromkeys(_empty(form(calculator), given), empty)
        return {"faults": faults, "code": shown}
    return {"html": reconciled + html, "amount": _amount(result, language), "code": shown}


def spreadsheet(calculator: str, given: Mapping[str, str], language: str) -> bytes:
    """The result of a form as a workbook whose formulas work it out again."""
    given = {name: text.strip() for name, text in given.items() if text.strip()}
    if calculator == MISTAKE:
        calculator = given["which"]
        given = {name.removeprefix(f"{calculator}."): text for name, text in given.items()}
    return made(call(calculator, given, language)).explanation.to_xlsx(language)


def _empty(field: Field, filled: Mapping[str, str]) -> Iterator[str]:
    """The names of the fields that must be filled in and are not."""
    inner: Sequence[Field] = ()
    if field.kind == "group":
        if field.needed or any(name.startswith(f"{field.name}.") for name in filled):
            inner = field.parts
    elif field.kind == "rows":
        inner = rows_of(field, filled)
    elif field.kind == "variants":
        inner = [part for part in field.parts if part.own == filled.get(field.name)]
    if field.kind != "group" and field.needed and not inner and field.name not in filled:
        yield field.name
    for part in inner:
        yield from _empty(part, filled)


def _told(error: sk.SocialkapitelError, language: str) -> str:
    """What to say of an error at the field that it is about, next to the field's name."""
    if not isinstance(error, sk.InvalidInput):
        return sk.translate(error.message, language)
    accepted = sk.translate(error.accepted, language)
    return sk.translate(GIVE, language).format(accepted=accepted)


def _reconciled(result: Any, paid: str, language: str) -> str:
    try:
        return sk.reconcile(result, paid=paid).html(language)
    except sk.SocialkapitelError as error:
        raise Refused([(error.field, error)]) from None


def _amount(result: Any, language: str) -> str:
    """The main amount, where the result has one."""
    amount = getattr(result, "amount", None)
    return sk.format_kroner(amount, language) if isinstance(amount, Decimal) else ""


def each(field: Field) -> Iterator[Field]:
    """All fields of a form, those that others are made of included."""
    yield field
    for part in field.parts:
        yield from each(part)


def example(calculator: str) -> dict[str, str]:
    """What a page's form holds when it opens."""
    if calculator != MISTAKE:
        return EXAMPLES[calculator]
    first = RECONCILED[0]
    case = {f"{first}.{name}": text for name, text in EXAMPLES[first].items()}
    return {"which": first, "paid": "22101,33", **case}


def show_example(calculator: str, language: str) -> None:
    """Work out what a page shows when it opens, so that all that takes is at hand."""
    answer(calculator, example(calculator), language)


def try_all() -> None:
    """Work every form out as its page shows it, reconcile it, and let it refuse something."""
    for calculator, example in EXAMPLES.items():
        for language in ("da", "en"):
            for given in (example, {}, dict.fromkeys(example, "?")):
                answer(calculator, given, language)
            spreadsheet(calculator, example, language)
            if calculator in RECONCILED:
                there = {f"{calculator}.{name}": text for name, text in example.items()}
                answer(MISTAKE, {"which": calculator, "paid": "1", **there}, language)


RECONCILED = (
    "flexjob_refund",
    "sickness_refund",
    "wage_subsidy",
    "flex_wage_supplement",
    "assistance_refund",
)
"""The calculators whose results are paid out."""

JOB = {
    "job.started_on": "2008-09-01",
    "job.share": "2/3",
    "job.starting_pay.amount": "29600",
    "job.starting_pay.per": "monthly",
    "job.weekly_hours": "37",
    "job.atp_class": "A",
    "job.other_contributions": "3552",
}
NEW_JOB = {"job.started_on": "2023-05-01", "job.full_time_pay": "32066,67"}
ABSENCE = {
    "absence.first_day": "2022-01-03",
    "absence.contract_hours": "37",
    "absence.hourly_pay": "185",
    "absence.paid_during_sickness": "yes",
    "absence.basis": "ORDINARY",
    "absence.hours_in_other_jobs.none": "1",
}
HOURS = {1: "37", 2: "37", 3: "37", 4: "37", 5: "37", 6: "12"}
for _number, (_week, _hours) in enumerate(HOURS.items()):
    ABSENCE[f"absence.hours.{_number}.week"] = f"2022-W{_week:02d}"
    ABSENCE[f"absence.hours.{_number}.hours"] = _hours

EXAMPLES: dict[str, dict[str, str]] = {
    "flexjob_refund": {**JOB, "month": "2024-05"},
    "flexjob_year": {**JOB, "year": "2024"},
    "flex_wage_supplement": {
        **NEW_JOB,
        "month": "2024-03",
        "pay": "15600",
        "deciding_pay": "15600",
    },
    "flex_wage_year": {
        **NEW_JOB,
        "year": "2024",
        "pay_before": "15600",
        **{f"pay.{number}.month": f"2024-{number + 1:02d}" for number in range(12)},
        **{f"pay.{number}.pay": "15600" if number < 6 else "17000" for number in range(12)},
    },
    "sickness_refund": ABSENCE,
    "section_56_agreement": {
        "agreement.starts_on": "2024-03-01",
        "agreement.expected_absence_days": "12",
        "agreement.employee_agrees": "yes",
        "agreement.employer_agrees": "yes",
        "agreement.municipality_approves": "yes",
        "agreement.meets_employment_requirement": "yes",
        "agreement.absence_days_last_year": "7",
        "agreement.conditions_changed": "no",
        "on": "2026-02-01",
    },
    "wage_subsidy": {
        "job.target_group": "DISABILITY_PENSION",
        "job.hourly_pay": "115",
        "month": "2007-11",
        "hours": "64,5",
    },
    "subsidised_hours": {
        "kind": "FULL_TIME_INSURED",
        "on": "2018-03-01",
        "monthly_benefit": "9316,50",
    },
    "net_expansion": {
        "target_group": "UNEMPLOYED_WITH_BENEFIT",
        "on": "2021-03-01",
        **{
            f"ordinary_employees.{number}.ordinary_employees": "20" if number < 11 else "20,5"
            for number in range(12)
        },
        "employees_after": "21",
        "new_post": "no",
        "vacated_on": "2020-11-30",
    },
    "subsidised_places": {"ordinary_employees": "75", "on": "2021-03-01"},
    "AssistanceBank": {
        "first_quarter": "2024-Q1",
        "weekly_hours": "37",
        "uses.0.quarter": "2024-Q1",
        "uses.0.weekly_hours": "37",
        "uses.0.hours": "200",
        "uses.1.quarter": "2024-Q2",
        "uses.1.weekly_hours": "37",
        "uses.1.hours": "300",
    },
    "assistance_allowance": {"weekly_hours": "30", "on": "2024-03-01"},
    "assistance_refund": {"hours": "43,5", "on": "2023-03-01"},
    "employer_cost": {
        "arrangement": "FlexjobSince2013Work",
        **{f"arrangement.FlexjobSince2013Work.{name}": text for name, text in NEW_JOB.items()},
        "arrangement.FlexjobSince2013Work.pay": "15600",
        "arrangement.FlexjobSince2013Work.contributions": "66",
        "month": "2024-03",
    },
}
"""What each form holds when its page opens."""
