"""Every rule is shown one content that breaks it; the small content breaks none."""

import pytest

from content import rules
from content.content import content_of_files
from content.problems import ContentError
from content.tree import parse
from tests.small_content import edited, small_content, small_files

pytestmark = pytest.mark.usefixtures("small_engine")

HIGH = "failure_modes/optimization/rate-too-high.md"
LOW = "failure_modes/optimization/rate-too-low.md"
LOSS = "symptoms/loss.yaml"
SPEED = "symptoms/speed.yaml"


@pytest.fixture(scope="module")
def files():
    return small_files()


def line_of(files, path, text, occurrence=1):
    lines = files[path].decode().splitlines()
    return [number for number, line in enumerate(lines, 1) if text in line][occurrence - 1]


def told(files):
    return rules.problems(parse(files))


def test_good_content_has_no_problems(files):
    assert told(files) == []
    assert content_of_files(files) == small_content()


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        # the shape of records
        (HIGH, "severity: 4", "severity: 9", "severity: Input should be less than or equal to 5"),
        (
            HIGH,
            "kind: misconfiguration",
            "kind: mystery",
            "kind: Input should be 'bug', 'misconfiguration'",
        ),
        (HIGH, "severity: 4", "severity: 4\ncolour: red", "colour: Extra inputs are not permitted"),
        (HIGH, "urgency: stop-now\n", "", "urgency: Field required"),
        (
            HIGH,
            "url: https://example.org/papers/1",
            "url: example.org",
            "references.0.url: Input should be a valid URL",
        ),
        (HIGH, "since: 2026-11-22", "since: yesterday", "since: Input should be a valid date"),
        (
            HIGH,
            "summary: The training loss of a run with rate-too-high",
            "summary: It",
            "summary: String should have at least 60 characters",
        ),
        (HIGH, "severity: 4", "severity: 4\nseverity: 5", "the key 'severity' is given twice"),
        (HIGH, "severity: 4", "severity: [4", "not readable as YAML"),
        (HIGH, "severity: 4", "definition: again", "definition belongs below the front matter"),
        (HIGH, "---\nid", "--\nid", "must begin with front matter"),
        (HIGH, "## Mechanism", "### Mechanism", "exactly one heading ## Mechanism"),
        (LOSS, "importance: 3", "importance: high", "importance: Input should be a valid integer"),
        (
            LOSS,
            "    - loss-oscillates said in way one\n    - loss-oscillates said in way two\n",
            "",
            "at least 8 items",
        ),
        ("retired.yaml", "- id", "id", "not readable as YAML"),
        # names
        (HIGH, "id: LY-0050", "id: LY-0051", "id 'LY-0051' is used already"),
        (HIGH, "id: LY-0050", "id: LY-0900", "id LY-0900 belongs to a retired entry"),
        (
            HIGH,
            "slug: rate-too-high",
            "slug: other-name",
            "slug other-name differs from the file name",
        ),
        (
            HIGH,
            "chapter: optimization",
            "chapter: vision",
            "chapter vision differs from the folder optimization",
        ),
        (HIGH, "term: Rate too high", "term: Rate too low", "term 'Rate too low' is used already"),
        (
            "retired.yaml",
            "slug: old-name",
            "slug: rate-too-high",
            "slug rate-too-high belongs to a retired entry",
        ),
        (
            SPEED,
            "slug: step-is-slow",
            "slug: loss-diverges",
            "slug 'loss-diverges' is used already",
        ),
        (
            SPEED,
            "group: speed",
            "group: memory",
            "group memory differs from the file name speed.yaml",
        ),
        # references between records
        (HIGH, "symptom: loss-oscillates", "symptom: nothing", "no symptom nothing"),
        (HIGH, "symptom: loss-falls-slowly", "symptom: nothing", "no symptom nothing"),
        (HIGH, "check: learning-rate-sweep", "check: nothing", "no check nothing"),
        (
            HIGH,
            "  - type: masks\n    failure_mode: rate-too-low",
            "  - type: masks\n    failure_mode: nothing",
            "no entry",
        ),
        (HIGH, "preset: oscillates", "preset: nothing", "no curve nothing"),
        ("chapters.yaml", "curve: oscillates", "curve: nothing", "no curve nothing"),
        ("chapters.yaml", "slug: optimization", "slug: optimisation", "no chapter optimization"),
        ("checks.yaml", "symptom: loss-diverges", "symptom: nothing", "no symptom nothing"),
        ("retired.yaml", "survivor: rate-too-low", "survivor: nothing", "no entry nothing"),
        (LOW, "status: stable", "status: draft", "rate-too-low is a draft"),
        (
            HIGH,
            "The step is longer",
            "See [it](/e/nothing/). The step is longer",
            "the link /e/nothing/ leads nowhere",
        ),
        (
            "checks.yaml",
            "1. Take one batch.",
            "1. See [it](/s/nothing/).",
            "the link /s/nothing/ leads nowhere",
        ),
        # relations
        (
            LOW,
            "failure_mode: rate-too-high",
            "failure_mode: rate-too-low",
            "rate-too-low does not name rate-too-high",
        ),
        (
            HIGH,
            "type: masks\n    failure_mode: rate-too-low",
            "type: masks\n    failure_mode: rate-too-high",
            "itself",
        ),
        # wording
        (HIGH, "primary: true", "primary: false", "no reference is primary"),
        (
            HIGH,
            "symptom: loss-diverges",
            "symptom: loss-oscillates",
            "'loss-oscillates' is listed twice",
        ),
        (
            HIGH,
            "symptom: loss-falls-slowly",
            "symptom: loss-diverges",
            "'loss-diverges' is listed twice",
        ),
        (HIGH, "title: Clip the gradient", "title: Divide the rate by ten", "listed twice"),
        (HIGH, "papers/2", "papers/1", "listed twice"),
        (
            LOSS,
            "loss-oscillates said in way one",
            "Loss-diverges  said in way ONE.",
            "is used by loss-oscillates too",
        ),
        # signals, specimens, formulas
        ("signals.yaml", "train/loss_epoch", "LR", "'LR' stands for lr already"),
        ("signals.yaml", "name: lr", "name: train_loss", "the metric train_loss is named twice"),
        (
            "specimens/rate-too-high/bad.py",
            "lr = 10.0",
            "lr = = 10.0",
            "not Python: invalid syntax",
        ),
        (
            HIGH,
            "example:\n  explanation: They differ in the *rate*.\n",
            "",
            "specimens/rate-too-high is not explained",
        ),
        (
            LOW,
            "status: stable",
            "example:\n  explanation: None.\nstatus: stable",
            "no specimens/rate-too-low to explain",
        ),
        (HIGH, "\\frac{2}{L}", "\\unknown{2}", "has the unknown command \\unknown"),
        (HIGH, "\\frac{2}{L}", "\\frac{2}", "mfrac lacks a part"),
    ],
)
def test_a_fault_is_told_with_its_reason(files, path, old, new, message):
    problems = told(edited(files, path, old, new))
    assert any(message in problem.message for problem in problems), problems


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (HIGH, "severity: 4", "severity: 9", "severity: 9"),
        (HIGH, "evoking: 4", "evoking: 9", "evoking: 9"),
        (HIGH, "urgency: stop-now", "urgency: stop-now\ncolour: red", "colour"),
        (
            HIGH,
            "type: paper\n    url: https://example.org/papers/2",
            "type: rumour\n    url: https://x.org/",
            "rumour",
        ),
        (
            LOSS,
            "loss-diverges said in way three",
            "loss-oscillates said in way one",
            "loss-oscillates said in way one",
        ),
        (HIGH, "\\frac{2}{L}", "\\unknown{2}", "## Mechanism"),
        (HIGH, "The step is", "[x](/e/nothing/) The step is", "[x]"),
    ],
)
def test_a_fault_is_told_with_its_line(files, path, old, new, place):
    broken = edited(files, path, old, new)
    [problem] = told(broken)
    last = sum(place in line for line in broken[path].decode().splitlines())
    assert (problem.path, problem.line) == (path, line_of(broken, path, place, last))


def test_all_problems_are_told_at_once(files):
    broken = edited(files, HIGH, "severity: 4", "severity: 9")
    broken = edited(broken, HIGH, "silence: loud", "silence: deafening")
    broken = edited(broken, SPEED, "background: 0.05", "background: 2")
    with pytest.raises(ContentError) as caught:
        content_of_files(broken)
    assert [problem.path for problem in caught.value.problems] == [HIGH, HIGH, SPEED]
    assert f"{HIGH}:{line_of(broken, HIGH, 'severity: 9')}: severity:" in str(caught.value)


def test_a_faulty_record_is_not_reported_as_missing_too(files):
    problems = told(edited(files, LOSS, "background: 0.05", "background: 5"))
    assert [problem.message.split(":")[0] for problem in problems] == ["background"]


def test_distinct_phrasings_count(files):
    same = edited(
        files, LOSS, "loss-oscillates said in way one", "Loss-oscillates said in way two!"
    )
    same = edited(
        same, LOSS, "loss-oscillates said in way three", "LOSS-oscillates  said in way two"
    )
    assert [problem.message for problem in told(same)] == ["7 distinct phrasings, 8 are needed"]


def test_an_inverse_is_not_written(files):
    back = (
        "relations:\n  - type: masks\n    failure_mode: rate-too-high\n    note: Back.\nreferences:"
    )
    [problem] = told(edited(files, LOW, "references:", back))
    assert problem.path == LOW
    assert "rate-too-high says masks of this entry already" in problem.message


def test_causes_do_not_go_in_a_circle(files):
    causes = edited(files, HIGH, "type: masks", "type: causes")
    assert told(causes) == []
    back = (
        "relations:\n  - type: causes\n    failure_mode: rate-too-high\n    note: "
        "Back.\nreferences:"
    )
    messages = [problem.message for problem in told(edited(causes, LOW, "references:", back))]
    assert "causes rate-too-high closes a circle" in messages
    assert "causes rate-too-low closes a circle" in messages


@pytest.mark.parametrize("data", [b"\xff\xfe", b"just words", b"- 1\n- [2]", b""])
def test_unreadable_files_are_problems_and_no_crash(files, data):
    problems = told({**files, "checks.yaml": data})
    assert problems
    assert all(problem.line >= 1 for problem in problems)
