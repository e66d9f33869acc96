"""What a condition asks of the facts, in words."""

from datetime import date

from docutils import nodes
from pieces import code_name, commas, line, link, listing, say
from words import ALL_OF, ANY_OF, AT_LEAST, NO, OR, TO_BE_DONE, YES

from socialkapitel import PARAMETERS, Label, MeasureState, scheme, translate
from socialkapitel.schemes import fact_label
from socialkapitel.schemes.leaves import (
    AgeBetween,
    AtLeast,
    AtMost,
    Before,
    BeginsFrom,
    Exactly,
    Fact,
    Leaf,
    OneOf,
    Predicate,
)
from socialkapitel.schemes.predicates import AllOf, AnyOf, Not


class Unsayable(Exception):
    """A kind of question that these pages have no words for."""


MEASURE = "measures."


def question(asked: Predicate, language: str, page: str) -> list[nodes.Node]:
    """A question as lines and, where it has parts, a list of them."""
    match plain(asked):
        case AllOf(parts=parts):
            measures = [part for part in parts if is_settled(part)]
            others = [part for part in parts if not is_settled(part)]
            entries = [settled_lines(measures, language, page)] if measures else []
            entries += [question(part, language, page) for part in others]
            return several(ALL_OF, entries, language)
        case AnyOf(parts=parts):
            return several(ANY_OF, [question(part, language, page) for part in parts], language)
        case leaf if is_settled(leaf):
            return settled_lines([leaf], language, page)
        case leaf:
            return leaf_lines(leaf, language, page)


def several(head: Label, entries: list[list[nodes.Node]], language: str) -> list[nodes.Node]:
    if len(entries) == 1:
        return entries[0]
    return [line(translate(head, language)), listing(entries, "parts")]


def is_settled(asked: Predicate) -> bool:
    """Whether it asks for a measure to be tried or ruled out."""
    done = {MeasureState.TRIED, MeasureState.RULED_OUT}
    return isinstance(asked, OneOf) and set(asked.members) == done


def settled_lines(asked: list[OneOf], language: str, page: str) -> list[nodes.Node]:
    """Measures that are to be tried or ruled out, each leading to its scheme."""
    ids = [one.fact.removeprefix(MEASURE) for one in asked]
    links = [link(f"scheme:{one}", translate(scheme(one).label, language), page) for one in ids]
    names = ", ".join(one.fact for one in asked)
    return [line(translate(TO_BE_DONE, language), *commas(links)), code_name(names)]


def plain(asked: Predicate) -> Predicate:
    """The same question without layers that say nothing."""
    if not isinstance(asked, AllOf | AnyOf):
        return asked
    parts: list[Predicate] = []
    for part in map(plain, asked.parts):
        parts += part.parts if type(part) is type(asked) else [part]
    return parts[0] if len(parts) == 1 else type(asked)(*parts)


def leaf_lines(leaf: Predicate, language: str, page: str) -> list[nodes.Node]:
    asked = leaf.part if isinstance(leaf, Not) else leaf
    if not isinstance(asked, Leaf) or (isinstance(leaf, Not) and not isinstance(asked, Fact)):
        raise Unsayable(repr(leaf))
    label = translate(fact_label(asked.fact), language)
    answers = answer(leaf, language, page)
    return [line(f"{label}: ", *answers), code_name(asked.fact)]


def answer(leaf: Predicate, language: str, page: str) -> list[str | nodes.Node]:
    """The answer that fulfils a question."""
    match leaf:
        case Fact():
            return [translate(YES, language)]
        case Not():
            return [translate(NO, language)]
        case OneOf(members=members):
            either = f" {translate(OR, language)} "
            return [either.join(translate(one.label, language) for one in members)]
        case AtLeast(parameter=name) if name:
            label = translate(PARAMETERS[name].label, language)
            return [say(AT_LEAST, language, least=""), link(name, label, page)]
        case AtLeast() | AtMost() | Exactly() | AgeBetween() | Before() | BeginsFrom():
            # Their limits are the same on any day.
            return [translate(leaf.limit(date.min, PARAMETERS), language)]
    raise Unsayable(repr(leaf))
