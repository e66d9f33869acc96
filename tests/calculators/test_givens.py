"""What was given is called as the glossary has it: no calculator spells a field's name again."""

import ast
from pathlib import Path

import pytest

from socialkapitel import calculators
from socialkapitel.glossary import GIVENS

MODULES = sorted(Path(calculators.__path__[0]).glob("*.py"))
SINCE_WHEN = {"from", "{day}", "{month}", "{quarter}"}


def given_in(tree):
    """Each input that a module notes, with the function that notes it."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "given":
                    yield function, node


def labels_of(call, function):
    """The labels that an input may have: what the call says, or is said of the name it gives."""
    for keyword in call.keywords:
        if isinstance(keyword.value, ast.Name):
            for node in ast.walk(function):
                if isinstance(node, ast.Assign):
                    yield from assigned(node, keyword.value.id)
        else:
            yield keyword.value


def assigned(node, name):
    values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
    return [
        value
        for target in node.targets
        for to, value in zip(
            target.elts if isinstance(target, ast.Tuple) else [target], values, strict=False
        )
        if isinstance(to, ast.Name) and to.id == name
    ]


def literals(label):
    """The texts that a label has of its own, each with whether it has values."""
    return [
        (node.args[0].value, bool(node.keywords))
        for node in ast.walk(label)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "msg"
    ]


def spelled_again(source):
    """The texts of a module that a glossary has or should have."""
    return [
        text
        for function, call in given_in(ast.parse(source))
        for label in labels_of(call, function)
        for text, has_values in literals(label)
        if not has_values or only_tells_since_when(text)
    ]


def only_tells_since_when(text):
    """Whether a text is a name of the glossary, and says only since when what it names is so."""
    return any(
        text.startswith(name)
        and set(text.removeprefix(name).replace(",", " ").split()) <= SINCE_WHEN
        for name in {label.en for label in GIVENS.values()}
    )


def test_inputs_are_found_in_the_calculators():
    found = [call for path in MODULES for _, call in given_in(ast.parse(path.read_text("utf-8")))]
    assert len(found) > 50


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_calculator_spells_a_name_again(path):
    assert [] == spelled_again(path.read_text("utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_what_has_no_label_of_its_own_is_in_the_glossary(path):
    names = [
        call.args[0].value
        for _, call in given_in(ast.parse(path.read_text("utf-8")))
        if not call.keywords and isinstance(call.args[0], ast.Constant)
    ]
    assert [] == [name for name in names if name not in GIVENS]


@pytest.mark.parametrize(
    "label",
    [
        'msg("Weekly hours")',
        'msg("Weekly hours from {day}", day=day)',
        'msg("Hourly pay, {quarter}", quarter=day)',
        'msg("Weekly hours") if day is None else GIVENS["hours"]',
    ],
)
def test_a_name_that_is_spelled_again_is_found(label):
    direct = f'def work(sheet, day):\n    sheet.given("x", 1, unit, label={label})\n'
    named = (
        f"def work(sheet, day):\n    label, unit = {label}, 1\n"
        '    sheet.given("x", 1, unit, label=label)\n'
    )
    assert [1, 1] == [len(spelled_again(source)) for source in (direct, named)]


@pytest.mark.parametrize(
    "label", ['GIVENS["share"]', 'msg("Refund for {day}", day=day)', 'from_day("share", day)']
)
def test_another_label_is_not(label):
    source = f'def work(sheet, day):\n    sheet.given("x", 1, unit, label={label})\n'
    assert [] == spelled_again(source)
