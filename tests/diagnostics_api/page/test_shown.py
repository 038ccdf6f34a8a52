from dataclasses import replace

from diagnostics_api.page.shown import CARDS, shown
from engine.report import Diagnosis, Evidence
from engine.run import ReadAs
from tests.diagnostics_api.small import answered

ANSWER = answered(symptoms=["loss-oscillates"], absent_symptoms=["loss-falls-slowly"])


def with_report(**changes):
    return shown(replace(ANSWER, report=replace(ANSWER.report, **changes)))


def evidence(direction, weight):
    return Evidence("loss-diverges", "log", 1.0, direction, weight, f"{direction} {weight}", None)


def test_a_card_shows_entry_and_confirmation():
    card = shown(ANSWER).cards[0]

    assert card.entry.slug == "rate-too-high"
    assert card.confirm[0][:2] == ("learning-rate-sweep", "Learning rate sweep")
    assert card.percent.endswith("%")


def test_what_was_stated_is_shown_with_its_reply():
    assert shown(ANSWER).stated == (
        ("loss-oscillates", "Loss oscillates", "yes"),
        ("loss-falls-slowly", "Loss falls slowly", "no"),
    )


def test_a_next_check_shows_its_question():
    to_do = shown(answered(symptoms=["loss-oscillates"])).next_checks[0]

    assert to_do.check.title == "Learning rate sweep"
    assert to_do.outcome.question == f"Is there {to_do.outcome.symptom}?"


def test_evidence_is_parted_and_cut():
    supporting = [evidence("for", 9.0 - number) for number in range(9)]
    opposing = [evidence("against", -1.0 - number) for number in range(9)]
    diagnosis = Diagnosis("rate-too-high", 0.9, (*supporting, *opposing))

    (card,) = with_report(diagnoses=(diagnosis,)).cards

    assert [part.weight for part in card.evidence_for] == [9.0, 8.0, 7.0, 6.0, 5.0, 4.0]
    assert [part.weight for part in card.evidence_against] == [-9.0, -8.0, -7.0, -6.0]


def test_unlikely_diagnoses_are_left_out_except_the_first():
    unlikely = Diagnosis("rate-too-high", 0.001, ())

    assert len(with_report(diagnoses=(unlikely, unlikely)).cards) == 1


def test_at_most_five_diagnoses_are_shown():
    likely = Diagnosis("rate-too-high", 0.2, ())

    assert len(with_report(diagnoses=(likely,) * 9).cards) == CARDS


def test_inputs_are_shown_with_their_curves():
    one, two, none = (
        ReadAs("a.csv", "csv", {"train_loss": 1200}),
        ReadAs("log", "console", {"train_loss": 3, "val_loss": 2}),
        ReadAs("b.log", "plain-log", {}),
    )

    assert with_report(read_as=(one, two, none)).read_as == (
        "a.csv: a CSV table, 1 curve of up to 1,200 points",
        "log: console prints, 2 curves of up to 3 points",
        "b.log: plain text",
    )


def test_an_answer_without_curves_has_no_figure():
    answer = shown(ANSWER)

    assert answer.figure == ""
    assert answer.panels == ()


def test_something_else_is_always_in_the_list():
    report = replace(ANSWER.report, probabilities={"something-else": 0.14})

    assert shown(replace(ANSWER, report=report)).something_else == "14 %"
