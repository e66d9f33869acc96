"""What is shipped: complete catalogues, kept promises of the metadata."""

import ast
import re
import tomllib
from functools import cache
from gettext import GNUTranslations
from importlib.metadata import metadata, requires
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from packaging.requirements import Requirement

import hatch_build
import socialkapitel

PACKAGE = Path(socialkapitel.__file__).parent
LANGUAGES = ["da", "en"]


def catalogue_path(language):
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "socialkapitel.po"


@cache
def translations(language):
    catalogue = hatch_build.read_catalogue(catalogue_path(language))
    return {message.id: message.string for message in catalogue if message.id}


@cache
def texts_of_the_source():
    return {text for _, _, text, _, _ in extract_from_dir(PACKAGE, keywords={"msg": None})}


def calls_of_msg():
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_text("utf-8")
        for node in ast.walk(ast.parse(source)) if "msg" in source else ():
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "msg":
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node.args[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_catalogue_holds_exactly_the_messages_of_the_source(language):
    assert texts_of_the_source() == set(translations(language))


def test_the_english_catalogue_says_what_the_source_says():
    assert {text: text for text in texts_of_the_source()} == translations("en")


def test_the_danish_catalogue_is_not_english():
    """Some texts are the same in both languages, a sentence with four words of English is not."""
    same = [text for text, danish in translations("da").items() if text == danish]
    words = [re.findall(r"\b[a-z]{2,}\b", re.sub(r"\{.*?\}", "", text)) for text in same]
    assert [] == [text for text, found in zip(same, words, strict=True) if len(found) >= 4]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_up_to_date(language):
    """Where this fails, run `nox -s messages`."""
    with catalogue_path(language).with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    expected = translations(language)
    assert expected == {text: compiled.gettext(text) for text in expected}


def test_a_message_is_written_out_where_it_is_marked():
    """Only a literal is found by the extraction."""
    calls = list(calls_of_msg())
    assert calls
    assert [] == [place for place, text in calls if not isinstance(text, ast.Constant)]


# --- the build hook ---------------------------------------------------------


@pytest.fixture
def project(tmp_path):
    path = tmp_path / hatch_build.LOCALE / "da" / "LC_MESSAGES" / "socialkapitel.po"
    path.parent.mkdir(parents=True)
    return path


GOOD = 'msgid "{count} hours"\nmsgstr "{count} timer"\n'


def test_the_hook_compiles_a_catalogue(project):
    project.write_text(GOOD, "utf-8")
    [compiled] = hatch_build.compile_all(project.parents[5])
    with compiled.open("rb") as file:
        assert "{count} timer" == GNUTranslations(file).gettext("{count} hours")


def test_the_hook_gives_the_same_bytes_each_time(project):
    project.write_text(GOOD, "utf-8")
    once = hatch_build.compile_catalogue(project).read_bytes()
    assert once == hatch_build.compile_catalogue(project).read_bytes()


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (f"#, fuzzy\n{GOOD}", "fuzzy"),
        ('msgid "{count} hours"\nmsgstr ""\n', "not translated"),
        ('msgid "{count} hours"\nmsgstr "{antal} timer"\n', "other placeholders than in English"),
    ],
)
def test_the_hook_refuses_an_unfit_message(project, entry, fault):
    project.write_text(entry, "utf-8")
    with pytest.raises(hatch_build.CatalogueError) as caught:
        hatch_build.compile_all(project.parents[5])
    assert f"{project}: unfit messages\n  {fault}: '{{count}} hours'" == str(caught.value)


def test_the_hook_refuses_a_project_without_catalogues(tmp_path):
    with pytest.raises(hatch_build.CatalogueError, match="no catalogue"):
        hatch_build.compile_all(tmp_path)


# --- what the metadata promise ----------------------------------------------


def test_the_package_is_typed():
    assert files("socialkapitel").joinpath("py.typed").is_file()


def test_the_core_needs_four_packages_with_lower_bounds_only():
    core = [Requirement(text) for text in requires("socialkapitel") if "extra ==" not in text]
    assert ["attrs", "babel", "cattrs", "python-dateutil"] == sorted(need.name for need in core)
    assert {">="} == {bound.operator for need in core for bound in need.specifier}


def test_the_extras_are_those_that_the_manual_names():
    extras = {"excel", "frames", "ical", "identity", "plots", "progress", "spark", "testing"}
    assert extras == set(metadata("socialkapitel").get_all("Provides-Extra"))


def test_the_package_is_under_the_mit_licence():
    assert "MIT" == metadata("socialkapitel")["License-Expression"]


# --- the two commands -------------------------------------------------------


def test_the_readme_quotes_the_commands_that_ci_runs():
    root = Path(hatch_build.__file__).parent
    commands = (root / ".ci" / "commands").read_text("utf-8").splitlines()
    assert 2 == len(commands)
    blocks = re.findall(
        r"^```sh\n(.*?)\n```$", (root / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert commands == blocks


def test_what_the_mutation_session_names_is_there():
    root = Path(__file__).parents[1]
    named = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    mutated = [path.removeprefix("src/socialkapitel/") for path in named["only_mutate"]]
    assert [] == [path for path in mutated if not [*PACKAGE.glob(path)]]
    run = named["pytest_add_cli_args_test_selection"]
    left_out = [arg.removeprefix("--deselect=") for arg in named["pytest_add_cli_args"][2:]]
    for path, _, test in (each.partition("::") for each in [*run, *left_out]):
        assert (root / path).exists()
        assert not test or f"def {test}(" in (root / path).read_text("utf-8")
