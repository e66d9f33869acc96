"""How objects show themselves: what is left out, cut and counted."""

import attrs
from rich.pretty import pretty_repr

from socialkapitel.brief import brief


@brief
@attrs.frozen
class Kept:
    days: tuple[int, ...] = ()
    note: str = ""
    sealed: str = attrs.field(default="", repr=False)
    counted: int = attrs.field(init=False, default=0)


@brief
@attrs.frozen
class Wide:
    a: str
    b: str
    c: str
    d: str
    e: str
    f: str
    g: str


def test_what_has_its_default_is_left_out():
    assert "Kept(counted=0)" == repr(Kept())
    assert "Kept(note='a', counted=0)" == repr(Kept(note="a"))


def test_what_is_hidden_stays_hidden():
    assert "secret" not in repr(Kept(sealed="secret"))
    assert "secret" not in pretty_repr(Kept(sealed="secret"))


def test_few_are_shown_and_many_counted():
    assert "Kept(days=(1, 2), counted=0)" == repr(Kept((1, 2)))
    assert "Kept(days=<99 in all>, counted=0)" == repr(Kept(tuple(range(99))))
    assert "Kept(days=<999 in all>, counted=0)" == repr(Kept(tuple(range(999))))


def test_a_long_value_is_cut():
    assert f"Kept(note='{99 * 'x'}…, counted=0)" == repr(Kept(note=1_000 * "x"))


def test_so_is_one_long_value_alone():
    assert "Kept(days=('xx" == repr(Kept(("x" * 1_000,)))[:14]


def test_enough_is_enough():
    shown = repr(Wide(*("x" * 1_000 for _ in range(7))))
    assert shown.endswith(", …)")
    assert len(shown) < 700


def test_rich_shows_the_same():
    assert "Kept(days=<999 in all>, note='a', counted=0)" == pretty_repr(
        Kept(tuple(range(999)), "a")
    )
    assert "…" in pretty_repr(Wide(*("x" * 1_000 for _ in range(7))))
