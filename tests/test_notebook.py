"""How things show themselves in a notebook: in the language that is set, without a network."""

import asyncio
import subprocess
import sys
from datetime import date
from re import findall
from threading import Thread

import pytest

import socialkapitel as sk
from socialkapitel.i18n import shown_language

JOB = sk.Flexjob(
    started_on=date(2010, 5, 1),
    share="2/3",
    starting_pay=sk.Pay.monthly("32066.67"),
    weekly_hours="37",
    atp_class="A",
    other_contributions="0",
)
MONTH = sk.Month(2024, 3)


def test_it_is_english_until_a_language_is_set():
    refund = sk.flexjob_refund(JOB, MONTH)

    assert "en" == shown_language()
    assert 'lang="en"' in refund._repr_html_()
    with sk.language("da"):
        assert 'lang="da"' in refund._repr_html_() == refund.explanation._repr_html_()
        assert 'lang="da"' in sk.PARAMETERS.ending(2017)._repr_html_()
        assert 'lang="da"' in sk.PRINTED_STATISTICS._repr_html_()
    assert 'lang="en"' in refund._repr_html_()


def test_a_result_is_the_same_in_each_language():
    with sk.language("da"):
        danish = sk.flexjob_refund(JOB, MONTH)
        told = str(danish.explanation)

    assert sk.flexjob_refund(JOB, MONTH) == danish
    assert str(danish.explanation) == told == danish.explanation.render()


def test_texts_are_translated_into_it_where_no_language_is_given():
    label = sk.Label(en="Share", da="Andel")
    with sk.language("da"):
        assert ("Andel", "Share") == (sk.translate(label), sk.translate(label, "en"))
    assert "Share" == sk.translate(label)


def test_languages_can_be_nested():
    with sk.language("da"):
        with sk.language("en"):
            assert "en" == shown_language()
        assert "da" == shown_language()


def test_another_language_is_refused_and_the_one_before_stays():
    with pytest.raises(sk.UnknownName, match="unknown language: 'fr'"):
        sk.language("fr")
    assert "en" == shown_language()


def test_it_tells_which_it_is():
    with sk.language("da") as nothing:
        assert nothing is None
    assert "language" in repr(sk.language("en"))


def test_each_task_has_its_own():
    async def shown(name):
        sk.language(name)
        await asyncio.sleep(0)
        return shown_language()

    async def both():
        return await asyncio.gather(shown("da"), shown("en"), shown("da"))

    assert ["da", "en", "da"] == asyncio.run(both())
    assert "en" == shown_language()


def test_each_thread_has_its_own():
    seen = []
    with sk.language("da"):
        thread = Thread(target=lambda: seen.append(shown_language()))
        thread.start()
        thread.join()

    assert ["en"] == seen


SHOWN = {
    "result": lambda: sk.flexjob_refund(JOB, MONTH),
    "claims": lambda: sk.claims({"E01": JOB}, MONTH),
    "sweep": lambda: sk.whatif.sweep(
        sk.flexjob_refund, {"job": JOB, "month": MONTH}, share=["1/2", "2/3"]
    ),
    "history": lambda: sk.whatif.history("flexjob.ceiling_yearly"),
    "comparison": lambda: sk.whatif.compare(
        sk.flexjob_refund(JOB, MONTH), sk.flexjob_refund(JOB, sk.Month(2023, 3))
    ),
    "statistics": lambda: sk.PRINTED_STATISTICS,
}


@pytest.mark.parametrize("kind", SHOWN)
def test_it_takes_the_colours_of_the_theme_and_asks_for_nothing(kind):
    html = SHOWN[kind]()._repr_html_()
    styles = {
        style.partition(":")[0].strip()
        for styled in findall('style="([^"]*)"', html)
        for style in styled.split(";")
    }

    assert styles <= {"text-align", "padding", "vertical-align", "white-space", "break-inside"}
    assert set(findall(r"<[^>]* ([a-z]+)=", html)) <= {"class", "lang", "scope", "style"}
    assert set(findall(r"<([a-z]+)", html)).isdisjoint({"a", "img", "link", "script", "style"})


CELLS = """
import nbformat
from nbclient import NotebookClient

CELLS = [
    "import socialkapitel as sk; sk.language('da')",
    "import asyncio; await asyncio.sleep(0)",
    "sk.PARAMETERS.ending(2017).table()",
    "sk.language('en')",
    "sk.PARAMETERS.ending(2017).table()",
]
notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
NotebookClient(notebook, kernel_name="python3").execute()
for cell in (notebook.cells[2], notebook.cells[4]):
    [shown] = cell.outputs
    print(shown["data"]["text/html"].partition(">")[0])
"""


def test_jupyter_shows_the_language_that_one_cell_has_set():
    done = subprocess.run(
        [sys.executable, "-c", CELLS], capture_output=True, check=True, encoding="utf-8"
    )

    assert ['lang="da"', 'lang="en"'] == [line.split()[-1] for line in done.stdout.splitlines()]
