"""Which types are on the wire: all that are public, except for those named here with a reason."""

import inspect
from importlib import import_module

import attrs
import pytest

import socialkapitel as sk
from socialkapitel.wire.tags import VOCABULARY

PUBLIC = [
    "",
    ".actors",
    ".cases.events",
    ".chapters",
    ".explanation",
    ".parameters",
    ".schemes",
]
"""The modules that say what of them is public."""

EXCEPTIONS = {
    sk.Explained: "what all results have in common; each result is on the wire by itself",
    sk.FilledTemplate: "what a workbook held; jobs and absences are on the wire by themselves",
    sk.PaidAmount: "what a row of payroll says; it is an input of nothing that is stored",
    sk.ReconciledClaim: "its claim and its reconciliation are on the wire by themselves",
    sk.ReconciledRun: "its claims and their reconciliations are on the wire by themselves",
    sk.TemplateFault: "where in a workbook something can't be read; it is told beside the cell",
}


def public_classes():
    for place in PUBLIC:
        module = import_module(f"socialkapitel{place}")
        for name in module.__all__:
            found = getattr(module, name)
            if inspect.isclass(found) and attrs.has(found):
                yield found


@pytest.mark.parametrize("kind", sorted(set(public_classes()), key=lambda kind: kind.__name__))
def test_every_public_class_is_on_the_wire(kind):
    on_the_wire = set(VOCABULARY.types.values())
    assert kind in on_the_wire or kind in EXCEPTIONS or kind in VOCABULARY.families


def test_the_exceptions_are_exceptions():
    assert set() == EXCEPTIONS.keys() & set(VOCABULARY.types.values())
    assert EXCEPTIONS.keys() <= set(public_classes())


def test_a_type_has_one_tag():
    kinds = list(VOCABULARY.types.values())
    assert len(kinds) == len(set(kinds))


def test_tags_are_plain():
    for tag in VOCABULARY.types:
        assert tag.replace("-", "").isalnum()
        assert tag == tag.lower()
        assert len(tag) <= 60


def test_events_are_tagged_by_their_kind():
    events = import_module("socialkapitel.cases.events")
    assert {event.kind: event for event in events.EVENTS} == VOCABULARY.family(events.Event)
