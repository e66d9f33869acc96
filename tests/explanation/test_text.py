"""The whole text of an explanation, in both languages."""

from pathlib import Path

import attrs
import pytest
from explanation.examples import EXAMPLES

from socialkapitel import UnknownName

EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_whole_text(name, language):
    expected = (EXPECTED / f"{name}.{language}.txt").read_text("utf-8")
    assert expected == EXAMPLES[name]().render(language) + "\n"


def test_english_unless_asked():
    explanation = EXAMPLES["short"]()
    assert explanation.render("en") == explanation.render() == str(explanation)


@pytest.mark.parametrize("language", ["de", "DA", "", None, 1], ids=repr)
def test_other_languages_are_refused(language):
    with pytest.raises(UnknownName) as caught:
        EXAMPLES["short"]().render(language)
    assert str(caught.value).startswith(f"unknown language: {language!r}; ")
    assert {"da", "en"} >= set(caught.value.nearest)


def test_without_inputs_there_is_no_heading_for_them():
    explanation = attrs.evolve(EXAMPLES["short"](), givens=())
    assert ["", "Steps"] == explanation.render().split("\n")[1:3]
