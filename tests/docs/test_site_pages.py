from datetime import date

import pytest
from checks import english_only
from docutils import nodes
from site_pages import describe, finish, versions
from source_pages import resolve


def test_the_versions_are_those_of_the_changelog():
    assert ("0.1.0", date(2026, 11, 29)) in versions()
    assert [day for _, day in versions()] == sorted((day for _, day in versions()), reverse=True)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p class="caption" role="heading">', '<p class="caption" role="heading" aria-level="2">'),
        ("<th></th>", "<td></td>"),
        ('<span class="pre">a_b.c</span>', '<span class="pre">a_<wbr>b.<wbr>c</span>'),
        ('<th class="head"><p></p></th>', '<td class="head"><p></p></td>'),
        ("<th>a</th>", "<th>a</th>"),
        ("<thead>\n<tr><th>a</th></tr></thead>", "<thead>\n<tr><th>a</th></tr></thead>"),
        ('aria-label="Toggle navigation of Sager"', 'aria-label="Åbn eller luk Sager"'),
    ],
)
def test_the_theme_s_html_is_mended(html, expected):
    assert finish(html, "da") == expected


def test_a_page_is_described_by_its_first_paragraph_cut_at_a_word():
    long = nodes.paragraph(text="word " * 60)
    page = nodes.section("", nodes.paragraph(text="Short."), long)
    assert describe(page) == "word " * 40 + "…"
    assert describe(None) == ""


@pytest.mark.parametrize(
    ("page", "english"),
    [
        ("reference/cases", True),
        ("reference/index", False),
        ("building/index", True),
        ("changelog", True),
        ("law", False),
    ],
)
def test_what_is_in_english_only(page, english):
    assert english_only(page) is english


@pytest.mark.parametrize(
    "name",
    ["Flexjob", "flexjob_refund", "Flexjob.change", "Case.effective_events", "events.CaseOpened"],
)
def test_a_name_of_the_reference_leads_to_its_source(name):
    found = resolve("py", {"module": "socialkapitel", "fullname": name})
    assert found.startswith("../../en/source/")


def test_what_is_no_function_or_class_has_no_source():
    assert resolve("py", {"module": "socialkapitel", "fullname": "Flexjob.share"}) is None
    assert resolve("py", {"module": "socialkapitel", "fullname": "nothing"}) is None
    assert resolve("c", {"module": "socialkapitel", "fullname": "Flexjob"}) is None
