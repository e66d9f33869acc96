"""Where a new calculator belongs: each place that lacks one fails here by its name.

The calculators are found in the source. A place is a file, what the calculator has there, and the
question whether it is there.
"""

import inspect
import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import attrs
import pytest
from calculators.test_what_is_told import RESULTS as TOLD
from frames.rows import MAKERS
from frames.scalars import SCALARS
from frames.test_report import REPORTED
from public_calculators import RESULTS, fields_in_tables
from wire.samples import samples

import socialkapitel as sk
from socialkapitel import frames
from socialkapitel.explanation import Explained
from socialkapitel.frames.calculator import FrameCalculator
from socialkapitel.frames.explaining import CALCULATORS as EXPLAINED
from socialkapitel.whatif.figures import field_label

ROOT = Path(__file__).parents[1]


@attrs.frozen
class Place:
    """Where a calculator belongs, what it has there, and whether it has."""

    where: str
    what: str
    has: Callable[[str], bool]


@cache
def read(pattern):
    """The text of all files that fit a pattern."""
    return "\n".join(path.read_text("utf-8") for path in sorted(ROOT.glob(pattern)))


def says(pattern, phrase):
    """Whether one of the files has the phrase, with the calculator's name in it."""
    return lambda name: phrase.format(name=name) in read(pattern)


def result_of(name):
    """The type of a calculator's result; one that nothing knows for a calculator that is not."""
    return RESULTS.get(name, Nothing)


@attrs.frozen
class Nothing(Explained):
    """What no calculator gives."""

    unheard_of: int = 0


@cache
def told():
    """The types of the results whose explanations are held."""
    return {type(result()) for result in TOLD.values()}


def is_named(name):
    """Whether each figure of the result has a name for people."""
    result = result_of(name)
    return all(field_label(field, result) != field for field in fields_in_tables(result))


def is_tested(name):
    """Whether the calculator is called in a test file of its own kind."""
    shared = ("_laws", "_what_is_told", "_refusals")
    paths = (ROOT / "tests/calculators").glob("test_*.py")
    own = [path for path in paths if not path.stem.endswith(shared)]
    return any(re.search(rf"\bsk\.{name}\b", path.read_text("utf-8")) for path in own)


PLACES = [
    Place(
        "src/socialkapitel/__init__.py",
        "the public name, and that of its result",
        lambda name: {name, result_of(name).__name__} <= set(sk.__all__),
    ),
    Place(
        "src/socialkapitel/glossary.py",
        "a name for people for each figure of the result",
        is_named,
    ),
    Place(
        "tests/wire/samples.py",
        "a sample of the result (its tag and its example follow from it)",
        lambda name: result_of(name) in {type(sample) for sample in samples().values()},
    ),
    Place("tests/calculators/test_*.py", "published examples and what is refused", is_tested),
    Place(
        "tests/calculators/test_what_is_told.py",
        "a result, whose steps and laws are held",
        lambda name: result_of(name) in told(),
    ),
    Place(
        "tests/calculators/test_*_laws.py",
        "laws that hold for any input",
        lambda name: bool(re.search(rf"\b{name}\b", read("tests/calculators/test_*_laws.py"))),
    ),
    Place("README.md", "a row of the table of calculators", says("README.md", "`{name}`")),
    Place(
        "docs/calculators/index.md",
        "a row of the table of calculators",
        says("docs/calculators/index.md", "`{name}`"),
    ),
    Place(
        "docs/calculators/*.md",
        "a page with its law, formula and example",
        says("docs/calculators/[!i]*.md", "{{py:func}}`socialkapitel.{name}`"),
    ),
    Place(
        "docs/_ext/words.py",
        "its page, for the schemes that name it (CALCULATOR_PAGES)",
        says("docs/_ext/words.py", '"{name}": "'),
    ),
    Place(
        "docs/reference/*.md",
        "its docstring",
        says("docs/reference/*.md", ".. autofunction:: socialkapitel.{name}\n"),
    ),
]

FRAME_PLACES = [
    Place(
        "src/socialkapitel/frames/__init__.py",
        "the public name",
        lambda name: name in frames.__all__ and inspect.isfunction(getattr(frames, name)),
    ),
    Place(
        "src/socialkapitel/frames/explaining.py", "its entry in CALCULATORS", EXPLAINED.__contains__
    ),
    Place("tests/frames/rows.py", "a maker of random rows", MAKERS.__contains__),
    Place("tests/frames/scalars.py", "the scalar calculator on a row", SCALARS.__contains__),
    Place(
        "docs/engines.json",
        "the rows compared on each engine (FRAME_REPORT=docs/engines.json nox -s frames spark)",
        says(REPORTED.relative_to(ROOT).as_posix(), '"{name}": '),
    ),
    Place(
        "docs/reference/frames.md",
        "its docstring",
        says("docs/reference/frames.md", ".. autofunction:: socialkapitel.frames.{name}\n"),
    ),
]


def frame_calculators():
    """The names of the calculators over frames that the source defines."""
    for module in iter_modules(frames.__path__, "socialkapitel.frames."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, FrameCalculator):
                yield value.name


FRAME_CALCULATORS = sorted(set(frame_calculators()))


def named(place):
    return place.where


@pytest.mark.parametrize("place", PLACES, ids=named)
@pytest.mark.parametrize("name", RESULTS)
def test_a_calculator_is_in_every_place_where_it_belongs(name, place):
    assert place.has(name), f"{place.where} lacks {name}: {place.what}"


@pytest.mark.parametrize("place", FRAME_PLACES, ids=named)
@pytest.mark.parametrize("name", FRAME_CALCULATORS)
def test_a_calculator_over_frames_is_in_every_place_where_it_belongs(name, place):
    assert place.has(name), f"{place.where} lacks {name}: {place.what}"


@pytest.mark.parametrize("place", [*PLACES, *FRAME_PLACES], ids=named)
def test_each_place_misses_a_calculator_that_is_not_there(place):
    assert not place.has("unheard_of")


def test_the_calculators_are_found():
    assert {"flexjob_refund", "employer_cost", "section_56_agreement"} <= set(RESULTS)
    assert {"flexjob_refunds", "assistance_refunds"} <= set(FRAME_CALCULATORS)
