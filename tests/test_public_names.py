"""The public names: sorted, at home where they say, documented."""

import ast
import inspect
from pathlib import Path

import pytest

import socialkapitel as sk

TREE = ast.parse(Path(sk.__file__).read_text("utf-8"))


def imports_for_type_checkers():
    """Each home with the names that type checkers see coming from it."""
    [block] = [
        node
        for node in TREE.body
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    found = {}
    for node in block.body:
        if isinstance(node, ast.ImportFrom):
            assert [] == [alias.name for alias in node.names if alias.asname]
            home = node.module.removeprefix("socialkapitel.")
            found.setdefault(home, []).extend(alias.name for alias in node.names)
    return found


def in_order(names):
    """Constants, then classes, then functions, each in alphabetical order."""
    return sorted(names, key=lambda name: (not name.isupper(), name[0].islower(), name))


def test_the_names_are_sorted():
    assert in_order(sk.__all__) == list(sk.__all__)
    assert len(set(sk.__all__)) == len(sk.__all__)


def test_each_name_has_one_home():
    names = [name for names in sk._HOMES.values() for name in names]
    assert in_order(["PARAMETERS", *names]) == list(sk.__all__)


def test_type_checkers_see_the_same():
    expected = {home: sorted(names) for home, names in sk._HOMES.items()}
    assert expected == {home: sorted(names) for home, names in imports_for_type_checkers().items()}


def test_homes_and_their_names_are_in_order():
    assert sorted(sk._HOMES) == list(sk._HOMES)
    assert [] == [home for home, names in sk._HOMES.items() if in_order(names) != list(names)]


@pytest.mark.parametrize("name", sk.__all__)
def test_each_name_is_there_and_documented(name):
    found = getattr(sk, name)
    home = {each: home for home, names in sk._HOMES.items() for each in names}.get(name)
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
    assert sorted(sk.__all__) == dir(sk)


def test_other_names_are_unknown():
    with pytest.raises(AttributeError, match="module 'socialkapitel' has no attribute 'Fleksjob'"):
        _ = sk.Fleksjob


def test_the_parameters_are_the_packaged_ones():
    assert sk.PARAMETERS is sk.PARAMETERS
