"""The texts of an entry as a reader meets them: part by part, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from content import schema
from content.documents import Location

Text = tuple[Location, str]
DECIDING_EVOKING = 4
DECIDING_SIGNS = 3

# Fields of an entry that hold its prose, in the order of the page.
WHOLE_TEXT = (
    "summary",
    "solution",
    "definition",
    "rescue",
    "indications",
    "contra_indications",
    "causes",
    "confirmations",
    "find_the_cause",
    "fixes",
    "boundaries",
    "look_alikes",
    "relations",
    "mechanism",
    "example",
)
OTHER_TEXT = (
    "severity_reason",
    "no_specimen",
    "curve",
    "numbers",
    "references",
    "sightings",
)
# Field that holds a record, or a list of records -> their fields that hold prose.
PARTS: Mapping[str, tuple[str, ...]] = {
    "rescue": ("text",),
    "indications": ("note",),
    "contra_indications": ("note",),
    "causes": ("text",),
    "confirmations": ("outcomes",),
    "outcomes": ("result",),
    "find_the_cause": ("result", "cause"),
    "fixes": ("title", "text", "verify", "side_effects"),
    "boundaries": ("text",),
    "look_alikes": ("tell_apart",),
    "relations": ("note",),
    "example": ("difference", "explanation"),
    "curve": ("alt",),
    "numbers": ("source",),
    "references": ("supports",),
    "sightings": ("shows",),
}


def first_half(entry: schema.FailureMode) -> Iterator[Text]:
    """Yield what stands before the look-alikes and is not folded: what somebody in trouble reads.

    Summary, solution, rescue, the notes of the signs that decide, causes, the first check, fixes.
    """
    yield from _texts(entry, ["summary", "solution", "rescue"])
    yield from _deciding_notes(entry)
    yield from _texts(entry, ["causes"])
    yield from _first_confirmation(entry)
    yield from _texts(entry, ["fixes"])


def whole_text(entry: schema.FailureMode) -> Iterator[Text]:
    """Yield all prose of an entry but its references, sightings, numbers and snippets."""
    return _texts(entry, WHOLE_TEXT)


def other_text(entry: schema.FailureMode) -> Iterator[Text]:
    """Yield the prose that `whole_text` leaves out of its count."""
    return _texts(entry, OTHER_TEXT)


def _deciding_notes(entry: schema.FailureMode) -> Iterator[Text]:
    """Yield the notes of the signs that leave few other explanations."""
    deciding = []
    for index, indication in enumerate(entry.indications):
        if indication.evoking >= DECIDING_EVOKING:
            location = ("indications", index, "note")
            note = indication.note or ""
            deciding.append((location, note))
    yield from deciding[:DECIDING_SIGNS]


def _first_confirmation(entry: schema.FailureMode) -> Iterator[Text]:
    for location, text in _texts(entry, ["confirmations"]):
        _, index, *_ = location
        if index == 0:
            yield location, text


def _texts(
    record: schema.Strict,
    names: Iterable[str],
    location: Location = (),
) -> Iterator[Text]:
    """Yield the prose of the named fields. `location` is the place of the record."""
    for name in names:
        value = getattr(record, name)
        place = (*location, name)
        yield from _value_texts(value, name, place)


def _value_texts(
    value: object,
    name: str,
    place: Location,
) -> Iterator[Text]:
    """Yield the prose of a value of the named field: a text, a record or a list of records."""
    if isinstance(value, str) and value:
        yield place, value
    elif isinstance(value, schema.Strict):
        yield from _texts(value, PARTS[name], place)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            item_place = (*place, index)
            yield from _value_texts(item, name, item_place)
