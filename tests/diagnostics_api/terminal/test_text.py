from dataclasses import replace

import pytest

from diagnostics_api.terminal.text import answer_as_text
from diagnostics_api.terminal.wrapped import WIDTH
from engine.evidence import Observation
from engine.report import Diagnosis, Evidence
from engine.run import ReadAs
from tests.diagnostics_api.small import answered

ANSWER = answered(symptoms=["loss-oscillates"])


def text_with(warnings=(), **changes):
    report = replace(ANSWER.report, **changes)
    return answer_as_text(replace(ANSWER, report=report, warnings=warnings))


def test_the_headline_is_underlined():
    title, line = answer_as_text(ANSWER).splitlines()[:2]

    assert line == "=" * len(title)


def test_the_fixes_of_the_first_diagnosis_are_listed():
    text = answer_as_text(ANSWER)

    assert text.count("fix: Divide the rate by ten [root, minutes]") == 1
    assert text.endswith("2 failure modes were weighed.\n")


def test_the_next_check_is_asked():
    assert "? Is there " in answer_as_text(ANSWER)
    assert "Next check" not in text_with(next_checks=())


def test_evidence_is_marked_by_its_direction():
    parts = (
        Evidence("a", "log", 1.0, "for", 1.0, "it is there", None),
        Evidence("b", "log", 0.0, "against", -1.0, "it is not there", None),
    )

    text = text_with(diagnoses=(Diagnosis("rate-too-high", 0.5, parts),))

    assert "         + it is there" in text
    assert "         - it is not there" in text


def test_a_bar_is_as_long_as_the_diagnosis_is_likely():
    text = text_with(diagnoses=(Diagnosis("rate-too-high", 0.5, ()),))

    assert f"    50 %  {'#' * 15}{'.' * 15}  Rate too high (rate-too-high)" in text


def test_unlikely_diagnoses_are_left_out_except_the_first():
    unlikely = Diagnosis("rate-too-high", 0.001, ())

    assert text_with(diagnoses=(unlikely, unlikely)).count("under 1 %  ...") == 1


def test_an_unlikely_first_diagnosis_comes_without_fixes():
    likely = Diagnosis("rate-too-high", 0.2, ())

    assert "fix: " in text_with(diagnoses=(likely,))
    assert "fix: " not in text_with(diagnoses=(replace(likely, probability=0.19),))


@pytest.mark.parametrize("verdict", ["healthy", "normal", "environment", "no-run"])
def test_where_nothing_fails_no_failure_and_no_check_is_listed(verdict):
    text = text_with(verdict=verdict)

    assert "(rate-too-high)" not in text
    assert "Next check" not in text


def test_a_healthy_answer_says_what_was_looked_at_and_what_not():
    text = text_with(verdict="healthy", looked_at=("no spike",), not_seen=("leakage",))

    assert "Looked at, and not there\n  * no spike\n" in text
    assert "Could not be seen\n  * leakage\n" in text


def test_an_open_answer_says_what_would_help():
    assert "What would help\n  * a log\n" in text_with(verdict="no-run", to_add=("a log",))
    assert "What would help" not in text_with(verdict="failure", to_add=("a log",))


def test_words_that_were_not_understood_are_noted():
    assert "About 30 % of your words" in text_with(understood=0.3)


def test_inputs_are_listed_with_their_curves():
    read_as = (ReadAs("a", "csv", {"b": 2, "a": 1}), ReadAs("c", "plain-log", {}))

    text = text_with(read_as=read_as)

    assert "Read as\n  a: a CSV table (csv)\n" in text
    assert "  c: plain text (plain-log)\n" in text


def test_what_is_unexplained_and_the_warnings_are_listed():
    nameless = Observation("loss-diverges", "seen", 1.0)

    text = text_with(warnings=("unknown setting name: x",), unexplained=(nameless,))

    assert "Not explained by this\n  * loss-diverges\n" in text
    assert "Notes on the input\n  * unknown setting name: x\n" in text


def test_long_lines_are_wrapped_and_control_characters_blanked():
    text = text_with(warnings=("word " * 99 + "\x1b[31m",))

    assert max(map(len, text.splitlines())) <= WIDTH
    assert "\x1b" not in text
