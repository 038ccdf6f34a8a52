"""An entry as one Markdown document, in the order of its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dictionary.models import Confirmation, FailureMode, Fix, Indication, Reference
from dictionary.relations import look_alikes, related_links
from dictionary.scales import FIX_KINDS
from engine.scales import FREQUENCY

BLANK_LINE = "\n\n"


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
        entry.kind,
    ]
    line = " · ".join(facts)
    return f"# {entry.term}\n\n{line}\n\n{entry.summary}\n"


def rescue(entry: FailureMode) -> str:
    verdict = entry.get_rescue_display()
    return f"{verdict.capitalize()}. {entry.rescue_text}"


def symptoms(entry: FailureMode) -> str:
    indications = entry.indications.all()
    return bullets(map(indication_line, indications))


def indication_line(indication: Indication) -> str:
    symptom = indication.symptom
    statement = link(symptom.statement, symptom.get_absolute_url())
    word = "speaks against"
    if not indication.speaks_against:
        word = FREQUENCY[indication.frequency].word
    line = f"{word}: {statement}"
    if indication.note:
        line += " " + indication.note
    return line


def checks(entry: FailureMode) -> str:
    confirmations = entry.confirmations.all()
    return bullets(map(confirmation_line, confirmations))


def confirmation_line(confirmation: Confirmation) -> str:
    check = confirmation.the_check
    title = link(check.title, check.get_absolute_url())
    parts = (
        title,
        f"({check.cost}).",
        "If it is this:",
        confirmation.if_present,
        "If not:",
        confirmation.if_absent,
    )
    return " ".join(parts)


def fixes(entry: FailureMode) -> str:
    texts = map(fix_text, entry.fixes.all())
    return BLANK_LINE.join(texts)


def fix_text(fix: Fix) -> str:
    kind = FIX_KINDS[fix.kind]
    parts = [
        f"### {kind}: {fix.title}",
        fix.text,
    ]
    if fix.side_effects:
        parts.append("Side effects: " + fix.side_effects)
    parts.append("Verify: " + fix.verify)
    return BLANK_LINE.join(parts)


def explanation(entry: FailureMode) -> str:
    causes = map(cause_line, entry.causes)
    parts = (
        entry.definition,
        entry.mechanism,
        bullets(causes),
    )
    return BLANK_LINE.join(parts)


def cause_line(cause: dict[str, str]) -> str:
    likelihood = cause["likelihood"]
    return likelihood + ": " + cause["text"]


def example(entry: FailureMode) -> str:
    if not entry.example_bad:
        return ""
    parts = (
        entry.example_explanation,
        "Fails:",
        program(entry.example_bad),
        "Works:",
        program(entry.example_good),
    )
    return BLANK_LINE.join(parts)


def program(source: str) -> str:
    lines = (
        "```python",
        source.strip(),
        "```",
    )
    return "\n".join(lines)


def look_alike_lines(entry: FailureMode) -> str:
    lines = []
    for relation in look_alikes(entry):
        target = link_to(relation.target)
        line = f"{target}: {relation.note}"
        lines.append(line)
    return bullets(lines)


def related_lines(entry: FailureMode) -> str:
    lines = []
    for related in related_links(entry):
        target = link_to(related.entry)
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


def link_to(entry: FailureMode) -> str:
    url = entry.get_absolute_url()
    return link(entry.term, url)


def link(title: str, url: str) -> str:
    return f"[{title}]({url})"


def bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


# Title of each section, and the function that writes it: empty where this entry has none.
SECTIONS: tuple[tuple[str, Callable[[FailureMode], str]], ...] = (
    ("Can I save this run?", rescue),
    ("Symptoms", symptoms),
    ("Confirm it", checks),
    ("Fix it", fixes),
    ("Why it happens", explanation),
    ("Example", example),
    ("Look-alikes", look_alike_lines),
    ("Related", related_lines),
    ("References", references),
)
