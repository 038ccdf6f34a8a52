"""Say what an entry still lacks, beyond what the check refuses."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from content import schema
from content.content import Content, Specimen
from content.recordings import read_recording
from engine.observe import observe_curves_and_config

FEWEST_CASES = 40
FEWEST_SIGNS = 4
SETS_APART = 4  # evoking strength from which few other explanations are left
USUALLY = 4  # frequency from which a specimen should show the sign
WITH_SIGNS = ("fault", "family", "loud", "finding")
WITHOUT_RUN = ("habit", "pointer")


@dataclass(frozen=True, slots=True)
class State:
    """An entry as the report shows it.

    cases: reports in users' words. open_points: what it lacks. by_hand: confirming outcomes that
    no recording decides, so that a reader has to try them.
    """

    entry: schema.FailureMode
    cases: int
    has_specimen: bool
    open_points: tuple[str, ...]
    by_hand: tuple[str, ...]


def states_of(
    content: Content,
    cases: dict[str, int],
) -> Iterator[State]:
    """Yield the state of each published entry. `cases` counts the reports of each slug."""
    detectors = {symptom.slug: symptom.detector for symptom in content.symptoms}
    measured = {slug for slug, detector in detectors.items() if detector}
    for entry in content.published:
        specimen = content.specimens.get(entry.slug)
        count = cases.get(entry.slug, 0)
        points = [
            *missing_parts(entry, count),
            *_unseen_signs(entry, specimen, measured),
        ]
        yield State(
            entry,
            cases=count,
            has_specimen=specimen is not None,
            open_points=tuple(points),
            by_hand=tuple(tried_by_hand(entry, measured)),
        )


def missing_parts(
    entry: schema.FailureMode,
    cases: int,
) -> Iterator[str]:
    """Name the parts that an entry of this class should have."""
    if cases < FEWEST_CASES:
        yield f"{cases} cases, {FEWEST_CASES} are wanted"
    if entry.entry_class not in WITHOUT_RUN:
        yield from _missing_example(entry)
    if entry.entry_class in WITH_SIGNS:
        yield from _missing_signs(entry)
        if not entry.sightings:
            yield "no sighting"
    if not any(reference.primary for reference in entry.references):
        yield "no primary reference"


def _missing_example(entry: schema.FailureMode) -> Iterator[str]:
    if entry.example is None:
        if not entry.no_specimen:
            yield "no specimen, and no reason for that"
    elif not entry.example.expect:
        yield "the specimen expects nothing of its recordings"


def _missing_signs(entry: schema.FailureMode) -> Iterator[str]:
    signs = entry.indications
    if len(signs) < FEWEST_SIGNS:
        yield f"{len(signs)} signs, {FEWEST_SIGNS} are wanted"
    if not any(sign.evoking >= SETS_APART for sign in signs):
        yield "no sign sets it apart"


def _unseen_signs(
    entry: schema.FailureMode,
    specimen: Specimen | None,
    measured: Collection[str],
) -> Iterator[str]:
    """Name the usual signs that the engine measures and that the two runs do not differ in."""
    if specimen is None or entry.entry_class not in WITH_SIGNS:
        return
    bad = _seen(specimen.bad_recording)
    good = _seen(specimen.good_recording)
    for sign in entry.indications:
        is_usual = sign.frequency >= USUALLY and sign.symptom in measured
        if not is_usual or sign.note:
            continue
        if sign.symptom not in bad:
            yield f"the bad run does not show {sign.symptom}"
        if sign.symptom in good:
            yield f"the good run shows {sign.symptom}"


def _seen(recording: str) -> set[str]:
    """Return the symptoms that the engine sees in a recorded run."""
    case = read_recording(recording)
    observations = observe_curves_and_config(case)
    return {item.symptom for item in observations if item.state == "seen"}


def tried_by_hand(
    entry: schema.FailureMode,
    measured: Collection[str],
) -> Iterator[str]:
    """Yield the confirming outcomes that neither a detector nor a bound decides."""
    for confirmation in entry.confirmations:
        for outcome in confirmation.outcomes:
            is_decided = bool(outcome.measure) or outcome.symptom in measured
            if outcome.verdict == "confirms" and not is_decided:
                yield f"{confirmation.check}: {outcome.result}"
