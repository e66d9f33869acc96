"""What went wrong, told to the caller: in their language, and with nothing of what was sent.

Answers are of the media type ``application/problem+json`` (RFC 9457): ``code`` is stable,
``detail`` is for people.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import attrs
from fastapi import FastAPI, Request, status
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError

from hr_system.database import is_busy
from hr_system.language import LANGUAGES, language_of
from hr_system.store import DamagedCase, EventIdTaken
from socialkapitel import (
    IllegalEvent,
    InvalidInput,
    Label,
    NotEntitled,
    SocialkapitelError,
    StaleVersion,
    UnknownName,
    events,
    translate,
)
from socialkapitel.messages import Text
from socialkapitel.wire import InvalidDocument

logger = logging.getLogger("hr_system")

_STATUS: dict[type[SocialkapitelError], int] = {
    StaleVersion: status.HTTP_409_CONFLICT,
    NotEntitled: status.HTTP_403_FORBIDDEN,
}
_NOT_ACCEPTED = 422
_LABELS = {kind.kind: kind.label for kind in events.EVENTS}


@attrs.frozen
class Problem:
    """Why the service itself, and not the library, refuses a request."""

    status: int
    code: str
    detail: Label


class Refused(Exception):
    """A request that the service itself refuses."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


NOBODY = Problem(
    401,
    "who-are-you",
    Label(
        en="send your token: Authorization: Bearer …", da="send dit token: Authorization: Bearer …"
    ),
)
NO_SUCH_CASE = Problem(
    404,
    "no-such-case",
    Label(en="there is no such case for you", da="der er ingen sådan sag til dig"),
)
NOT_FOR_YOU = Problem(
    403, "not-for-you", Label(en="this is not for your role", da="dette er ikke for din rolle")
)
NO_VERSION = Problem(
    428,
    "no-version",
    Label(
        en='say which version you have read, such as If-Match: "3"; "0" opens a case',
        da='angiv, hvilken version du har læst, f.eks. If-Match: "3"; "0" opretter en sag',
    ),
)
TOO_LARGE = Problem(413, "too-large", Label(en="this is too large", da="dette er for stort"))
TOO_SLOW = Problem(
    408,
    "too-slow",
    Label(en="the body did not come in time", da="indholdet kom ikke frem i tide"),
)
NOT_YOUR_ROLE = Problem(
    403,
    "not-your-role",
    Label(
        en="the event must have the role that you have in the case; only HR records for others",
        da="hændelsen skal have den rolle, du har i sagen; kun HR registrerer for andre",
    ),
)
EVENT_ID_TAKEN = Problem(
    422,
    "event-id-taken",
    Label(
        en="somebody else has recorded an event with this id; give yours a new one",
        da="en anden har registreret en hændelse med dette id; giv din et nyt",
    ),
)
NOT_TO_YOURSELF = Problem(
    403,
    "not-to-yourself",
    Label(
        en="nobody gives a role to themselves; ask a colleague in HR",
        da="ingen giver sig selv en rolle; bed en kollega i HR om det",
    ),
)
NEEDS_ANOTHER = Problem(
    403,
    "needs-another-person",
    Label(en="this takes another person than you", da="dette kræver en anden person end dig"),
)
NO_SUCH_GRANT = Problem(
    404,
    "no-such-grant",
    Label(
        en="no role was given under this number in the case",
        da="der er ikke givet en rolle med dette nummer i sagen",
    ),
)
NOT_PUBLISHED = Problem(
    404,
    "not-published",
    Label(
        en="no figures have been published for this period",
        da="der er ikke offentliggjort tal for denne periode",
    ),
)
NOT_OVER = Problem(
    422,
    "not-over",
    Label(
        en="figures are published once the period is over",
        da="tal offentliggøres, når perioden er slut",
    ),
)
UNKNOWN_PERSON = Problem(
    422, "unknown-person", Label(en="there is no such person", da="der er ingen sådan person")
)
NOT_TO_BE_GIVEN = Problem(
    422,
    "no-role-in-a-case",
    Label(en="this is no role in a case", da="dette er ingen rolle i en sag"),
)
_NOT_UNDERSTOOD = Label(
    en="the request is not understood; see /openapi.json",
    da="forespørgslen er ikke forstået; se /openapi.json",
)
_DAMAGED = Label(
    en="what is stored of the case can't be read; tell those who run this service",
    da="det gemte i sagen kan ikke læses; sig det til dem, der driver tjenesten",
)
_BUSY = Label(
    en="the service is busy; ask again in a moment",
    da="tjenesten er optaget; prøv igen om et øjeblik",
)
_FAILED = Label(
    en="something went wrong here; tell those who run this service",
    da="noget gik galt her; sig det til dem, der driver tjenesten",
)
_NOT_READ = Label(
    en="the document is not accepted; see `faults`",
    da="dokumentet accepteres ikke; se `faults`",
)
_NO_SUCH_NAME = Label(en="the name is not known", da="navnet er ukendt")
_SECONDS_TO_RETRY = "1"


def handle_problems(app: FastAPI) -> None:
    """Answer every refusal in the same form.

    FastAPI's own answer to a request that it does not understand repeats what was sent, and would
    show it.
    """

    @app.exception_handler(SocialkapitelError)
    def refused_by_the_library(request: Request, error: SocialkapitelError) -> JSONResponse:
        found = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), None)
        detail = told_without_values(error)
        return answer(request, found or _NOT_ACCEPTED, error.code, detail, **_more(request, error))

    @app.exception_handler(Refused)
    def refused_here(request: Request, error: Refused) -> JSONResponse:
        problem = error.problem
        return answer(request, problem.status, problem.code, problem.detail)

    @app.exception_handler(EventIdTaken)
    def taken(request: Request, _: EventIdTaken) -> JSONResponse:
        problem = EVENT_ID_TAKEN
        return answer(request, problem.status, problem.code, problem.detail)

    @app.exception_handler(RequestValidationError)
    def not_understood(request: Request, error: RequestValidationError) -> JSONResponse:
        where = [_where(fault) for fault in error.errors()]
        return answer(request, _NOT_ACCEPTED, "not-understood", _NOT_UNDERSTOOD, where=where)

    @app.exception_handler(DamagedCase)
    def damaged(request: Request, _: DamagedCase) -> JSONResponse:
        return answer(request, 500, "damaged-case", _DAMAGED)

    @app.exception_handler(SQLAlchemyError)
    def database_failed(request: Request, error: SQLAlchemyError) -> JSONResponse:
        if is_busy(error):
            response = answer(request, 503, "busy", _BUSY)
            response.headers["Retry-After"] = _SECONDS_TO_RETRY
            return response
        logger.error("the database failed: %s", type(error).__name__)
        return answer(request, 500, "failed", _FAILED)

    @app.exception_handler(Exception)
    def failed(request: Request, _: Exception) -> JSONResponse:
        return answer(request, 500, "failed", _FAILED)


def _where(fault: Mapping[str, Any]) -> str:
    """Where a request is wrong, such as ``body.person``; a name that isn't ours is not repeated."""
    known = 1 if fault["type"] == "extra_forbidden" else 2
    return ".".join(map(str, fault["loc"][:known]))


def told_without_values(error: SocialkapitelError) -> Text:
    """What the library says of an error, without what was given: it may be private."""
    match error:
        case IllegalEvent():
            return error.reason
        case InvalidInput():
            return _of_field(error)
        case UnknownName():
            return _NO_SUCH_NAME
        case InvalidDocument():
            return _NOT_READ
        case _:
            return error.message


def _of_field(error: InvalidInput) -> Label:
    """What would do for a field."""
    field, accepted = error.label or error.field, error.accepted
    told = {
        language: f"{translate(field, language) if isinstance(field, Label) else field}:"
        f" {translate(accepted, language)}"
        for language in LANGUAGES
    }
    return Label(en=told["en"], da=told["da"])


def _more(request: Request, error: SocialkapitelError) -> dict[str, object]:
    """What a program needs to go on."""
    language = language_of(request)
    match error:
        case StaleVersion():
            return {"version": error.actual}
        case IllegalEvent():
            return {"legal": {kind: translate(_LABELS[kind], language) for kind in error.legal}}
        case InvalidDocument():
            return {
                "faults": [
                    {"path": fault.path, "reason": translate(fault.reason, language)}
                    for fault in error.faults
                ]
            }
        case _:
            return {}


def answer(
    request: Request, status_code: int, code: str, detail: Text, **more: object
) -> JSONResponse:
    """An answer that says what is wrong."""
    language = language_of(request)
    content = {"status": status_code, "code": code, "detail": translate(detail, language), **more}
    headers = {"Content-Language": language}
    if status_code == status.HTTP_401_UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return JSONResponse(
        content, status_code, headers=headers, media_type="application/problem+json"
    )
