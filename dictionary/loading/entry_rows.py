"""Turn entries into the rows of their table and of the tables below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from content import schema
from content.content import Content, Specimen
from dictionary.loading.types import Row, Rows

Link = tuple[str, str, str]  # type of the relation, slug of its target, note
PlacedLink = tuple[schema.FailureMode, int, Link]  # its entry, its place in the entry

NO_SPECIMEN = Specimen("", "")
SAME_IN_BOTH = {
    "slug",
    "term",
    "entry_class",
    "also_in",
    "summary",
    "solution",
    "ranks_as_itself",
    "phase",
    "kind",
    "severity",
    "severity_reason",
    "silence",
    "prevalence",
    "urgency",
    "definition",
    "mechanism",
    "status",
    "since",
    "changed",
}
# Lists of records that are columns of the entry.
JSON_LISTS = ("causes", "find_the_cause", "boundaries", "numbers", "other_tools")


def entries(content: Content) -> Rows:
    """Yield entries, numbered from 1 in each chapter."""
    positions: Counter[str] = Counter()
    for entry in content.failure_modes:
        positions[entry.chapter] += 1
        position = positions[entry.chapter]
        specimen = content.specimens.get(entry.slug, NO_SPECIMEN)
        yield _entry(entry, specimen, position)


def _entry(
    entry: schema.FailureMode,
    specimen: Specimen,
    position: int,
) -> Row:
    lists = {name: _dumped(getattr(entry, name)) for name in JSON_LISTS}
    return {
        **entry.model_dump(include=SAME_IN_BOTH),
        **_optional_parts(entry),
        "code": entry.id,
        "chapter__slug": entry.chapter,
        "position": position,
        "applies_to": entry.applies_to.model_dump(),
        "points_to": entry.points_to or "",
        "no_specimen": entry.no_specimen or "",
        **lists,
        "example_bad": specimen.bad,
        "example_good": specimen.good,
        "recording_bad": specimen.bad_recording,
        "recording_good": specimen.good_recording,
    }


def _optional_parts(entry: schema.FailureMode) -> Row:
    """Return the columns of rescue, curve and example, empty where the entry has none."""
    row = {
        "rescue": "",
        "rescue_text": "",
        "curve_preset": "",
        "curve_alt": "",
        "example_difference": "",
        "example_series": [],
        "example_explanation": "",
        "example_expect": [],
    }
    if entry.rescue:
        row["rescue"] = entry.rescue.verdict
        row["rescue_text"] = entry.rescue.text
    if entry.curve:
        row["curve_preset"] = entry.curve.preset
        row["curve_alt"] = entry.curve.alt
    if entry.example:
        row["example_difference"] = entry.example.difference
        row["example_series"] = entry.example.series
        row["example_explanation"] = entry.example.explanation
        row["example_expect"] = entry.example.expect
    return row


def indications(content: Content) -> Rows:
    for entry in content.failure_modes:
        for position, row in enumerate(_indications_of(entry)):
            row["position"] = position
            yield row


def _indications_of(entry: schema.FailureMode) -> Rows:
    """Yield indications, then contra-indications: no frequency, and an evoking strength below 0."""
    for indication in entry.indications:
        yield {
            "failure_mode__code": entry.id,
            "symptom__slug": indication.symptom,
            "frequency": indication.frequency,
            "evoking": indication.evoking,
            "note": indication.note or "",
        }
    for contra_indication in entry.contra_indications:
        yield {
            "failure_mode__code": entry.id,
            "symptom__slug": contra_indication.symptom,
            "frequency": 0,
            "evoking": -contra_indication.strength,
            "note": contra_indication.note or "",
        }


def relations(content: Content) -> Rows:
    """Yield the links to written entries. Raises KeyError for one that leads nowhere."""
    codes = {entry.slug: entry.id for entry in content.failure_modes}
    planned = {record.slug for record in content.planned}
    for entry, position, (kind, target, note) in _all_links(content):
        if target not in planned:
            yield {
                "source__code": entry.id,
                "target__code": codes[target],
                "type": kind,
                "note": note,
                "position": position,
            }


def planned_relations(content: Content) -> Rows:
    """Yield the links to planned entries."""
    planned = {record.slug for record in content.planned}
    for entry, position, (kind, target, note) in _all_links(content):
        if target in planned:
            yield {
                "source__code": entry.id,
                "planned__slug": target,
                "type": kind,
                "note": note,
                "position": position,
            }


def _all_links(content: Content) -> Iterator[PlacedLink]:
    for entry in content.failure_modes:
        for position, link in enumerate(_links(entry)):
            yield entry, position, link


def _links(entry: schema.FailureMode) -> Iterator[Link]:
    for look_alike in entry.look_alikes:
        yield "look-alike", look_alike.failure_mode, look_alike.tell_apart
    for relation in entry.relations:
        yield relation.type, relation.failure_mode, relation.note


def confirmations(content: Content) -> Rows:
    for entry in content.failure_modes:
        for position, confirmation in enumerate(entry.confirmations):
            yield {
                "failure_mode__code": entry.id,
                "the_check__slug": confirmation.check,
                "outcomes": _dumped(confirmation.outcomes),
                "position": position,
            }


def below_entries(field: str) -> Callable[[Content], Rows]:
    """Return the rows of a list whose records have the columns' names."""

    def rows(content: Content) -> Rows:
        for entry in content.failure_modes:
            records: Sequence[schema.Strict] = getattr(entry, field)
            for position, record in enumerate(records):
                yield {
                    "failure_mode__code": entry.id,
                    **_without_none(record),
                    "position": position,
                }

    return rows


def _without_none(record: schema.Strict) -> Row:
    """Return the record's values, with an empty text for None."""
    row = record.model_dump()
    for name, value in row.items():
        if value is None:
            row[name] = ""
        elif isinstance(value, list):
            items = getattr(record, name)
            row[name] = [_without_record(item) for item in items]
    return row


def _without_record(item: object) -> object:
    """Return a record in a list as its given values, and anything else as it is."""
    if isinstance(item, schema.Strict):
        return _given_values(item)
    return item


def _dumped(records: Sequence[schema.Strict]) -> list[Row]:
    """Return the values of each record, without those that are not given."""
    return [_given_values(record) for record in records]


def _given_values(record: schema.Strict) -> Row:
    return record.model_dump(mode="json", exclude_none=True)
