"""The pages that compute, as their readers use them; the server adds a strict policy of its own."""

import gzip
import sys
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from browser.conftest import LONG, SITE, found_by_axe, too_wide, until

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


def computed(page):
    """The page once it shows a result."""
    page.locator(".compute-result:not([hidden])").wait_for(timeout=LONG)
    return page


def told(page):
    """What the page says of the fields that are wrong."""
    page.locator(".compute-status .wrong").wait_for(timeout=LONG)
    return [text for text in page.locator(".fault:visible").all_inner_texts() if text]


@pytest.fixture
def open_compute(visit):
    """Opens a page that computes; what was loaded for one is at hand for the next."""

    def make(language, name, fragment=""):
        path = f"{language}/compute/{PAGES[name]}.html{fragment}"
        return computed(visit(path))

    return make


# Each in one language: what the library answers in the other is held by tests/docs/test_forms.py.
IN_TURN = [(name, ("da", "en")[place % 2]) for place, name in enumerate(PAGES)]


@pytest.mark.parametrize(("calculator", "language"), IN_TURN)
def test_each_form_computes_what_the_library_computes(open_compute, language, calculator):
    page = open_compute(language, calculator)
    here = forms.answer(calculator, forms.example(calculator), language)
    shown = page.locator(".compute-result .shown").inner_html()
    as_html = "html => Object.assign(document.createElement('div'), { innerHTML: html }).innerHTML"
    assert page.evaluate(as_html, here["html"].replace("<th></th>", "<td></td>")) == shown
    assert here["code"] == page.locator(".compute-result pre").text_content()


@pytest.mark.parametrize("name", ["flexjob_refund", "sickness_refund", "mistake"])
def test_a_result_is_for_everybody_and_fits_its_window(open_compute, name):
    page = open_compute("da", name)
    assert [] == found_by_axe(page)
    assert {} == too_wide(page)


def test_a_case_is_in_the_address_and_never_sent(open_compute):
    page = open_compute("da", "subsidised_places")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Ordinært ansatte").fill("1234")
    page.get_by_role("button", name="Beregn").click()
    until(page, "location.hash.includes('1234')")
    page.wait_for_timeout(500)
    assert [] == [url for url in asked if "1234" in url]
    given = dict(parse_qsl(urlsplit(page.url).fragment))
    assert {"ordinary_employees": "1234", "on": "2021-03-01"} == given
    other = open_compute("en", "subsidised_places", f"#{urlsplit(page.url).fragment}")
    assert "1234" == other.get_by_label("Ordinary employees").input_value()
    result = sk.subsidised_places(1234, "2021-03-01")
    assert str(result.places) in other.locator(".compute-result .shown").inner_text()


def test_what_is_refused_is_told_at_the_field_in_the_readers_language(open_compute):
    page = open_compute("da", "flexjob_refund")
    page.locator("[name='job.weekly_hours']").fill("40")
    page.get_by_role("button", name="Beregn").click()
    assert ["Angiv et tal over 0 og højst 37 med højst to decimaler."] == told(page)
    assert "true" == page.locator("[name='job.weekly_hours']").get_attribute("aria-invalid")
    page.locator("[name='job.weekly_hours']").fill("30")
    page.get_by_role("button", name="Beregn").click()
    computed(page)
    assert 0 == page.locator("[aria-invalid]").count()


def test_a_rows_of_hours_can_be_added_and_removed(open_compute):
    page = open_compute("en", "sickness_refund")
    rows = page.locator("fieldset[data-name='absence.hours'] .row")
    assert 6 == rows.count()
    before = page.locator(".amount").inner_text()
    page.locator("fieldset[data-name='absence.hours'] > .add").click()
    rows.last.locator("input").nth(0).fill("2022-W07")
    rows.last.locator("input").nth(1).fill("12")
    page.get_by_role("button", name="Compute").click()
    changed = "text => document.querySelector('.amount').innerText !== text"
    until(page, changed, before)
    rows.last.locator(".remove").click()
    until(page, changed.replace("!==", "==="), before)


def test_sickness_is_told_by_day_or_as_a_whole_absence(open_compute):
    page = open_compute("da", "flexjob_refund")
    before = page.locator(".amount").inner_text()
    page.locator("details:has(select[name='sickness']) > summary").click()
    choice = page.locator("select[name='sickness']")
    absence = page.locator("fieldset[data-name='sickness.SicknessAbsence']")
    days = page.locator("fieldset[data-name='sickness.by_day']")
    choice.select_option(label="hele sygefraværet")
    assert absence.is_visible()
    assert not days.is_visible()
    choice.select_option(label="udbetalt sygedagpengerefusion pr. dag")
    assert not absence.is_visible()
    days.locator("> .add").click()
    days.locator("input").nth(0).fill("2024-05-01")
    days.locator("input").nth(1).fill("894,40")
    page.get_by_role("button", name="Beregn").click()
    changed = "text => document.querySelector('.amount').innerText !== text"
    until(page, changed, before)
    given = {
        **forms.EXAMPLES["flexjob_refund"],
        "sickness": "by_day",
        "sickness.by_day.0.date": "2024-05-01",
        "sickness.by_day.0.by_day": "894,40",
    }
    there = forms.answer("flexjob_refund", given, "da")["amount"]
    assert there == page.locator(".amount").inner_text()


def test_a_result_is_saved_as_a_workbook(open_compute):
    page = open_compute("da", "flexjob_refund")
    with page.expect_download(timeout=LONG) as saved:
        page.get_by_role("button", name="Gem som .xlsx").click()
    assert b"PK" == Path(saved.value.path()).read_bytes()[:2]
    assert "flexjob_refund.xlsx" == saved.value.suggested_filename


KEPT = """async () => {
    for (let turn = 0; turn < 1200; turn += 1) {
        const name = (await caches.keys()).find(name => /^socialkapitel-[0-9a-f]+$/.test(name));
        const keys = name ? await (await caches.open(name)).keys() : [];
        const key = keys.find(key => key.url.includes("/memory?"));
        if (key) return [name, key.url];
        await new Promise(go => setTimeout(go, 100));
    }
}"""
RESUMED = "performance.getEntriesByName('resumed').length"


def test_the_next_visit_goes_on_from_memory_that_is_kept_and_works_offline(context_of):
    context = context_of()
    page = context.new_page()
    page.goto("da/compute/flexjob-refund.html#")
    computed(page)
    assert 0 == page.workers[0].evaluate(RESUMED)
    assert page.evaluate(KEPT)
    until(page, "navigator.serviceWorker.controller !== null")
    until(
        page, "caches.open('socialkapitel-pages').then(c => c.keys()).then(keys => keys.length > 3)"
    )
    context.set_offline(True)
    page.reload()
    computed(page)
    assert 1 == page.workers[0].evaluate(RESUMED)
    page.locator("[name='job.weekly_hours']").fill("30")
    page.get_by_role("button", name="Beregn").click()
    until(page, "document.querySelector('.amount').innerText !== '22.233,33 kr.'")

    # Memory that can't be taken up again is left, and the page starts as the first time.
    page.evaluate(
        "async ([name, url]) => (await caches.open(name)).put(url, new Response('not memory'))",
        page.evaluate(KEPT),
    )
    page.reload()
    computed(page)
    assert 0 == page.workers[0].evaluate(RESUMED)


def test_nothing_that_a_reader_typed_is_in_the_memory_that_is_kept(context_of):
    page = context_of().new_page()
    page.goto("da/compute/subsidised-places.html#ordinary_employees=98765431&on=2021-03-01")
    found = """async ([name, url, text]) => {
        const kept = await (await (await caches.open(name)).match(url)).arrayBuffer();
        return new TextDecoder("latin1").decode(kept).includes(text);
    }"""
    place = page.evaluate(KEPT)
    assert page.evaluate(found, [*place, "ordinary_employees"])
    assert not page.evaluate(found, [*place, "98765431"])


def test_what_is_loaded_is_small(page_of, site):
    urls = set()
    page = page_of("about:blank")
    page.context.on("requestfinished", lambda asked: urls.add(asked.url.partition("?")[0]))
    page.goto("da/compute/flexjob-refund.html")
    computed(page)
    paths = [SITE / url.removeprefix(f"{site}/") for url in urls if url.startswith(site)]
    assert any("library.zip" in path.name for path in paths)
    assert any(path.name == "manual.css" for path in paths)
    # As servers send it.
    assert sum(len(gzip.compress(path.read_bytes())) for path in paths) < 6_000_000
