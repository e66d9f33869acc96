from pathlib import Path

import pytest
from source_facts import evidence_codes

from socialkapitel import SocialkapitelError

PAGE = (Path(__file__).parents[2] / "docs" / "errors.md").read_text("utf-8")


def family(error):
    return [error, *(member for child in error.__subclasses__() for member in family(child))]


@pytest.mark.parametrize("error", family(SocialkapitelError), ids=lambda error: error.__name__)
def test_every_error_stands_on_the_page_with_its_code(error):
    row = next(line for line in PAGE.splitlines() if f".{error.__name__}`" in line)

    assert f"| `{error.code}` |" in row


@pytest.mark.parametrize("code", evidence_codes())
def test_every_caveat_of_a_figure_stands_on_the_page(code):
    assert f"| `{code}` |" in PAGE


def test_the_caveats_of_calculators_are_generated():
    assert "```{caveats}\n```" in PAGE
