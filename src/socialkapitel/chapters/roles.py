"""Who must do what under a chapter, how strictly and when; and the consultants who help."""

from __future__ import annotations

from enum import Enum

import attrs

from socialkapitel.brief import brief
from socialkapitel.chapters.criteria import Criterion, Trigger
from socialkapitel.messages import Label, Labelled
from socialkapitel.sources import Source


class DutyKind(Labelled):
    """How strictly a duty binds (skal, bør, kan)."""

    MUST = "must", Label("must", "skal")
    SHOULD = "should", Label("should", "bør")
    MAY = "may", Label("may", "kan")


@brief
@attrs.frozen(kw_only=True)
class Duty:
    """Something that somebody must, should or may do (pligt, ansvar).

    Attributes:
        id: its name in code, preferably beginning with the chapter's name: ``"herlev.send-form"``.
        actors: ids of `socialkapitel.actors`; a shared duty has several.
        kind: how strictly it binds. A duty "as far as possible" says so in its text.
        text: what is to be done.
        trigger: the occasion.
        source: the section.
        criterion: how a case shows that it was complied with; None where no case can show it.
        beforehand: whether it must be done before the occasion, or on its day; otherwise it comes
            after.
    """

    id: str
    actors: tuple[str, ...]
    kind: DutyKind
    text: Label
    trigger: Trigger
    source: Source
    criterion: Criterion | None = None
    beforehand: bool = False


class Setting(Enum):
    """Where a service is given: in a single case, in general, or as teaching."""

    CASE = "case"
    GENERAL = "general"
    TEACHING = "teaching"


@attrs.frozen
class Service:
    """Something that a chapter's consultants offer (konsulentydelse)."""

    id: str
    label: Label
    setting: Setting
    source: Source


@brief
@attrs.frozen
class ConsultantArea:
    """The municipalities whose workplaces one consultant covers (konsulentområde)."""

    id: str
    municipalities: tuple[str, ...]
    source: Source
