"""The built manual, served from this machine and opened in a real Chromium.

Every other host is blocked, and a page that asks one for something fails its test.
"""

import os
import shutil
import sys
from contextlib import ExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import axe_playwright_python
import pytest
from playwright.sync_api import sync_playwright

SITE = Path(__file__).parents[2] / "docs" / "_build" / "html"

SIZES = {"desktop": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
"""The windows that pages are looked at in."""


LONG = 120_000
"""How long a page may take on a busy machine, in milliseconds."""

POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"


AXE = "/axe.min.js"
"""Where axe is asked for: the browser compiles a file that it knows once."""

BELOW = "/below/a/path"
"""Where the manual lies as well, as on a server that it shares with others."""


class Handler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012 as the base class has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def translate_path(self, path):
        """The file of an address."""
        if path == AXE:
            return str(Path(axe_playwright_python.__file__).with_name("axe.min.js"))
        return super().translate_path(path.removeprefix(BELOW))

    def send_error(self, code, message=None, explain=None):
        """Answer with the manual's own page where there is none."""
        page = (SITE / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def end_headers(self):
        """Let scripts of the Python that computes reach nothing but this server."""
        if "/pyodide/" in self.path:
            self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """Say nothing of a page that was left while it was being loaded."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def until(page, expression, *given):
    """Wait until a page's own expression holds.

    `Page.wait_for_function` asks again by ``eval``, which pages that compute do not allow.
    """
    for _ in range(LONG // 100):
        if page.evaluate(expression, *given):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never: {expression}")


# What passes is worked out in full otherwise, which takes longer than the rest.
RUN = """([context, options]) =>
    axe.run(context ?? document, { resultTypes: ["violations"], ...options }).then(found =>
        found.violations.map(one =>
            [one.id, one.nodes.slice(0, 3).map(node => node.html.slice(0, 200))]))
"""


def found_by_axe(page, context=None, options=None):
    """What axe finds wrong on a page: the rules that are broken, each with where."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(url=AXE)
    return page.evaluate(RUN, [context, options])


def too_wide(page):
    """The windows and colours in which a page must be scrolled aside, and by how much."""
    wide = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for size, window in SIZES.items():
            page.set_viewport_size(window)
            wide[scheme, size] = page.evaluate(
                "document.documentElement.scrollWidth - window.innerWidth"
            )
    return {where: width for where, width in wide.items() if width > 0}


@pytest.fixture(scope="session")
def site():
    """The address of the built manual."""
    assert SITE.is_dir(), "build the manual first: nox -s docs"
    with Server(("127.0.0.1", 0), partial(Handler, directory=SITE)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    """A Chromium that is installed on this machine, which finds no host but this one."""
    names = ["chromium-headless-shell", "chromium", "chromium-browser"]
    [path, *_] = filter(None, map(shutil.which, [os.environ.get("CHROMIUM", ""), *names]))
    # Not by routes of Playwright's: with them nothing is kept from page to page.
    blocked = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", blocked])
        yield started
        started.close()


@pytest.fixture(scope="session")
def asked_elsewhere():
    """The addresses on other hosts that pages have asked for."""
    return []


@pytest.fixture(scope="session")
def failed_scripts():
    """What scripts on pages have failed with."""
    return []


@pytest.fixture(autouse=True)
def nothing_elsewhere_and_nothing_failed(asked_elsewhere, failed_scripts):
    """At the end of each test nothing was asked of another host, and no script has failed."""
    yield
    asked, asked_elsewhere[:] = list(asked_elsewhere), []
    failed, failed_scripts[:] = list(failed_scripts), []
    assert ([], []) == (asked, failed)


@pytest.fixture(scope="session")
def new_context(chromium, site, asked_elsewhere, failed_scripts):
    """Makes a browser context, with a ``size`` ("desktop" or "phone") and a colour ``scheme``."""

    def make(size="desktop", scheme="light", **options):
        def note(request):
            if not request.url.startswith((f"{site}/", "data:", "blob:")):
                asked_elsewhere.append(request.url)

        context = chromium.new_context(
            viewport=SIZES[size], color_scheme=scheme, base_url=f"{site}/", **options
        )
        context.on("request", note)
        context.on("weberror", lambda failed: failed_scripts.append(str(failed.error)))
        context.set_default_timeout(LONG)
        return context

    return make


@pytest.fixture(scope="session")
def shared(new_context):
    """A context for tests that leave nothing behind but what pages keep for the next visit."""
    with new_context() as context:
        yield context


@pytest.fixture(scope="session")
def window(shared):
    """One window for such tests: to open another costs more than to open a page in it."""
    return shared.new_page()


@pytest.fixture
def context_of(new_context):
    """Makes a context of the test's own."""
    with ExitStack() as opened:
        yield lambda **options: opened.enter_context(new_context(**options))


@pytest.fixture
def visit(window):
    """Goes to a page in the window that tests share."""

    def go(path):
        window.goto(path)
        return window

    yield go
    window.set_viewport_size(SIZES["desktop"])
    window.emulate_media(media="screen", color_scheme="light")


@pytest.fixture
def page_of(context_of):
    """Opens a page in a context of its own."""

    def make(path, **options):
        page = context_of(**options).new_page()
        page.goto(path)
        return page

    return make
