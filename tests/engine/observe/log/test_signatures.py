from pathlib import Path
from time import process_time

import pytest

from engine.observe.log.signatures import QUOTED, SYMPTOMS, hits, observe_log
from engine.observe.log.tables import SIGNATURES
from engine.run import Case
from tests.together import together

DATA = Path(__file__).parent / "data"
LINES = dict(
    line.split("\t", 1) for line in (DATA / "signature_lines.tsv").read_text().splitlines()
)
HEALTHY = sorted(DATA.glob("healthy_*.log"))


def observed(case: Case) -> dict:
    return {item.symptom: item for item in observe_log(case) if item.state != "not-measured"}


def test_there_are_many_and_their_names_differ():
    assert len(SIGNATURES) >= 60
    assert len({signature.name for signature in SIGNATURES}) == len(SIGNATURES)


@together("signature", SIGNATURES, ids=lambda signature: signature.name)
def test_each_signature_knows_its_line(signature):
    lines = [signature.beside, "all is well", LINES[signature.name]]
    found = {hit.signature.name for hit in hits(lines)}
    assert signature.name in found


@together("signature", SIGNATURES, ids=lambda signature: signature.name)
def test_literals_are_lower_case_and_meanings_are_phrases(signature):
    assert all(literal == literal.lower() for literal in signature.literals)
    assert not signature.meaning.endswith(".")


@pytest.mark.parametrize("path", HEALTHY, ids=lambda path: path.stem)
def test_healthy_logs_show_nothing(path):
    lines = tuple(path.read_text().splitlines())
    assert len(lines) >= 50
    seen = {
        symptom: item.text
        for symptom, item in observed(Case(log=lines)).items()
        if item.state == "seen"
    }
    assert seen == {}


def test_there_are_three_healthy_logs():
    assert len(HEALTHY) >= 3


def test_first_message_in_time_is_quoted():
    log = ("ok", "RuntimeError: CUDA out of memory. first", "CUDA out of memory. second")
    item = observed(Case(log=log))["accelerator-memory-error"]
    assert item.state == "seen"
    assert "first" in item.text
    assert "second" not in item.text
    assert item.span is not None
    assert (item.span.series, item.span.start) == ("log", 1)
    assert item.text.endswith("(2 times)")


def test_long_lines_are_quoted_in_part():
    line = "x" * 3000 + " CUDA out of memory " + "y" * 3000
    quote = hits([line])[0].quote
    assert "CUDA out of memory" in quote
    assert len(quote) <= QUOTED + 3


def test_a_few_overflows_are_normal_and_many_are_not():
    line = LINES["gradient-overflow"]
    few = observed(Case(log=("step",) * 100 + (line,) * 3))["log-gradient-overflow"]
    many = observed(Case(log=("step",) * 100 + (line,) * 60))["log-gradient-overflow"]
    assert (few.state, many.state) == ("absent", "seen")
    assert 0 < few.strength < 0.5 <= many.strength


def test_benign_warning_is_weak():
    assert observed(Case(log=(LINES["unused-weights"],)))["log-checkpoint-mismatch"].strength < 0.5


def test_a_new_head_is_no_checkpoint_that_does_not_fit():
    items = observed(Case(log=(LINES["new-weights"],)))

    assert items["log-newly-initialized-weights"].state == "seen"
    assert "log-checkpoint-mismatch" not in items


def test_pasted_error_in_a_description():
    item = observed(Case(description=f"I get this:\n{LINES['matmul-shapes']}\nwhy?"))[
        "log-shape-error"
    ]
    assert (item.state, item.source, item.span) == ("seen", "description", None)


@pytest.mark.parametrize(
    "text",
    ["there is no CUDA out of memory", "It runs without a segmentation fault", "loss is nan"],
)
def test_words_that_deny_or_only_tell_are_left_to_the_text_channel(text):
    assert observed(Case(description=text)) == {}


def test_without_a_log_nothing_is_measured():
    assert {item.state for item in observe_log(Case())} == {"not-measured"}
    assert len(observe_log(Case())) == len(SYMPTOMS)


@pytest.mark.parametrize(("lines", "state"), [(19, "not-measured"), (20, "absent")])
def test_absence_needs_a_log_of_some_length(lines, state):
    assert {item.state for item in observe_log(Case(log=("step done",) * lines))} == {state}


@together(
    "line",
    [
        "cuda " * 800,
        "Killed " * 500,
        "label " * 700,
        "expected " * 400,
        "Shapes and " * 360,
        "mark a variable " * 250,
        "job was node " * 300,
        "softmax output " * 260,
        "nan inf nan " * 330,
    ],
)
def test_hostile_lines_take_time_in_proportion(line):
    """Twice the text may take about twice the time; a pattern that goes back and forth would take
    four times.
    """
    hits([line])
    half, whole = timed([line] * 100), timed([line] * 200)
    assert whole < 3.2 * half + 0.05


def timed(lines: list[str]) -> float:
    return min(_once(lines) for _ in range(2))


def _once(lines: list[str]) -> float:
    start = process_time()
    hits(lines)
    return process_time() - start
