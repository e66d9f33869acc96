"""The reference says of each class what it inherits, where nothing else does."""

import re
from pathlib import Path

import pytest

import socialkapitel as sk

PAGES = sorted((Path(__file__).parents[2] / "docs" / "reference").glob("*.md"))
ENTRY = re.compile(r"^\.\. auto(?:class|exception):: (\S+)\n((?:   :.*\n)*)", re.MULTILINE)
ENTRIES = {
    name: options for page in PAGES for name, options in ENTRY.findall(page.read_text("utf-8"))
}


def named(name):
    """The class that the reference calls so."""
    found = sk
    for part in name.split(".")[1:]:
        found = getattr(found, part)
    return found


DOCUMENTED = {named(name) for name in ENTRIES}


def inherited_from(kind):
    """The names that a class has from those of our classes that the reference doesn't show."""
    for base in kind.__mro__[1:]:
        if base.__module__.startswith("socialkapitel.") and base not in DOCUMENTED:
            for name, value in vars(base).items():
                if not name.startswith("_") and (callable(value) or isinstance(value, property)):
                    yield name


@pytest.mark.parametrize("name", ENTRIES)
def test_what_a_class_inherits_is_told(name):
    inherited = sorted(set(inherited_from(named(name))))
    assert not inherited or ":inherited-members:" in ENTRIES[name], inherited


def test_a_class_may_have_something_from_one_that_is_not_shown():
    assert {"to_employer", "to_employee"} == set(inherited_from(sk.FlexjobRefund))
