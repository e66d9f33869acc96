"""Chapters are found: packaged, by path, and through entry points."""

from importlib.metadata import EntryPoint
from pathlib import Path
from zipfile import Path as ZipPath
from zipfile import ZipFile

import pytest

from socialkapitel import InvalidData, UnknownName, WrongType
from socialkapitel.chapters import CHAPTERS, Chapter, catalogue, chapter, duties

OWN = Path(__file__).parents[2] / "examples/own_chapter/src/own_chapter/chapter.toml"
PACKAGED = [
    "aarhus-1998",
    "herlev-2005",
    "herlev-2006",
    "rammeaftale-1999",
    "rammeaftale-2003",
    "region-midtjylland-2008",
    "ringkjoebing-1998",
    "vejle-1999",
    "viborg-2003",
]

# What entry points of other packages may point to.
PATH = OWN
TEXT_PATH = str(OWN)


@pytest.fixture
def registered(monkeypatch):
    """Register chapters as an installed package would."""

    def forget():
        catalogue._places.cache_clear()
        catalogue._registered.cache_clear()
        catalogue._chapter.cache_clear()
        catalogue._packaged.cache_clear()

    def register(**places):
        entries = [
            EntryPoint(name.replace("_", "-"), value, catalogue.GROUP)
            for name, value in places.items()
        ]
        monkeypatch.setattr(catalogue, "entry_points", lambda group: entries)
        forget()

    yield register
    monkeypatch.undo()
    forget()


def written(tmp_path, monkeypatch, **texts):
    """A module whose attributes are paths of files with these texts."""
    lines = ["from pathlib import Path"]
    for name, text in texts.items():
        tmp_path.joinpath(f"{name}.toml").write_text(text, "utf-8")
        lines.append(f"{name} = Path({str(tmp_path / f'{name}.toml')!r})")
    module = f"chapters_in_{tmp_path.name}"
    tmp_path.joinpath(f"{module}.py").write_text("\n".join(lines), "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return module


def text_of(chapter_id, inherits):
    return (
        OWN.read_text("utf-8")
        .replace("solhavn-2026", chapter_id)
        .replace("rammeaftale-2003", inherits)
    )


def test_the_packaged_chapters():
    assert set(PACKAGED) <= set(CHAPTERS)
    assert len(CHAPTERS) == len(list(CHAPTERS))
    assert CHAPTERS["herlev-2005"] is chapter("herlev-2005")
    assert "herlev-2005" in CHAPTERS
    assert "herlev" not in CHAPTERS
    assert "aarhus-1998, herlev-2005" in repr(CHAPTERS)


@pytest.mark.parametrize("name", ["herlev", "", None, 3, ["herlev-2005"]])
def test_unknown_ids_are_refused_with_the_nearest(name):
    with pytest.raises(UnknownName) as caught:
        chapter(name)
    assert set(caught.value.nearest) <= set(CHAPTERS)
    assert CHAPTERS.get("herlev") is None


@pytest.mark.parametrize("path", [OWN, str(OWN)])
def test_a_chapter_is_loaded_from_a_path(path):
    own = Chapter.load(path)
    assert "solhavn-2026" == own.id
    assert "rammeaftale-2003" == own.inherits
    assert "solhavn-2026" not in CHAPTERS


def test_a_chapter_is_loaded_from_within_an_archive(tmp_path):
    with ZipFile(tmp_path / "own.zip", "w") as archive:
        archive.write(OWN, "chapter.toml")
    with ZipFile(tmp_path / "own.zip") as archive:
        assert Chapter.load(OWN) == Chapter.load(ZipPath(archive, "chapter.toml"))


@pytest.mark.parametrize("path", [None, 3, 2.5, ["x"]])
def test_what_is_no_path_is_refused(path):
    with pytest.raises(WrongType) as caught:
        Chapter.load(path)
    assert "path" == caught.value.field


def test_what_cannot_be_read_is_refused(tmp_path):
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path, tmp_path / "missing.toml", binary, "null\0"):
        with pytest.raises(InvalidData, match="cannot be read"):
            Chapter.load(path)


@pytest.mark.parametrize("name", ["PATH", "TEXT_PATH"])
def test_entry_points_are_found(registered, name, monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent)
    registered(solhavn_2026=f"test_catalogue:{name}")
    assert sorted([*PACKAGED, "solhavn-2026"]) == list(CHAPTERS)
    assert "Solhavn Kommune" == chapter("solhavn-2026").organisation


class Odd(Exception):
    """An error that can't even say what it is."""

    def __str__(self):
        raise RuntimeError("no words")


RAISES = {
    "syntax": ("def (", "SyntaxError"),
    "fails": ("raise RuntimeError('out of order')", "RuntimeError: out of order"),
    "leaves": ("raise SystemExit(3)", "SystemExit: 3"),
    "odd": ("from test_catalogue import Odd\nraise Odd", "Odd"),
    "base": ("class Own(BaseException): pass\nraise Own('x')", "Own: x"),
    "number": ("PATH = 42", "the path of a TOML file"),
    "missing": ("from pathlib import Path\nPATH = Path('nowhere.toml')", "cannot be read"),
    "nothing": ("", "has no attribute 'PATH'"),
}


@pytest.mark.parametrize("name", RAISES)
def test_whatever_a_package_raises_is_told_as_its_fault_and_concerns_it_alone(
    registered, monkeypatch, tmp_path, name
):
    source, reason = RAISES[name]
    monkeypatch.syspath_prepend(Path(__file__).parent)
    monkeypatch.syspath_prepend(tmp_path)
    tmp_path.joinpath(f"{name}_of_{tmp_path.name}.py").write_text(source, "utf-8")
    registered(
        broken=f"{name}_of_{tmp_path.name}:PATH",
        lost="no_such_module_anywhere:PATH",
        solhavn_2026="test_catalogue:PATH",
    )
    assert {"broken", "lost", "solhavn-2026", *PACKAGED} == set(CHAPTERS)
    assert "herlev-2005" == chapter("herlev-2005").id
    assert "solhavn-2026" == chapter("solhavn-2026").id
    assert duties()
    with pytest.raises(InvalidData) as caught:
        chapter("broken")
    assert ("socialkapitel.chapters", "broken") == (caught.value.file, caught.value.entry)
    assert f"{name}_of_{tmp_path.name}: " in str(caught.value.reason)
    assert reason in str(caught.value.reason)
    with pytest.raises(InvalidData, match="No module named"):
        chapter("lost")


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_what_is_not_the_packages_fault_goes_through(registered, monkeypatch, error):
    registered(broken="x:y")

    def interrupted(self):
        raise error

    monkeypatch.setattr(EntryPoint, "load", interrupted)
    with pytest.raises(error):
        chapter("broken")


def test_a_package_is_named_by_its_distribution():
    class Distribution:
        name = "odd-chapters"

    entry = EntryPoint("own", "no_such_module_anywhere:PATH", catalogue.GROUP)
    vars(entry)["dist"] = Distribution()
    with pytest.raises(InvalidData, match="odd-chapters: ModuleNotFoundError"):
        catalogue._declared(entry)


def test_an_entry_point_that_takes_the_name_of_a_packaged_chapter_is_left_out_alone(
    registered, monkeypatch
):
    monkeypatch.syspath_prepend(Path(__file__).parent)
    registered(herlev_2005="test_catalogue:PATH", solhavn_2026="test_catalogue:PATH")
    with pytest.warns(
        RuntimeWarning, match="herlev-2005: test_catalogue names a chapter that exists"
    ):
        assert {"solhavn-2026", *PACKAGED} == set(CHAPTERS)
    assert "Herlev Kommune" == chapter("herlev-2005").organisation
    assert "Solhavn Kommune" == chapter("solhavn-2026").organisation


def test_where_two_packages_name_a_chapter_it_is_refused_alone(registered, monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent)
    registered(solhavn_2026="test_catalogue:PATH")
    twice = [
        EntryPoint(name, "test_catalogue:PATH", catalogue.GROUP)
        for name in ("own", "own", "solhavn-2026")
    ]
    monkeypatch.setattr(catalogue, "entry_points", lambda group: twice)
    catalogue._places.cache_clear()
    assert {"own", "solhavn-2026", *PACKAGED} == set(CHAPTERS)
    with pytest.raises(InvalidData, match="names a chapter that exists"):
        chapter("own")
    assert "solhavn-2026" == chapter("solhavn-2026").id


def test_an_entry_point_is_named_after_its_chapter(registered, monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parent)
    registered(solhavn="test_catalogue:PATH")
    with pytest.raises(InvalidData, match="solhavn-2026 is registered as solhavn") as caught:
        chapter("solhavn")
    assert 3 == caught.value.line


def test_chapters_may_build_on_each_other_but_not_in_a_ring(registered, tmp_path, monkeypatch):
    module = written(
        tmp_path,
        monkeypatch,
        one=text_of("one", "two"),
        two=text_of("two", "herlev-2006"),
        three=text_of("three", "four"),
        four=text_of("four", "three"),
    )
    registered(**{name: f"{module}:{name}" for name in ("one", "two", "three", "four")})
    assert "herlev-2006" == chapter("one").parent.inherits
    with pytest.raises(InvalidData, match="three inherits from itself") as caught:
        chapter("three")
    assert caught.value.file.endswith("four.toml")
    assert 10 == caught.value.line


def test_a_parent_that_is_no_name_is_refused_as_such(registered, tmp_path, monkeypatch):
    text = OWN.read_text("utf-8").replace('"rammeaftale-2003"', '["rammeaftale-2003"]')
    module = written(tmp_path, monkeypatch, one=text.replace("solhavn-2026", "one"))
    registered(one=f"{module}:one")
    with pytest.raises(InvalidData, match="inherits: is not a text"):
        chapter("one")


def test_the_librarys_chapters_refer_to_their_own_lines_alone():
    line = chapter("herlev-2006").line
    lookups = catalogue._OWN_LOOKUPS
    assert "herlev.send-form" == lookups.duty(line, "herlev.send-form").id
    assert "talked-with-early" == lookups.criterion(line, "talked-with-early").id
    for find, name in (
        (lookups.duty, "midtjylland.intervene"),
        (lookups.criterion, "followed-up"),
    ):
        with pytest.raises(UnknownName):
            find(line, name)
