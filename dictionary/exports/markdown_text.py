"""An entry as one Markdown document, in the order of its page."""

from __future__ import annotations

from collections.abc import Callable

from dictionary.exports.markdown_parts import (
    BLANK_LINE,
    bullets,
    link,
    link_to,
    name_of,
    program,
)
from dictionary.exports.recorded_runs import seen_on_runs
from dictionary.models import (
    Confirmation,
    FailureMode,
    Fix,
    Indication,
    Reference,
    Sighting,
)
from dictionary.naming import named, slugs_in
from dictionary.relations import look_alikes, related_links
from dictionary.scales import FIX_KINDS
from engine.scales import FREQUENCY


def markdown_text(entry: FailureMode) -> str:
    """Return the whole document. The entry comes from `queries.entry_with_parts`."""
    text = head(entry)
    for title, content_of in SECTIONS:
        content = content_of(entry).strip()
        if content:
            text += f"\n## {title}\n\n{content}\n"
    return text


def head(entry: FailureMode) -> str:
    facts = [
        entry.code,
        entry.chapter.title,
        entry.entry_class,
        entry.kind,
    ]
    parts = (
        f"# {entry.term}",
        " · ".join(facts),
        entry.summary,
        f"Solution: {entry.solution}\n",
    )
    return BLANK_LINE.join(parts)


def pointed_to(entry: FailureMode) -> str:
    """Return the entry that covers the term of a pointer."""
    slug = entry.points_to
    names = named([slug])
    if slug not in names:
        return ""
    return name_of(names[slug])


def rescue(entry: FailureMode) -> str:
    if not entry.rescue:
        return ""
    verdict = entry.get_rescue_display()
    return f"{verdict.capitalize()}. {entry.rescue_text}"


def symptoms(entry: FailureMode) -> str:
    indications = entry.indications.all()
    return bullets(map(indication_line, indications))


def indication_line(indication: Indication) -> str:
    symptom = indication.symptom
    statement = link(
        symptom.statement,
        symptom.get_absolute_url(),
    )
    word = "speaks against"
    if not indication.speaks_against:
        frequency = FREQUENCY[indication.frequency]
        word = frequency.word
    line = f"{word}: {statement}"
    if indication.note:
        line += " " + indication.note
    return line + seen_on_runs(symptom.slug)


def checks(entry: FailureMode) -> str:
    confirmations = entry.confirmations.all()
    return bullets(map(confirmation_line, confirmations))


def confirmation_line(confirmation: Confirmation) -> str:
    check = confirmation.the_check
    title = link(
        check.title,
        check.get_absolute_url(),
    )
    results = map(result_text, confirmation.outcomes)
    parts = (
        title,
        f"({check.cost}).",
        *results,
    )
    return " ".join(parts)


def result_text(outcome: dict[str, str]) -> str:
    verdict = outcome["verdict"]
    result = outcome["result"]
    return f"{verdict.capitalize()}: {result}"


def found_causes(entry: FailureMode) -> str:
    slugs = slugs_in(entry)
    names = named(slugs)
    lines = []
    for row in entry.find_the_cause:
        result = row["result"]
        cause = row["cause"]
        line = f"{result}: {cause}"
        slug = row.get("entry", "")
        other = names.get(slug)
        if other:
            line += f" ({name_of(other)})"
        lines.append(line)
    return bullets(lines)


def boundaries(entry: FailureMode) -> str:
    slugs = slugs_in(entry)
    names = named(slugs)
    lines = []
    for boundary in entry.boundaries:
        slug = boundary["failure_mode"]
        other = names.get(slug)
        line = boundary["text"]
        if other:
            line += f" Then it is {name_of(other)}."
        lines.append(line)
    return bullets(lines)


def fixes(entry: FailureMode) -> str:
    every = entry.fixes.all()
    texts = map(fix_text, every)
    return BLANK_LINE.join(texts)


def fix_text(fix: Fix) -> str:
    kind = FIX_KINDS[fix.kind]
    programs = [program(snippet["code"]) for snippet in fix.snippets]
    parts = [
        f"### {kind}: {fix.title}",
        fix.text,
        *programs,
        f"Effort: {fix.effort}. Run again: {fix.needs_rerun}.",
    ]
    if fix.side_effects:
        parts.append("Side effects: " + fix.side_effects)
    parts.append("Verify: " + fix.verify)
    return BLANK_LINE.join(parts)


def explanation(entry: FailureMode) -> str:
    parts = (
        entry.definition,
        entry.mechanism,
    )
    written = filter(None, parts)
    return BLANK_LINE.join(written)


def causes(entry: FailureMode) -> str:
    return bullets(map(cause_line, entry.causes))


def cause_line(cause: dict[str, str]) -> str:
    likelihood = cause["likelihood"]
    text = cause["text"]
    return f"{likelihood}: {text}"


def example(entry: FailureMode) -> str:
    if not entry.example_bad:
        return entry.no_specimen and f"No program shows it: {entry.no_specimen}"
    is_normal = entry.entry_class == "normal"
    parts = (
        entry.example_difference,
        entry.example_text,
        "Past the boundary:" if is_normal else "Fails:",
        program(entry.example_bad),
        "Looks wrong and is fine:" if is_normal else "Works:",
        program(entry.example_good),
    )
    return BLANK_LINE.join(parts)


def look_alike_lines(entry: FailureMode) -> str:
    lines = []
    for other in look_alikes(entry):
        line = f"{link_to(other)}: {other.note}"
        lines.append(line)
    return bullets(lines)


def related_lines(entry: FailureMode) -> str:
    lines = []
    for related in related_links(entry):
        target = link_to(related)
        line = f"{related.title}: {target}. {related.note}"
        lines.append(line)
    return bullets(lines)


def references(entry: FailureMode) -> str:
    every = entry.references.all()
    return bullets(map(reference_line, every))


def reference_line(reference: Reference) -> str:
    title = link(reference.title, reference.url)
    parts = (
        reference.authors,
        f"({reference.year}).",
        title + ".",
        reference.supports,
    )
    return " ".join(parts)


def other_tools(entry: FailureMode) -> str:
    lines = []
    for row in entry.other_tools:
        rule = link(row["rule"], row["url"])
        tool = row["tool"]
        lines.append(f"{tool}: {rule}")
    return bullets(lines)


def sightings(entry: FailureMode) -> str:
    every = entry.sightings.all()
    return bullets(map(sighting_line, every))


def sighting_line(sighting: Sighting) -> str:
    title = link(sighting.title, sighting.url)
    date = sighting.date.isoformat()
    parts = (
        sighting.project,
        f"({date}).",
        title + ".",
        sighting.shows,
    )
    return " ".join(parts)


def numbers(entry: FailureMode) -> str:
    return bullets(map(number_line, entry.numbers))


def number_line(row: dict[str, str]) -> str:
    value = row["value"]
    kind = row["kind"]
    source = row["source"]
    return f"{value}: {kind}. {source}"


# Title of each section, and the function that writes it: empty where this entry has none.
SECTIONS: tuple[tuple[str, Callable[[FailureMode], str]], ...] = (
    ("See", pointed_to),
    ("Can I save this run?", rescue),
    ("Symptoms", symptoms),
    ("Find the cause", found_causes),
    ("Confirm it", checks),
    ("Causes", causes),
    ("Fix it", fixes),
    ("Where normal ends", boundaries),
    ("Look-alikes", look_alike_lines),
    ("Why it happens", explanation),
    ("Example", example),
    ("Related", related_lines),
    ("In other tools", other_tools),
    ("Sources", references),
    ("Seen in the wild", sightings),
    ("Numbers", numbers),
)
