"""A source that a detector cites and the table of sources are checked against each other."""

from pathlib import Path

import pytest

from content import rules
from content.rules import sources
from tests.measuring import files_of_measuring
from tests.parsed import parsed
from tests.small_content import edited

FILES = files_of_measuring()
ROOT = Path(sources.__file__).parents[2]


def faults(files=FILES):
    tree = parsed(files)
    problems = [*sources.cited_sources_exist(tree), *sources.sources_are_cited(tree)]
    return [str(problem) for problem in problems]


def test_real_bounds_and_sources_agree():
    assert faults() == []


def test_source_that_no_detector_cites_is_found():
    files = edited(FILES, "sources.yaml", "slug: umlaut", "slug: umlautt")
    lines = files["sources.yaml"].decode().splitlines()
    line = lines.index("- slug: umlautt") + 1

    told = faults(files)

    assert f"sources.yaml:{line}: no detector cites umlautt" in told
    assert any("cites umlaut, which is not in sources.yaml" in problem for problem in told)


def test_source_that_is_missing_is_named_with_the_line_of_its_detector():
    files = edited(FILES, "sources.yaml", "slug: olmo-2", "slug: olmo-3")
    path = "engine/observe/curves/loss/loss_spikes.py"
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    cited = [number for number, line in enumerate(lines, 1) if '"olmo-2"' in line]

    told = faults(files)

    assert f"{path}:{cited[0]}: cites olmo-2, which is not in sources.yaml" in told


def test_source_with_a_fault_of_its_own_is_told_once():
    files = edited(FILES, "sources.yaml", "kind: paper", "kind: papyrus")

    assert faults(files) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "  url: https://arxiv.org/abs/2112.04036\n",
            "",
            "a source of kind paper needs a url",
        ),
        (
            "kind: judgment",
            "kind: judgment\n  url: https://example.org",
            "a source of kind judgment has no url",
        ),
        ("slug: default", "slug: umlaut", "slug 'umlaut' is used already"),
    ],
)
def test_table_of_sources_is_checked(old, new, message):
    files = edited(FILES, "sources.yaml", old, new)

    told = [str(problem) for problem in rules.problems(parsed(files))]

    assert any(message in problem for problem in told)
