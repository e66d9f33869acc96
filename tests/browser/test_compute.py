"""The pages that compute, as their readers use them; the server adds a strict policy of its own."""

import sys
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

import socialkapitel as sk

sys.path.insert(0, str(Path(__file__).parents[2] / "docs" / "_ext"))
import forms

PAGES = {
    "AssistanceBank": "assistance-bank",
    "assistance_allowance": "assistance-allowance",
    "assistance_refund": "assistance-refund",
    "employer_cost": "employer-cost",
    "flex_wage_supplement": "flex-wage-supplement",
    "flex_wage_year": "flex-wage-year",
    "flexjob_refund": "flexjob-refund",
    "flexjob_year": "flexjob-year",
    "mistake": "find-the-mistake",
    "net_expansion": "net-expansion",
    "section_56_agreement": "section-56",
    "sickness_refund": "sickness-refund",
    "subsidised_hours": "subsidised-hours",
    "subsidised_places": "subsidised-places",
    "wage_subsidy": "wage-subsidy",
}
LONG = 120_000
"""How long a page may take on a busy machine, in milliseconds."""


def computed(page):
    """The page once it shows a result."""
    page.locator(".compute-result:not([hidden])").wait_for(timeout=LONG)
    return page


def told(page):
    """What the page says of the fields that are wrong."""
    page.locator(".compute-status .wrong").wait_for(timeout=LONG)
    return [text for text in page.locator(".fault:visible").all_inner_texts() if text]


def open_compute(page_of, language, name, fragment="", **options):
    return page_of(f"{language}/compute/{PAGES[name]}.html{fragment}", **options)


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_form_computes_what_the_library_computes(context_of, language):
    context = context_of()
    for calculator, page_name in PAGES.items():
        page = context.new_page()
        failed = []
        page.on("pageerror", lambda error, failed=failed: failed.append(str(error)))
        page.goto(f"{language}/compute/{page_name}.html")
        computed(page)
        shown = page.locator(".compute-result .shown").inner_html()
        if calculator in forms.EXAMPLES:
            here = forms.answer(calculator, forms.EXAMPLES[calculator], language)
            assert (
                page.evaluate(
                    "html => { const it = document.createElement('div');"
                    " it.innerHTML = html; return it.innerHTML }",
                    here["html"].replace("<th></th>", "<td></td>"),
                )
                == shown
            )
            assert here["code"] == page.locator(".compute-result pre").text_content()
        else:
            assert "ATP" in shown
        assert [] == failed
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("name", ["flexjob_refund", "sickness_refund", "mistake"])
def test_a_form_fits_its_window(page_of, name, size, scheme):
    page = computed(open_compute(page_of, "da", name, size=size, scheme=scheme))
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_a_case_is_in_the_address_and_never_sent(page_of, site):
    page = computed(open_compute(page_of, "da", "subsidised_places"))
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Ordinært ansatte").fill("1234")
    page.get_by_role("button", name="Beregn").click()
    page.wait_for_function("location.hash.includes('1234')")
    page.wait_for_timeout(500)
    assert [] == [url for url in asked if "1234" in url]
    given = dict(parse_qsl(urlsplit(page.url).fragment))
    assert {"ordinary_employees": "1234", "on": "2021-03-01"} == given
    other = computed(
        open_compute(page_of, "en", "subsidised_places", f"#{urlsplit(page.url).fragment}")
    )
    assert "1234" == other.get_by_label("Ordinary employees").input_value()
    result = sk.subsidised_places(1234, "2021-03-01")
    assert str(result.places) in other.locator(".compute-result .shown").inner_text()


def test_what_is_refused_is_told_at_the_field_in_the_readers_language(page_of):
    page = computed(open_compute(page_of, "da", "flexjob_refund"))
    page.get_by_label("Ugentlig arbejdstid").fill("40")
    page.get_by_role("button", name="Beregn").click()
    assert ["Angiv et tal over 0 og højst 37 med højst to decimaler."] == told(page)
    assert "true" == page.get_by_label("Ugentlig arbejdstid").get_attribute("aria-invalid")
    page.get_by_label("Ugentlig arbejdstid").fill("30")
    page.get_by_role("button", name="Beregn").click()
    computed(page)
    assert 0 == page.locator("[aria-invalid]").count()


def test_a_rows_of_hours_can_be_added_and_removed(page_of):
    page = computed(open_compute(page_of, "en", "sickness_refund"))
    rows = page.locator("fieldset[data-name='absence.hours'] .row")
    assert 6 == rows.count()
    before = page.locator(".amount").inner_text()
    page.locator("fieldset[data-name='absence.hours'] > .add").click()
    rows.last.locator("input").nth(0).fill("2022-W07")
    rows.last.locator("input").nth(1).fill("12")
    page.get_by_role("button", name="Compute").click()
    page.wait_for_function(
        "text => document.querySelector('.amount').innerText !== text", arg=before
    )
    rows.last.locator(".remove").click()
    page.wait_for_function(
        "text => document.querySelector('.amount').innerText === text", arg=before
    )


def test_a_result_is_saved_as_a_workbook(page_of):
    page = computed(open_compute(page_of, "da", "flexjob_refund"))
    with page.expect_download(timeout=LONG) as saved:
        page.get_by_role("button", name="Gem som .xlsx").click()
    assert b"PK" == Path(saved.value.path()).read_bytes()[:2]
    assert "flexjob_refund.xlsx" == saved.value.suggested_filename


def test_it_works_without_a_network_once_loaded(context_of):
    context = context_of()
    page = context.new_page()
    page.goto("da/compute/flexjob-refund.html")
    computed(page)
    page.wait_for_function("navigator.serviceWorker.controller !== null", timeout=LONG)
    page.wait_for_function(
        "caches.open('socialkapitel-pages').then(c => c.keys()).then(keys => keys.length > 3)"
    )
    context.set_offline(True)
    page.reload()
    computed(page)
    page.get_by_label("Ugentlig arbejdstid").fill("30")
    page.get_by_role("button", name="Beregn").click()
    page.wait_for_function("document.querySelector('.amount').innerText !== '22.233,33 kr.'")


def test_what_is_loaded_is_small(context_of, site):
    sizes = {}
    page = context_of().new_page()
    page.on(
        "requestfinished",
        lambda asked: sizes.update({asked.url: asked.sizes()["responseBodySize"]}),
    )
    page.goto("da/compute/flexjob-refund.html")
    computed(page)
    loaded = sum(size for url, size in sizes.items() if "/pyodide/" in url)
    # Servers compress scripts; this one doesn't: a million bytes of scripts are a quarter of that.
    assert 0 < loaded < 7_000_000
