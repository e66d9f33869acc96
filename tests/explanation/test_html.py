"""The HTML is well-formed, escaped, and says what the text says."""

from datetime import date
from html import unescape
from xml.etree import ElementTree as ET

import attrs
import pytest
from explanation.examples import EXAMPLES

from socialkapitel import PARAMETERS, Explanation, Label, Source, UnknownName, translate
from socialkapitel.explanation.steps import by_severity
from socialkapitel.messages import msg

NASTY = "<script>alert(\"x\" & 'y')</script>"


def parsed(html):
    return ET.fromstring(html)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_html_is_well_formed_and_complete(name, language):
    explanation = EXAMPLES[name]()
    root = parsed(explanation.html(language))
    assert ("div", language) == (root.tag, root.get("lang"))
    rows = root.findall("table/tbody/tr")
    assert [str(number) for number in range(1, len(explanation.steps) + 1)] == [
        row[0].text for row in rows
    ]
    assert [translate(step.label, language) for step in explanation.steps] == [
        row[1].text for row in rows
    ]
    given, *caveats = root.findall("ul")
    assert len(explanation.givens) == len(given)
    told = [caveat for _, among in by_severity(explanation.caveats) for caveat in among]
    assert [translate(caveat.text, language) for caveat in told] == [
        item.text for among in caveats for item in among
    ]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_html_says_what_the_text_says(name, language):
    explanation = EXAMPLES[name]()
    text = explanation.render(language)
    rows = parsed(explanation.html(language)).findall("table/tbody/tr")
    for number, label, how, value, source in rows:
        assert f"{number.text:>3}. {label.text}: {value.text}\n" in text
        assert f"     {source.text}\n" in text + "\n"
        assert (how.text or "").split(" (")[0] in text


def test_the_last_step_of_the_short_example():
    root = parsed(EXAMPLES["short"]().html("da"))
    assert [
        "11",
        "Refusion",
        "2/3 × 18.459,60 (afrundet til hele øre)",
        "12.306,40 kr.",
        "LAB § 71; udledt",
    ] == [cell.text for cell in root.findall("table/tbody/tr")[-1]]


def test_without_caveats_there_is_no_heading_for_them():
    bare = attrs.evolve(EXAMPLES["short"](), caveats=())
    assert 1 == len(parsed(bare.html("en")).findall("ul"))
    assert "Notes" not in bare.html("en")


def test_whatever_comes_from_outside_is_escaped():
    reform = PARAMETERS.amend(
        "flexjob.full_time_hours",
        value=37,
        valid_from=date(2007, 1, 1),
        source=Source(NASTY, NASTY),
        note=Label(en=NASTY, da=NASTY),
    )
    import socialkapitel as sk

    job = sk.Flexjob(
        started_on=date(2006, 3, 1),
        share="1/2",
        starting_pay=sk.Pay.monthly(20000),
        weekly_hours=37,
        atp_class=None,
        other_contributions=0,
    )
    explanation = sk.flexjob_refund(job, sk.Month(2007, 11), parameters=reform).explanation
    for language in ("da", "en"):
        html = explanation.html(language)
        assert "<script" not in html
        assert NASTY in unescape(html)
        assert parsed(html) is not None


def test_a_title_is_escaped_too():
    explanation = Explanation(title=Label(en=NASTY, da=NASTY), givens=(), steps=(), caveats=())
    assert NASTY == parsed(explanation.html("da")).find("p/strong").text


def test_english_unless_asked():
    explanation = EXAMPLES["short"]()
    assert explanation.html("en") == explanation.html() == explanation._repr_html_()


def test_other_languages_are_refused():
    with pytest.raises(UnknownName):
        EXAMPLES["short"]().html("de")


def test_a_message_is_a_title():
    explanation = Explanation(title=msg("Refund"), givens=(), steps=(), caveats=())
    assert "Refusion" == parsed(explanation.html("da")).find("p/strong").text


def test_without_inputs_there_is_no_heading_for_them():
    explanation = attrs.evolve(EXAMPLES["short"](), givens=())
    assert "Given" not in explanation.html()
    assert 1 == len(parsed(explanation.html()).findall("ul"))
