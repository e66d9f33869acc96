import sys
from time import sleep

from socialkapitel.whatif import fields


def test_the_items_pass_through():
    assert [1, 2, 3] == list(fields.tracked([1, 2, 3]))


def test_without_tqdm_too(monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm", None)

    assert [1, 2, 3] == list(fields.tracked([1, 2, 3]))


def test_quick_work_shows_nothing(capsys):
    list(fields.tracked([1, 2, 3]))

    assert "" == capsys.readouterr().err


def test_slow_work_shows_how_far_it_is(capsys, monkeypatch):
    monkeypatch.setattr(fields, "_DELAY", 1e-9)
    for _ in fields.tracked([1, 2]):
        sleep(0.2)

    assert "2/2" in capsys.readouterr().err
