"""Every entry proves itself: its bad run is recognized, its good run is called healthy."""

import ast
from functools import cache

import pytest

from engine.diagnose import diagnose
from engine.read import Inputs, NamedFile, read_case
from tests.engine.content import FIXTURES, real_knowledge

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


def test_every_entry_has_a_specimen():
    assert set(real_knowledge().failure_modes) == set(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_bad_run_puts_its_entry_among_the_first_three(slug):
    assert slug in [row.failure_mode for row in report_on(slug, "bad").diagnoses]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_good_run_is_healthy(slug):
    report = report_on(slug, "good")

    assert report.verdict == "healthy"
    assert report.reported == ()


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("quality", ["bad", "good"])
def test_the_sources_are_python(slug, quality):
    source = (FIXTURES / "specimens" / slug / f"{quality}.py").read_text()

    assert ast.parse(source).body
