import re
from pathlib import Path

import pytest
from source_facts import PACKAGE, Unreadable, caveats, documented, rules

from socialkapitel import Message, Severity


def write(folder, code):
    (folder / "module.py").write_text(code, "utf-8")
    return caveats(folder)


def test_a_caveat_is_read_from_the_source(tmp_path):
    found = write(tmp_path, 'sheet.caveat("a-code", msg("About {day}", day=day))')

    assert found == [("module", "a-code", Severity.MONEY, Message("About {day}"))]


def test_a_caveat_has_each_text_that_its_name_is_given_to(tmp_path):
    code = 'text = msg("One")\nif a:\n    text = msg("Two")\nsheet.caveat("a-code", text)'

    assert write(tmp_path, code) == [
        ("module", "a-code", Severity.MONEY, Message("One")),
        ("module", "a-code", Severity.MONEY, Message("Two")),
    ]


def test_a_caveat_says_how_much_it_matters(tmp_path):
    code = 'sheet.caveat("a-code", msg("One"), severity=Severity.NOTE, concerns=())'
    assert write(tmp_path, code) == [("module", "a-code", Severity.NOTE, Message("One"))]


def test_a_caveat_that_compares_amounts_may_concern_money(tmp_path):
    code = 'sheet.caveat("a-code", msg("One"), severity=other.severity)'
    assert write(tmp_path, code) == [("module", "a-code", Severity.MONEY, Message("One"))]


@pytest.mark.parametrize(
    "call",
    [
        'caveat(code, msg("A text"))',
        'caveat("a-code", text)',
        'caveat("a-code", msg(text))',
        'caveat("a-code", msg("A text"), severity=severity)',
    ],
)
def test_a_caveat_that_is_no_literal_is_refused(tmp_path, call):
    with pytest.raises(Unreadable, match=r"module\.py, line 1"):
        write(tmp_path, f"sheet.{call}")


def test_no_caveat_of_the_package_is_missed():
    calls = sum(
        path.read_text("utf-8").count(".caveat(")
        for path in PACKAGE.rglob("*.py")
        if path.name != "worksheet.py"
    )

    assert len({text for *_, text in caveats()}) >= calls > 0


def test_the_rules_of_a_calculator_are_found():
    assert "flexjob.refund" in {rule.id for rule in rules()["flexjob"]}


def test_a_rule_has_one_home():
    ids = [rule.id for own in rules().values() for rule in own]

    assert sorted(ids) == sorted(set(ids))


def test_every_constant_in_the_reference_is_told_by_the_source():
    pages = (Path(__file__).parents[2] / "docs" / "reference").glob("*.md")
    named = {
        name
        for page in pages
        for name in re.findall(r"autodata:: [\w.]+\.(\w+)", page.read_text("utf-8"))
    }
    assert {"STAGES", "RIGHTS"} <= named
    assert named <= documented().keys()
    assert all(documented()[name].strip() for name in named)
