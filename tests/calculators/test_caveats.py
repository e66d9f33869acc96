"""Every caveat says how much it matters and what it is about, and is told once."""

import ast
from functools import cache
from pathlib import Path

import pytest
from calculators.test_what_is_told import RESULTS

import socialkapitel as sk
from socialkapitel.glossary import label_of

PACKAGE = Path(sk.__file__).parent
LISTED = Path(__file__).with_name("caveats.txt")
FIGURE_CODES = {"derived-figure", "chapter-figure", "assumed-figure"}
"""Put on by the worksheet, as the figure is; see tests/explanation/test_settled.py."""


@cache
def in_source():
    """Every caveat in the source: its code, its severity, and what it concerns, as written."""
    return {
        call.args[0].value: call
        for path in sorted(PACKAGE.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and "caveat" in (getattr(call.func, "attr", ""), getattr(call.func, "id", "").lower())
        and isinstance(call.args[0], ast.Constant)
    }


def severity(call):
    """The severity that a call says; money where it says none."""
    said = [part.attr for part in ast.walk(call) if isinstance(part, ast.Attribute)]
    if "severity" in said:
        return "money, or note where nothing changes"
    return "note" if "NOTE" in said else "money"


def concerns(call):
    """What a call says that its caveat concerns."""
    return next((ast.unparse(word.value) for word in call.keywords if word.arg == "concerns"), "()")


def lines():
    return [
        f"{code}: {severity(call)}: {concerns(call)}" for code, call in sorted(in_source().items())
    ]


def test_every_caveat_has_its_severity_and_says_what_it_concerns():
    """One that is new is added to caveats.txt, once it has been thought about."""
    assert LISTED.read_text("utf-8").splitlines() == lines()


@pytest.mark.parametrize("line", LISTED.read_text("utf-8").splitlines())
def test_a_caveat_concerns_figures_and_fields_that_have_a_name(line):
    code, _, written = line.split(": ", 2)
    names = [part.value for part in ast.walk(ast.parse(written)) if isinstance(part, ast.Constant)]
    assert all(name in sk.PARAMETERS or label_of(name) for name in names), names
    assert names or code in {"law-unchecked", "only-what-is-recorded", "scheme-limit"}


@pytest.mark.parametrize("case", RESULTS)
def test_each_caveat_stands_once(case):
    told = RESULTS[case]().explanation.caveats
    assert len(told) == len(set(told))
    for caveat in told:
        assert (caveat.severity is sk.Severity.NOTE) <= (
            caveat.code in FIGURE_CODES or "note" in severity(in_source()[caveat.code])
        )
