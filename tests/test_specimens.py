"""Every entry proves itself: its bad run is recognized, its good run is called healthy.

The engine can only recognize what curves and settings show. An entry counts where a sign that
suggests it clearly, or rules it in, is measured in its bad run.
"""

import ast
from functools import cache
from itertools import product

import pytest

from engine.diagnose import diagnose
from engine.knowledge import FINDING, RANKED_CLASSES
from engine.read import Inputs, NamedFile, read_case
from tests.engine.content import FIXTURES, real_content, real_knowledge
from tests.together import together

FOLDERS = sorted(path for path in (FIXTURES / "specimens").iterdir() if path.is_dir())
SLUGS = [path.name for path in FOLDERS]


@cache
def report_on(slug, quality):
    path = FIXTURES / "specimens" / slug / f"{quality}.jsonl"
    knowledge = real_knowledge()
    return diagnose(
        read_case(Inputs(files=(NamedFile(path.name, path.read_bytes()),)), knowledge),
        knowledge,
        top=3,
    )


ENTRIES = {entry.slug: entry for entry in real_content().failure_modes}
RANKED = [slug for slug in SLUGS if ENTRIES[slug].entry_class in RANKED_CLASSES]
NORMAL = [slug for slug in SLUGS if ENTRIES[slug].entry_class == "normal"]
CLEARLY = 3  # evoking strength


def shows_itself(slug):
    """Whether a sign that suggests the entry clearly is measured in its bad run."""
    seen = {item.symptom for item in report_on(slug, "bad").observations if item.state == "seen"}
    signs = {sign.symptom for sign in ENTRIES[slug].indications if sign.evoking >= CLEARLY}
    return bool(seen & signs)


def test_every_entry_that_a_run_can_show_has_a_specimen_or_says_why_not():
    without = [
        entry.slug
        for entry in ENTRIES.values()
        if entry.entry_class not in {"habit", "pointer"} and entry.example is None
    ]

    assert [slug for slug in without if not ENTRIES[slug].no_specimen] == []


def test_most_failures_that_curves_can_show_do_show_themselves():
    measured = {symptom.slug for symptom in real_content().symptoms if symptom.detector}
    can = [
        slug
        for slug in RANKED
        if any(
            sign.evoking >= CLEARLY and sign.symptom in measured
            for sign in ENTRIES[slug].indications
        )
    ]

    assert sum(map(shows_itself, can)) >= 0.8 * len(can) >= 40


@pytest.mark.parametrize("slug", RANKED)
def test_the_bad_run_puts_its_entry_among_the_first_three(slug):
    named = [row.failure_mode for row in report_on(slug, "bad").diagnoses]
    by_family = slug in children_of(named[0]) if named else False

    assert by_family or {slug, *named_instead(slug)} & set(named) or not shows_itself(slug)


def children_of(slug):
    """What an entry that is named first stands for: a family is named while no child leads."""
    return real_knowledge().failure_modes[slug].children


def named_instead(slug):
    """The children of a family where one leads, and the causes of a finding."""
    mode = real_knowledge().failure_modes[slug]
    causes = mode.causes if mode.entry_class == FINDING else ()
    return {*mode.children, *causes}


@pytest.mark.parametrize("slug", RANKED)
def test_the_good_run_is_healthy(slug):
    report = report_on(slug, "good")

    assert report.verdict == "healthy"
    assert report.reported == ()


@pytest.mark.parametrize("slug", NORMAL)
def test_no_cause_is_named_for_a_run_that_only_looks_wrong(slug):
    named = report_on(slug, "good").reported

    assert [other for other in named if ENTRIES[other].entry_class != "finding"] == []


@together("slug, quality", product(SLUGS, ["bad", "good"]))
def test_the_sources_are_python(slug, quality):
    source = (FIXTURES / "specimens" / slug / f"{quality}.py").read_text()

    assert ast.parse(source).body
