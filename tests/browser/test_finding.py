"""What HR and payroll ask is found: from the front page in at most two steps, and by the search."""

import re
from urllib.parse import quote

import pytest
from browser.conftest import BELOW, SITE, until

# What is asked, as the front page words it; the answer's place; and what stands there.
QUESTIONS = {
    "da": [
        ("Hvad var loftet for fleksjob i 2019", r"parameters/flexjob\.html", "527.091"),
        ("Kan en § 56-aftale fornyes", r"calculators/section-56\.html", "kan fornyes"),
        ("fleksjob efter gammel ordning", r"calculators/flexjob-refund\.html", "paid_hours"),
        ("næste års satser", r"new-year\.html", "ending.template"),
        ("sygeplejerske med 12-timers vagter", r"calculators/real-months\.html", "Schedule.rota"),
        ("Hvornår skal vi senest anmode", r"cases/deadlines\.html", "refusion af sygedagpenge"),
        ("Hvad kan kolleger se", r"cases/disclosure\.html", "Kolleger"),
        ("Hvorfor har kommunen udbetalt mindre", r"challenge-a-payment\.html", "reconcile"),
        ("Hvad blev ændret i 2026", r"law\.html#", "1. feb. 2026"),
        ("læses det i Excel", r"excel\.html", ".xlsx"),
    ],
    "en": [
        ("ceiling of flexjobs in 2019", r"parameters/flexjob\.html", "527,091"),
        ("section 56 agreement be renewed", r"calculators/section-56\.html", "renewable"),
        ("old flexjob that is paid by the hour", r"calculators/flexjob-refund\.html", "paid_hours"),
        ("next year's rates", r"new-year\.html", "ending.template"),
        ("nurse on a 12-hour rota", r"calculators/real-months\.html", "Schedule.rota"),
        ("When must we claim", r"cases/deadlines\.html", "Claim the refund of sickness benefit"),
        ("What do colleagues see", r"cases/disclosure\.html", "Colleagues"),
        ("Why did the municipality pay less", r"challenge-a-payment\.html", "reconcile"),
        ("What changed in 2026", r"law\.html#", "1 Feb 2026"),
        ("read this in Excel", r"excel\.html", ".xlsx"),
    ],
}
CASES = [(language, *asked) for language, found in QUESTIONS.items() for asked in found]


@pytest.mark.parametrize(("language", "question", "place", "answer"), CASES)
def test_a_question_is_answered_one_step_from_the_front_page(
    visit, language, question, place, answer
):
    page = visit(f"{language}/index.html")
    page.get_by_role("main").get_by_role("link", name=re.compile(re.escape(question))).click()
    page.wait_for_load_state()
    assert re.search(place, page.url)
    assert answer in page.get_by_role("main").inner_text()


# What is typed into the search; a page that is among the first results.
SEARCHES = [
    ("da", "2019", "parameters/"),
    ("da", "§ 56", "section-56"),
    ("da", "fleksjob timelønnet", "calculators/flexjob-refund"),
    ("da", "fleksjobbet", "flexjob"),
    ("da", "fleksjobbets loft", "parameters/flexjob"),
    ("da", "fornyelse af § 56-aftalen", "section-56"),
    ("da", "sygedagpengerefusionen", "sickness"),
    ("da", "frister for anmodning", "cases/deadlines"),
    ("da", "flexjob.ceiling_yearly", "new-year"),
    ("en", "2019", "parameters/"),
    ("en", "section 56", "section-56"),
    ("en", "flexjob paid by the hour", "calculators/flexjob-refund"),
    ("en", "renewing an agreement", "section-56"),
    ("en", "flexjob_refund", "flexjob"),
]


@pytest.mark.parametrize(("language", "asked", "place"), SEARCHES)
def test_the_search_finds(visit, language, asked, place):
    page = visit(f"{language}/index.html")
    field = page.locator("input.sidebar-search")
    field.fill(asked)
    field.press("Enter")
    page.wait_for_selector("#found h2 a")
    found = page.locator("#found h2 a").evaluate_all("all => all.map(a => a.href)")
    assert [link for link in found[:5] if place in link]
    assert not [link for link in found if f"/{language}/" not in link]


# What HR readers ask in a word or two: a guide or a form comes before what is for developers.
WORDS = {
    "da": [
        *("2019", "§ 56", "fleksjob timelønnet", "loft 2019", "fornyes", "gammel ordning"),
        *("næste års satser", "12-timers vagter", "frist", "kolleger", "udbetalt mindre"),
        *("ændret 2026", "Excel", "Hvad var loftet for fleksjob i 2019"),
    ],
    "en": [
        *("2019", "section 56", "flexjob paid by the hour", "ceiling 2019", "renewed"),
        *("next year's rates", "12-hour rota", "claim deadline", "colleagues", "paid less"),
        *("changed 2026", "Excel"),
    ],
}
DEVELOPERS = re.compile(r"/(reference|building|source)/|/changelog")


@pytest.mark.parametrize(
    ("language", "asked"), [(name, word) for name, words in WORDS.items() for word in words]
)
def test_a_guide_is_found_before_what_is_for_developers(visit, language, asked):
    page = visit(f"{language}/search.html?q={quote(asked)}")
    page.wait_for_selector("#found h2 a")
    found = page.locator("#found h2 a").evaluate_all("all => all.map(a => a.href)")
    for_developers = [bool(DEVELOPERS.search(link)) for link in found]
    assert not for_developers[0]
    assert sorted(for_developers) == for_developers


def test_a_name_in_code_finds_the_reference(visit):
    page = visit("da/search.html?q=flexjob_refund")
    page.wait_for_selector("#found h2 a")
    found = page.locator("#found h2 a").evaluate_all("all => all.map(a => a.href)")
    assert any(DEVELOPERS.search(link) for link in found[:5])


def test_pages_with_one_subject_have_titles_of_their_own(visit):
    titles = {
        visit(f"da/{room}/section-56.html").title()
        for room in ("calculators", "parameters", "schemes")
    }
    assert len(titles) == 3
    assert all("§ 56-aftale" in title for title in titles)


@pytest.mark.parametrize(
    ("locale", "language"), [("da-DK", "da"), ("en-GB", "en"), ("de-DE", "da")]
)
def test_the_front_door_picks_the_reader_s_language(context_of, locale, language):
    page = context_of(locale=locale).new_page()
    page.goto("index.html")
    page.wait_for_url(f"**/{language}/index.html")


@pytest.mark.parametrize("where", ["/da/x/y/z.html", "/not", f"{BELOW}/da/x/y", f"{BELOW}/x/y/"])
def test_a_page_that_is_not_there_leads_back(visit, site, where):
    page = visit(where)
    page.wait_for_selector("link[rel=stylesheet]", state="attached")
    top = BELOW if where.startswith(BELOW) else ""
    assert [
        f"{site}{top}/{language}/{name}.html"
        for language in ("da", "en")
        for name in ("index", "search")
    ] == [link.evaluate("a => a.href") for link in page.locator("a").all()]
    until(page, "[...document.styleSheets].some(one => one.cssRules.length)")
    page.locator("a").first.click()
    page.wait_for_url(f"**{top}/da/index.html")
    assert page.locator("h1").first.is_visible()


def test_codes_are_shown_to_those_who_ask(page_of):
    page = page_of("da/schemes/flexjob.html")
    code = page.get_by_text("flexjob.age", exact=True)
    assert not code.is_visible()
    page.get_by_label("Vis koder").check()
    assert code.is_visible()
    page.reload()
    assert code.is_visible()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_front_page_says_what_it_is_in_one_screen(visit, language):
    page = visit(f"{language}/index.html")
    assert page.locator(".doors .sd-card").count() == 4
    for part in (".doors", ".socialkapitel-explanation", "p.release"):
        box = page.locator(part).first.bounding_box()
        assert box["y"] + box["height"] <= 900


def test_the_reference_is_in_english_and_says_so(visit):
    page = visit("da/reference/flexjobs.html")
    assert "på engelsk" in page.locator("p.english").inner_text()
    spoken = page.locator("[data-pagefind-body]")
    assert spoken.get_attribute("lang") == "en"
    text = spoken.inner_text()
    assert "What the municipality grants the employee" in text
    assert "Parametre" not in text


def test_a_name_of_the_reference_leads_to_its_source_and_python_s_types(visit):
    page = visit("da/reference/flexjobs.html")
    types = page.locator("a.reference.external[href*='docs.python.org']")
    assert types.count() > 5
    page.locator("a[href*='/en/source/'] .viewcode-link").first.click()
    assert "class Flexjob" in page.locator("pre").inner_text()


def test_the_whole_site_is_small():
    assert sum(path.stat().st_size for path in SITE.rglob("*") if path.is_file()) < 40_000_000
