"""Kinds of events."""

from socialkapitel.chapters import EventKind


def test_every_kind_is_named_in_both_languages_and_differently():
    labels = {kind.label for kind in EventKind}
    assert len(EventKind) == len(labels)
    assert all(label.en != label.da for label in labels)
