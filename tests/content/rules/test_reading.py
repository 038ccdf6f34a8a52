"""Glossary, views and second chapters name what exists, once and briefly."""

import pytest

from content.rules import reading
from tests.content.faults import HIGH
from tests.parsed import parsed
from tests.small_content import edited, small_files

GLOSSARY = "glossary.yaml"
VIEWS = "views.yaml"
LONG = "definition: " + "word " * 60 + "end"


def messages(rule, *edit):
    files = small_files()
    if edit:
        files = edited(files, *edit)
    return [problem.message for problem in rule(parsed(files))]


@pytest.mark.parametrize(
    "rule",
    [
        reading.glossary_terms_are_linked_once,
        reading.glossary_definitions_are_short,
        reading.glossary_and_views_name_entries,
        reading.second_chapters_exist,
    ],
)
def test_what_exists_is_no_problem(rule):
    assert messages(rule) == []


def test_a_form_of_two_terms_is_a_problem():
    other = "- slug: other\n  term: Steps\n  definition: Another.\n- slug: step\n"

    assert messages(reading.glossary_terms_are_linked_once, GLOSSARY, "- slug: step\n", other) == [
        "'steps' leads to other already"
    ]


def test_a_long_definition_is_a_problem():
    assert messages(
        reading.glossary_definitions_are_short,
        GLOSSARY,
        "definition: One update of the *weights*.",
        LONG,
    ) == ["61 words in definition, at most 60"]


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (GLOSSARY, "- planned-one", "- nobody", "no published or planned entry nobody"),
        (VIEWS, "entry: planned-one", "entry: nobody", "no published or planned entry nobody"),
        (VIEWS, "entry: planned-one", "entry: rate-too-low", "rate-too-low is listed twice"),
    ],
)
def test_an_unknown_or_repeated_entry_is_a_problem(path, old, new, message):
    assert messages(reading.glossary_and_views_name_entries, path, old, new) == [message]


@pytest.mark.parametrize("slug", ["optimization", "nowhere"])
def test_a_second_chapter_is_another_one(slug):
    second = f"chapter: optimization\nalso_in:\n  - {slug}\n"

    assert messages(reading.second_chapters_exist, HIGH, "chapter: optimization\n", second) == [
        f"{slug} is no other chapter"
    ]


def test_an_entry_may_stand_in_another_chapter():
    second = "chapter: optimization\nalso_in:\n  - vision\n"

    assert messages(reading.second_chapters_exist, HIGH, "chapter: optimization\n", second) == []
