"""Chapters are found: packaged, by path, and through entry points."""

from importlib.metadata import EntryPoint
from pathlib import Path
from zipfile import Path as ZipPath
from zipfile import ZipFile

import pytest

from socialkapitel import InvalidData, UnknownName, WrongType
from socialkapitel.chapters import CHAPTERS, Chapter, catalogue, chapter

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
NO_PATH = 42


@pytest.fixture
def registered(monkeypatch):
    """Register chapters as an installed package would."""

    def forget():
        catalogue._places.cache_clear()
        catalogue._registered.cache_clear()
        catalogue._chapter.cache_clear()

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


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("no_such_module_anywhere:PATH", "No module named"),
        ("socialkapitel.errors:PATH", "has no attribute"),
        ("test_catalogue:NO_PATH", "the path of a TOML file"),
    ],
)
def test_an_entry_point_that_leads_nowhere_is_refused_when_asked_for(
    registered, monkeypatch, value, reason
):
    monkeypatch.syspath_prepend(Path(__file__).parent)
    registered(broken=value)
    assert "broken" in list(CHAPTERS)
    assert "herlev-2005" == chapter("herlev-2005").id
    with pytest.raises(InvalidData, match=reason) as caught:
        chapter("broken")
    assert ("socialkapitel.chapters", "broken") == (caught.value.file, caught.value.entry)


def test_an_entry_point_may_not_take_the_name_of_another_chapter(registered):
    registered(herlev_2005="x:y")
    with pytest.raises(InvalidData, match="names a chapter that exists"):
        list(CHAPTERS)


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
    with pytest.raises(InvalidData, match="inherits: is no text"):
        chapter("one")
