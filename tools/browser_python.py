"""Adds a Python with the library, for the reader's browser, to the built manual.

Usage: python tools/browser_python.py SITE

It needs Node, and Pyodide as `npm ci --prefix tools/npm` installs it. ``SITE/pyodide`` gets

* Pyodide's WebAssembly, compressed so that it is small on any server, and its scripts;
* the standard library less what no page needs, and the library with what it depends on, both
  compiled for Pyodide's Python, as two archives;
* the worker that computes, and ``SITE/offline.js``, which keeps all of it for the next visit.

Nothing is fetched: the packages are those of the environment that runs this.
"""

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile, ZipInfo

from zstandard import ZstdCompressionParameters, ZstdCompressor

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "socialkapitel"
RUNTIME = ROOT / "tools" / "npm" / "node_modules" / "pyodide"
ZSTD = ROOT / "tools" / "npm" / "node_modules" / "fzstd"
COMPUTE = ROOT / "docs" / "compute"
NODE = ("node", str(ROOT / "tools" / "pyodide.mjs"))

DEPENDENCIES = ("attrs", "babel", "cattrs", "python-dateutil", "typing-extensions")
"""What the library needs in the browser."""

LOCALES = {"root.dat", "da.dat", "da_DK.dat", "en.dat", "en_001.dat", "en_GB.dat"}
"""The babel locales that the library uses, and those on which they are based."""

COMPRESSION = ZstdCompressionParameters.from_level(19, window_log=24)
"""In a form that the worker unpacks; gzip is a fifth larger, and level 22 saves 600 bytes."""

XLSX = ("XlsxWriter",)
"""What it also needs to save a spreadsheet, fetched when somebody does."""

LEFT_OUT = ("frames", "charts")
"""Packages of the library whose dependencies the browser lacks."""


def gather_packages(names: Iterable[str], place: Path) -> None:
    """Copy packages with their licences; babel without what it doesn't write."""
    for name in names:
        for entry in distribution(name).files or ():
            top, *rest = entry.parts
            if top.endswith(".dist-info"):
                wanted = "LICEN" in entry.name.upper() or "AUTHORS" in entry.name.upper()
            else:
                wanted = entry.suffix in {".py", ".dat"} and top != ".."
            if rest and top == "babel" and rest[0] == "locale-data":
                wanted = entry.name in LOCALES
            elif rest and top == "babel" and rest[0] == "messages":
                wanted = False
            if wanted:
                target = place.joinpath(*entry.parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(Path(str(entry.locate())), target)


def gather_library(place: Path) -> None:
    """Copy the library, its catalogues compiled, and the module that makes forms of classes."""
    ignored = shutil.ignore_patterns("__pycache__", *LEFT_OUT, "*.po", "*.pot", "*.pyi", "py.typed")
    shutil.copytree(PACKAGE, place / PACKAGE.name, ignore=ignored)
    shutil.copyfile(ROOT / "docs" / "_ext" / "forms.py", place / "forms.py")


def as_zip(*folders: Path) -> bytes:
    """Folders as one file; it is compressed later, as a whole."""
    whole = io.BytesIO()
    with ZipFile(whole, "w") as packed:
        for folder in folders:
            for path in files_of(folder):
                entry = ZipInfo(path.relative_to(folder).as_posix())
                packed.writestr(entry, path.read_bytes())
    return whole.getvalue()


def files_of(folder: Path) -> list[Path]:
    """The files of a folder, similar ones next to each other."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(found, key=lambda path: (path.suffix, path))


def main(site: Path) -> None:
    """Build everything into a site."""
    target = site / "pyodide"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with TemporaryDirectory() as temporary:
        work = Path(temporary).resolve()
        with ZipFile(RUNTIME / "python_stdlib.zip") as standard:
            standard.extractall(work / "stdlib")
        gather_packages(DEPENDENCIES, work / "dependencies")
        gather_packages(XLSX, work / "xlsx")
        gather_library(work / "library")
        compiling = [*NODE, f"{work},{ROOT / 'tools'}", str(ROOT / "tools" / "browser_compile.py")]
        subprocess.run([*compiling, str(work)], check=True)  # noqa: S603 our own script
        files = {
            "pyodide.asm.wasm": (RUNTIME / "pyodide.asm.wasm").read_bytes(),
            "python_stdlib.zip": as_zip(work / "stdlib"),
            "library.zip": as_zip(work / "dependencies", work / "library"),
            "xlsx.zip": as_zip(work / "xlsx"),
        }
    compressor = ZstdCompressor(compression_params=COMPRESSION)
    packed = {name: compressor.compress(content) for name, content in files.items()}
    for name, content in packed.items():
        (target / f"{name}.zst").write_bytes(content)
    for script in (RUNTIME / "pyodide.mjs", RUNTIME / "pyodide.asm.mjs"):
        shutil.copyfile(script, target / script.name)
    shutil.copyfile(ZSTD / "esm" / "index.mjs", target / "fzstd.mjs")
    shutil.copyfile(ZSTD / "LICENSE", target / "fzstd.LICENSE")
    shutil.copyfile(COMPUTE / "offline.js", site / "offline.js")
    release = sha256(b"".join(packed.values())).hexdigest()[:16]
    lock = json.loads((RUNTIME / "pyodide-lock.json").read_text("utf-8"))
    constants = {
        "RELEASE": release,
        "SIZES": {name: len(content) for name, content in packed.items()},
        "LOCK": {"info": lock["info"], "packages": {}},
    }
    worker = (COMPUTE / "worker.js").read_text("utf-8")
    for name, value in constants.items():
        before, constant, after = worker.partition(f"const {name} = ")
        worker = f"{before}{constant}{json.dumps(value)};{after.partition(';')[2]}"
    (target / "worker.js").write_text(worker, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
