"""One file of a new year's figures, and nothing else: all that the library says is right.

An invented file of 2027 is laid into a copy of the package, as the page "New year, new rates" and
the page on releases say; what is then answered and told is what is tested.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import socialkapitel as sk
from tools import new_year

ROOT = Path(__file__).parents[1]
NEW = sk.PARAMETERS.last_year + 1

ASKED = """
import json, sys
from datetime import date
from pathlib import Path
import socialkapitel as sk
from socialkapitel.parameters.turn import last_year

root, year = Path(sys.argv[1]), int(sys.argv[2])
sys.path[:0] = [str(root / "docs" / "_ext"), str(root)]
from parameter_pages import day, year as year_of
from tools import needs, new_year

told = {"errors": [], "calculators": []}
needs.YEARS = [year]
for name, run in needs._runs():
    try:
        run(sk.PARAMETERS)
    except sk.NotInForce as error:
        told["errors"].append([name, error.name, bool(error.missing)])
    except sk.SocialkapitelError:
        pass
    else:
        told["calculators"].append(name)
told["calculators"] = sorted(set(told["calculators"]))
told["missing"] = sk.PARAMETERS.missing(date(year, 1, 4)).names
told["ending"] = len(sk.PARAMETERS.ending(year))
told["file"] = str(Path(sk.__file__))
told["years"] = [year_of(name) for name in new_year.README.values()]
told["day"] = [day("sickness_benefit.max_weekly", language) for language in ("en", "da")]
told["known"] = str(sk.PARAMETERS["atp.a.total_monthly"].known)
told["readme"] = new_year.readme((root / "README.md").read_text("utf-8"))
told["published"] = sk.PARAMETERS["flexjob.ceiling_yearly"].on(date(year, 1, 1)).evidence.value
print(json.dumps(told))
"""


def invented(year):
    """A file of a year's figures, in the format of the template: last year's, 3.2 per cent higher.

    With a publication that speaks for them, as the package's own files have.
    """
    figures = sk.PARAMETERS.carried_forward(year, rate_adjustment="3.2")
    text = sk.PARAMETERS.ending(year - 1).template(year).replace('""', '"invented"', 1)
    source, *series = text.split("[[series]]\nid = ")
    head = f'{source}\n[[publication]]\nname = "invented"\nfrom = {year}-01-01\n\n'
    for part in series:
        value = figures[part.split('"')[1]].figures[-1].value
        head += "[[series]]\nid = " + part.replace('value = ""', f'value = "{value}"')
    return head


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """What the library says where it has one file more."""
    root = tmp_path_factory.mktemp("package")
    shutil.copytree(Path(sk.__file__).parent, root / "socialkapitel")  # compiled, where it is here
    years = root / "socialkapitel" / "parameters" / "data" / "years"
    years.mkdir(exist_ok=True)
    (years / f"{NEW}.toml").write_text(invented(NEW), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", ASKED, str(ROOT), str(NEW)],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.returncode, done.stderr
    found = json.loads(done.stdout)
    assert found["file"].startswith(str(root))
    return found


def test_every_calculator_answers_the_new_year(told):
    assert [
        "assess",
        "assistance_allowance",
        "employer_cost",
        "flex_wage_supplement",
        "flex_wage_year",
        "flexjob_refund",
        "flexjob_year",
        "net_expansion",
        "section_56_agreement",
        "sickness_refund",
        "subsidised_hours",
        "subsidised_places",
        "wage_subsidy",
    ] == told["calculators"]


def test_what_is_not_answered_is_no_figure_of_the_year(told):
    figures = {name for _, name, is_figure in told["errors"] if is_figure}
    # Nothing was read of the assistant's rate since September 2025, and the benefit is monthly.
    assert figures <= {"personal_assistance.hourly_rate", "unemployment_benefit.max_daily"}
    assert figures | {"flexjob.review_first", "flexjob.review_interval"} >= set(told["missing"])
    assert len(sk.PARAMETERS.ending(NEW - 1)) == told["ending"]
    assert "published" == told["published"]


def test_every_table_and_sentence_is_made_from_the_figures(told):
    assert [str(NEW)] * len(new_year.README) == told["years"]
    assert told["day"][0].endswith(f"January {NEW + 1}")
    assert told["day"][1].endswith(f"januar {NEW + 1}")
    assert f"through {NEW}-12-31" in told["known"]
    old = (ROOT / "README.md").read_text("utf-8")
    changed = [
        line for line, was in zip(told["readme"].split("\n"), old.split("\n"), strict=True)
        if line != was
    ]  # fmt: skip
    assert len(new_year.README) == len(changed)
    assert all(line.endswith(f"{NEW} |") for line in changed)


def test_the_readme_names_the_years_of_the_figures():
    text = (ROOT / "README.md").read_text("utf-8")
    assert new_year.readme(text) == text, "run: python tools/new_year.py --write"


def test_only_what_is_expected_of_the_law_names_a_year():
    """Everything else is made from the figures; what is found here must be read by somebody."""
    found = {line.partition(":")[0] for line in new_year.sentences(NEW - 1)}
    assert found <= {
        "docs/coverage.md",
        "docs/new-year.md",
        "docs/parameters/index.md",
        "src/socialkapitel/chapters/options.py",
        "src/socialkapitel/errors.py",
        "src/socialkapitel/parameters/rules.py",
        "src/socialkapitel/parameters/sets.py",
        "src/socialkapitel/parameters/turn.py",
    }


def test_the_tool_tells_what_ends(capsys):
    new_year.main()
    told = capsys.readouterr().out
    assert "flexjob.ceiling_yearly" in told
    assert "docs/parameters/index.md" in told
