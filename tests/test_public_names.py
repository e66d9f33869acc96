"""The public names: each spelled once, at home where they say, documented."""

import ast
import importlib
import importlib.metadata
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import socialkapitel as sk
from tools import public_names

HOMES = {home: names.split() for home, names in sk._HOMES.items()}


def in_order(names):
    """Constants, then classes, then functions, each in alphabetical order."""
    return sorted(names, key=lambda name: (not name.isupper(), name[0].islower(), name))


def test_the_names_are_sorted():
    assert sorted(set(sk.__all__)) == sk.__all__


def test_each_name_has_one_home():
    names = [name for names in HOMES.values() for name in names]
    assert sorted(["PARAMETERS", *names]) == sk.__all__


def test_type_checkers_see_the_same():
    assert public_names.stub() == public_names.STUB.read_text("utf-8")


def test_homes_and_their_names_are_in_order():
    assert sorted(HOMES) == list(HOMES)
    assert [] == [home for home, names in HOMES.items() if in_order(names) != names]


@pytest.mark.parametrize("name", sk.__all__)
def test_each_name_is_there_and_documented(name):
    found = getattr(sk, name)
    home = {each: home for home, names in HOMES.items() for each in names}.get(name)
    if inspect.isclass(found) or inspect.isfunction(found):
        assert found.__module__.startswith(f"socialkapitel.{home}")
    assert inspect.getdoc(found)


@pytest.mark.parametrize("name", sk.__all__)
def test_what_the_public_classes_offer_is_documented(name):
    found = getattr(sk, name)
    if not inspect.isclass(found):
        return
    offered = [
        (key, member)
        for key, member in vars(found).items()
        if not key.startswith("_")
        and (inspect.isfunction(member) or isinstance(member, (property, classmethod)))
    ]
    assert [] == [key for key, member in offered if not inspect.getdoc(getattr(found, key))]


def test_the_names_are_listed():
    assert sorted([*sk.__all__, "__version__", "frames", "whatif", "wire"]) == dir(sk)


@pytest.mark.parametrize("room", ["frames", "whatif", "wire"])
def test_a_room_is_loaded_when_it_is_used(room):
    code = f"""
import sys, socialkapitel
assert "socialkapitel.{room}" not in sys.modules
assert socialkapitel.{room} is sys.modules["socialkapitel.{room}"]
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_rooms_need_an_import_no_star_brings():
    assert not {"frames", "whatif", "wire"} & set(sk.__all__)


def test_the_version_is_told():
    assert importlib.metadata.version("socialkapitel") == sk.__version__


def test_other_names_are_unknown():
    with pytest.raises(AttributeError, match="module 'socialkapitel' has no attribute 'Fleksjob'"):
        _ = sk.Fleksjob


def test_the_parameters_are_the_packaged_ones():
    assert sk.PARAMETERS is sk.PARAMETERS


@pytest.mark.parametrize("name", ["frames", "whatif", "wire"])
def test_a_room_is_loaded_when_it_is_asked_for(name):
    assert importlib.import_module(f"socialkapitel.{name}") is sk.__getattr__(name)


ALIKE = {
    *("compare", "pick", "shown", "whole"),
    *("day_reduction", "refund", "supplement"),
    *("read_day", "read_flag", "read_hourly_pay", "read_kroner", "read_month", "read_share"),
    *("read_text", "subsidised_hours", "subsidised_places"),
}
"""Functions that do the same to another kind of thing: single values and columns, fields and cells,
the same part of several schemes' formulas."""


def test_no_function_has_the_name_of_another_that_means_something_else():
    places = {}
    for path in sorted(Path(sk.__file__).parent.rglob("*.py")):
        for name in {
            node.name
            for node in ast.parse(path.read_text("utf-8")).body
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        }:
            places.setdefault(name, []).append(path.name)
    assert len(places) > 500
    assert ALIKE == {name for name, found in places.items() if len(found) > 1}


def test_no_class_has_the_name_of_another():
    """Nor one that differs from it by an underscore before it."""
    places = {}
    for path in sorted(Path(sk.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name.lstrip("_"), []).append(path.name)
    assert len(places) > 200
    assert {} == {name: found for name, found in places.items() if len(found) > 1}
