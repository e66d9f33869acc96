"""What went wrong, told to the caller: in their language, and with nothing of what was sent.

Answers are of the media type ``application/problem+json`` (RFC 9457): ``code`` is stable,
``detail`` is for people.
"""

from __future__ import annotations

import attrs
from fastapi import FastAPI, Request, status
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from hr_system.language import language_of
from hr_system.store import DamagedCase
from socialkapitel import (
    IllegalEvent,
    Label,
    NotEntitled,
    SocialkapitelError,
    StaleVersion,
    events,
    translate,
)
from socialkapitel.messages import Text
from socialkapitel.wire import InvalidDocument

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


def handle_problems(app: FastAPI) -> None:
    """Answer every refusal in the same form.

    FastAPI's own answer to a request that it does not understand repeats what was sent, and would
    show it.
    """

    @app.exception_handler(SocialkapitelError)
    def refused_by_the_library(request: Request, error: SocialkapitelError) -> JSONResponse:
        found = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), None)
        detail = error.reason if isinstance(error, IllegalEvent) else error.message
        return _answer(request, found or _NOT_ACCEPTED, error.code, detail, **_more(request, error))

    @app.exception_handler(Refused)
    def refused_here(request: Request, error: Refused) -> JSONResponse:
        problem = error.problem
        return _answer(request, problem.status, problem.code, problem.detail)

    @app.exception_handler(RequestValidationError)
    def not_understood(request: Request, error: RequestValidationError) -> JSONResponse:
        where = [".".join(map(str, fault["loc"][:2])) for fault in error.errors()]
        return _answer(request, _NOT_ACCEPTED, "not-understood", _NOT_UNDERSTOOD, where=where)

    @app.exception_handler(DamagedCase)
    def damaged(request: Request, _: DamagedCase) -> JSONResponse:
        return _answer(request, 500, "damaged-case", _DAMAGED)


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


def _answer(
    request: Request, status_code: int, code: str, detail: Text, **more: object
) -> JSONResponse:
    language = language_of(request)
    content = {"status": status_code, "code": code, "detail": translate(detail, language), **more}
    headers = {"Content-Language": language}
    if status_code == status.HTTP_401_UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return JSONResponse(
        content, status_code, headers=headers, media_type="application/problem+json"
    )
