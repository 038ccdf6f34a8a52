"""Check the numbers of an entry: each threshold is measured, cited or marked as a rule of thumb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content import schema
from content.documents import Location
from content.entry_texts import Text
from content.problems import Problems
from content.rules.formulas import without_code_and_formulas
from content.tree import Tree

# A share, a decimal, a power of ten, or a whole number from 11 on. Smaller whole numbers count
# things (two classes, 5 seeds), and names such as 16-bit, ResNet-18 or Adam2 are no figures.
NUMBER = re.compile(
    r"(?<![\w.,/-])"
    r"([0-9][0-9,]*(?:\.[0-9]+)?(?:e-?[0-9]+)?%?)"
    r"(?![\w/]|-bit|\.[0-9])"
)
YEAR = re.compile(r"(19|20)[0-9]{2}")
SMALLEST = 11
MARKS = "%.e"  # of shares, decimals and powers of ten
CLAIMING_PARTS = ("summary", "definition", "mechanism")


def numbers_have_a_source(tree: Tree) -> Problems:
    """Name each figure in the claims of an entry that `numbers` does not list."""
    for record in tree.failure_modes:
        numbers = record.value.numbers
        listed = [number.value for number in numbers]
        for location, text in _claims(record.value):
            for figure in figures_in(text):
                if any(figure in value for value in listed):
                    continue
                message = f"list {figure} under numbers: measured, cited or rule of thumb?"
                yield record.problem(
                    message,
                    *location,
                )


def figures_in(text: str) -> list[str]:
    """Return the figures of a text, without code, formulas and years."""
    prose = without_code_and_formulas(text)
    figures = []
    for match in NUMBER.finditer(prose):
        number = match[1].rstrip(",")
        if _is_figure(number):
            figures.append(number)
    return figures


def _is_figure(number: str) -> bool:
    if YEAR.fullmatch(number):
        return False
    if any(mark in number for mark in MARKS):
        return True
    digits = number.replace(",", "")
    return int(digits) >= SMALLEST


def _claims(entry: schema.FailureMode) -> Iterator[Text]:
    """Yield the texts that state what is so. Fixes give settings and are left out."""
    location: Location
    for name in CLAIMING_PARTS:
        yield (name,), getattr(entry, name)
    for index, cause in enumerate(entry.causes):
        location = ("causes", index, "text")
        yield location, cause.text
    for index, indication in enumerate(entry.indications):
        location = ("indications", index, "note")
        yield location, indication.note or ""
    for index, confirmation in enumerate(entry.confirmations):
        for place, outcome in enumerate(confirmation.outcomes):
            location = ("confirmations", index, "outcomes", place, "result")
            yield location, outcome.result
    for index, look_alike in enumerate(entry.look_alikes):
        location = ("look_alikes", index, "tell_apart")
        yield location, look_alike.tell_apart


def numbers_stand_in_the_entry(tree: Tree) -> Problems:
    """Name each listed number that the entry's text does not hold, or that lacks its source."""
    for record in tree.failure_modes:
        text = _everything(record.value)
        for index, number in enumerate(record.value.numbers):
            if number.value not in text:
                message = f"{number.value} does not stand in the entry"
                yield record.problem(
                    message,
                    "numbers",
                    index,
                    "value",
                )
            for message in _sourceless(number, record.value):
                yield record.problem(
                    message,
                    "numbers",
                    index,
                    "source",
                )


def _sourceless(
    number: schema.Number,
    entry: schema.FailureMode,
) -> Iterator[str]:
    """Say what is missing in the entry that the number comes from."""
    titles = [reference.title for reference in entry.references]
    has_title = any(title in number.source for title in titles)
    if number.kind == "cited" and not has_title:
        yield "a cited number gives the title of a reference of this entry"
    if number.kind == "measured" and entry.example is None:
        yield "a measured number needs the example that shows it"


def _everything(entry: schema.FailureMode) -> str:
    texts = [text for _, text in _claims(entry)]
    for fix in entry.fixes:
        texts += [
            fix.title,
            fix.text,
            fix.verify,
            fix.side_effects or "",
        ]
    if entry.rescue:
        texts.append(entry.rescue.text)
    return "\n".join(texts)
