"""Documents read and written beside msgspec, which reads and writes the same attrs classes.

msgspec stops at the first fault that it finds, and it does not call the converters of attrs: an
unknown key, a float for money, NaN, or more kroner than anybody earns pass. It does not say what a
document is, nor in which version; and it can't tell apart the members of most of our unions.
`wire.from_json` refuses all that, lists every fault with its path, upgrades older versions, and
checks of every text that it still says what its message says. `wire.to_json` leaves out what is
private unless it is asked for, and checks that what it wrote can be read again.
"""

import json
from math import prod

import msgspec
import pytest
from benchmarks import by_msgspec
from benchmarks.courses import long_course
from benchmarks.timing import fastest, micro, per_second, show, times
from wire.samples import EVERYTHING, samples

from socialkapitel import wire
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.wire.codecs import Sheet
from socialkapitel.wire.documents import packaged

EVENTS = {kind.kind for kind in events.EVENTS}
EXPLAINED = ("flexjob-refund", "sickness-refund", "assessment", "review")
HEADS = (
    *("", "characters", "msgspec reads", "from_json", "ratio"),
    *("msgspec writes", "to_json", "ratio", "read", "written"),
)


def written():
    """The samples on the wire, by tag."""
    return {
        tag: (value, wire.to_json(value, include=EVERYTHING)) for tag, value in samples().items()
    }


def test_documents_beside_msgspec(capsys):
    known = {
        tag: (value, text)
        for tag, (value, text) in written().items()
        if by_msgspec.can_read(text, value)
    }
    timed = {tag: measured(value, text) for tag, (value, text) in known.items()}
    rows = [row(tag, len(known[tag][1]), took) for tag, took in timed.items()]
    one_event = [tag for tag in timed if tag in EVENTS]
    for name, tags in ((f"{len(one_event)} kinds of events", one_event), ("all types", timed)):
        assert len(tags) >= 20
        means = [mean(timed[tag][place] for tag in tags) for place in range(4)]
        size = round(mean(len(known[tag][1]) for tag in tags))
        rows.append(row(f"geometric mean of {len(tags)}: {name}", size, means))
    show(capsys, ("a document", *HEADS[1:]), rows)


def measured(value, text):
    kind = type(value)
    return fastest(
        lambda: by_msgspec.read(text, kind),
        lambda: wire.from_json(text, kind),
        lambda: by_msgspec.write(value),
        lambda: wire.to_json(value, include=EVERYTHING),
        blocks=300,
    )


def test_a_case_beside_msgspec(capsys):
    """The library folds the case as well, in the same time."""
    rows = []
    for number, blocks in ((100, 200), (1_000, 30), (10_000, 5)):
        course = long_course(number)
        case = Case.replay(course)
        text = wire.to_json(case, include=EVERYTHING)
        assert by_msgspec.read_log(text) == list(wire.from_json(text, Case).events)
        took = fastest(
            lambda text=text: by_msgspec.read_log(text),
            lambda text=text: wire.from_json(text, Case),
            lambda course=course: by_msgspec.write(course),
            lambda case=case: wire.to_json(case, include=EVERYTHING),
            blocks=blocks,
        )
        rows.append(row(f"{number:,}", len(text) // number, [each / number for each in took]))
    show(capsys, ("an event in a case of", *HEADS[1:]), rows)


def test_explanations_beside_mere_json(capsys):
    """msgspec can't read their classes; it reads and writes them as lists and dicts."""
    documents = written()
    rows = []
    for tag in EXPLAINED:
        value, text = documents[tag]
        kind = type(value)
        tree = json.loads(text)
        assert not by_msgspec.can_read(text, value)
        assert tree == msgspec.json.decode(text)
        took = fastest(
            lambda text=text: msgspec.json.decode(text),
            lambda text=text, kind=kind: wire.from_json(text, kind),
            lambda tree=tree: msgspec.json.encode(tree),
            lambda value=value: wire.to_json(value, include=EVERYTHING),
            blocks=50,
        )
        rows.append(row(tag, len(text), took))
    show(capsys, ("with explanations", *HEADS[1:]), rows)


def test_writers_made_as_source_beside_a_loop_over_the_fields(capsys):
    rows = []
    for tag in ("flexjob", "sick-leave-started", "step"):
        value = samples()[tag]
        codec = packaged()._quick.whole(type(value))

        def loop(value=value, codec=codec):
            sheet = Sheet(frozenset(EVERYTHING))
            pieces = [f'"type":"{codec.name}"'] if codec.in_family else []
            for name, (field, part) in codec.parts.items():
                told = field.told(value) if field.told else getattr(value, name)
                written = part.write(told, sheet, f"/{name}" if part.has_texts else "")
                pieces.append(f'"{name}":{written}')
            return f"{{{','.join(pieces)}}}"

        def made(value=value, codec=codec):
            return codec.write(value, Sheet(frozenset(EVERYTHING)), "")

        assert loop() == made()
        source, looped = fastest(made, loop, blocks=300)
        rows.append((tag, micro(source), micro(looped), times(looped, source)))
    show(capsys, ("fields written", "as source", "by a loop", "ratio"), rows)


FAULTY = {
    "type": "sick-leave-started",
    "id": "00000000-0000-0000-0000-000000000001",
    "on": "2022-01-03",
    "role": "nearest-manager",
    "extent": "full",
    "contract_hours": "NaN",
    "hourly_pay": 185.125,
    "paid_during_sickness": True,
    "basis": "ordinary",
    "salary": "12000",
}


def test_what_msgspec_lets_through():
    text = json.dumps({"schema": "socialkapitel/sick-leave-started/1", "data": FAULTY})
    read = by_msgspec.read(text, events.SickLeaveStarted)
    assert (True, "185.125") == (read.contract_hours.is_nan(), str(read.hourly_pay))
    with pytest.raises(wire.InvalidDocument) as caught:
        wire.from_json(text, events.SickLeaveStarted)
    # An unknown key is counted where it stands, not named: it may be private.
    assert {"$.data.contract_hours", "$.data.hourly_pay", "$.data"} == {
        fault.path for fault in caught.value.faults
    }
    assert "unknown keys: 1" in str(caught.value)


def mean(numbers):
    """The geometric mean, as befits ratios."""
    found = list(numbers)
    return prod(number ** (1 / len(found)) for number in found)


def row(name, size, took):
    reads, from_json, writes, to_json = took
    return (
        name,
        f"{size:,}",
        micro(reads),
        micro(from_json),
        times(from_json, reads),
        micro(writes),
        micro(to_json),
        times(to_json, writes),
        per_second(from_json),
        per_second(to_json),
    )
