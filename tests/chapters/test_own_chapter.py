"""The example package: installed for real, found, and used."""

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import socialkapitel

EXAMPLE = Path(__file__).parents[2] / "examples/own_chapter"
FOUND = """
import json, socialkapitel as sk, own_chapter
from datetime import date
from uuid import UUID
from socialkapitel.chapters import CHAPTERS, chapter, compare, options
from socialkapitel.schemes import Facts
own = chapter("solhavn-2026")
def happened(kind, number, day, **fields):
    return kind(id=UUID(int=number), on=date(2026, 3, day), role="employee", **fields)
case = sk.Case.replay([
    happened(sk.events.CaseOpened, 1, 2, purpose=sk.events.Purpose.RETENTION),
    happened(sk.events.ConcernRaised, 2, 2),
    happened(sk.events.RoundTableHeld, 3, 12, participants=("employee", "nearest-manager", "hr")),
])
done = sk.review(case, "solhavn-2026", on=date(2026, 3, 31))
found = options(Facts(), on=date(2026, 6, 1), chapter="solhavn-2026")
print(json.dumps({
    "module": own_chapter.__file__,
    "listed": list(CHAPTERS),
    "inherits": own.inherits,
    "prevention": own.item("purposes/prevention").chapter,
    "unemployed": own.item("purposes/unemployed").chapter,
    "amount": str(own.item("funds/tools").amount),
    "only_here": [item.path for item in compare(own, "rammeaftale-2003").only_a],
    "schemes": own.schemes,
    "options": [option.scheme.id for option in found],
    "duty": done.finding("solhavn.answer-within-a-week").outcome.value,
    "because": str(done.finding("solhavn.answer-within-a-week").because),
    "missing": done.finding("principles/talk-first").missing,
    "area": sk.consultant_area("Solhavn", chapter="solhavn-2026").id,
    "duties": [duty.id for duty in sk.duties("nearest-manager", chapter="solhavn-2026")],
}))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Build the example's wheel and unpack it where only a path leads to it."""
    target = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target / "dist")],
        cwd=EXAMPLE,
        check=True,
        capture_output=True,
    )
    [wheel] = target.glob("dist/own_chapter-*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(target / "site")
    return target / "site"


def run(code, *paths):
    home = Path(socialkapitel.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={"PYTHONPATH": ":".join(map(str, [*paths, home])), "PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)


def test_the_installed_chapter_is_found(installed):
    found = run(FOUND, installed)
    assert found["module"].startswith(str(installed))
    assert "solhavn-2026" in found["listed"]
    assert "rammeaftale-2003" == found["inherits"]
    assert "solhavn-2026" == found["prevention"]
    assert "rammeaftale-2003" == found["unemployed"]
    assert "250000.00" == found["amount"]
    assert [
        "purposes/room-for-all",
        "principles/talk-first",
        "duties/answer-within-a-week",
        "schemes/adjustment",
        "schemes/section-56",
        "schemes/flexjob-since-2013",
        "support/consultants",
        "funds/tools",
    ] == found["only_here"]
    assert {"adjustment", "flexjob-since-2013", "special-terms"} <= set(found["schemes"])
    assert "not_fulfilled" == found["duty"]
    assert "10 days after 2026-03-02; the limit is 7 days" in found["because"]
    unions = ("union-representative", "union")
    assert [f"events.round-table-held.participants.{one}" for one in unions] == found["missing"]
    assert "harbour" == found["area"]
    assert ["framework.local-guidelines", "solhavn.answer-within-a-week"] == sorted(found["duties"])
    assert "adjustment" == found["options"][0]
    assert "flexjob-since-2013" == found["options"][-1]


def test_without_it_the_chapter_is_not_there():
    code = (
        "import json; from socialkapitel.chapters import CHAPTERS; print(json.dumps([*CHAPTERS]))"
    )
    listed = run(code)
    assert "solhavn-2026" not in listed


def test_finding_chapters_imports_no_package_before_its_chapter_is_asked_for(installed):
    code = (
        "import json, sys; from socialkapitel.chapters import CHAPTERS, chapter;"
        "list(CHAPTERS); chapter('herlev-2005'); before = 'own_chapter' in sys.modules;"
        "chapter('solhavn-2026'); print(json.dumps([before, 'own_chapter' in sys.modules]))"
    )
    assert [False, True] == run(code, installed)


def test_the_readme_says_how_to_find_it():
    text = EXAMPLE.joinpath("README.md").read_text("utf-8")
    assert "socialkapitel.chapters" in text
    assert "solhavn-2026" in text
