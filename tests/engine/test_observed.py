import math
from dataclasses import replace

import pytest

from engine.evidence import Observation
from engine.observe.code.findings import CodeFinding
from engine.observe.log.messages import Message, Messages
from engine.observe.words.intent import Intent
from engine.observed import MESSAGE, NAMED, Observed, observed_in, without
from engine.run import Case
from engine.words_model.scores import CHATTER, WordsRead
from tests.engine.knowledge import knowledge

KNOWLEDGE = knowledge()
COMPLAINT = Intent(complains=True)
QUESTION = Intent(asks_if_normal=True)
SCORES = {"nan-loss": math.log(0.7), "is-normal": math.log(0.2), CHATTER: math.log(0.1)}
SAID = Observed(
    words=WordsRead(SCORES, named={"nan-loss": "NaN loss"}),
    intent=COMPLAINT,
    fine=frozenset({"is-normal"}),
)


STATED = Intent(clause="the loss of my model")


def test_what_is_stated_is_weighed():
    assert replace(SAID, intent=STATED).log_probabilities(KNOWLEDGE) == SCORES
    assert replace(SAID, intent=STATED).tells_of_a_failure


def test_a_complaint_is_no_chatter():
    scores = SAID.log_probabilities(KNOWLEDGE)

    assert CHATTER not in scores
    assert scores["nan-loss"] == pytest.approx(math.log(0.7 / 0.9))


def test_leaving_out_a_class_that_is_certain_stays_finite():
    scores = without(CHATTER, {CHATTER: 0.0, "nan-loss": -40.0})

    assert scores == {"nan-loss": pytest.approx(-40 + math.log(1000))}
    assert without(CHATTER, {CHATTER: 0.0}) == {CHATTER: 0.0}


def test_a_name_without_a_complaint_points_to_nothing():
    assert replace(SAID, intent=STATED).direct(KNOWLEDGE) == ()


def test_a_named_entry_is_quoted():
    (named,) = SAID.direct(KNOWLEDGE)
    assert (named.failure_mode, named.certainty, named.source) == ("nan-loss", NAMED, "description")
    assert named.text == 'you say: "NaN loss"'


@pytest.mark.parametrize("changes", [{"understood": 0.4}, {"intent": Intent(is_chatter=True)}])
def test_words_that_are_not_understood_or_only_greet_weigh_nothing(changes):
    silent = replace(SAID, **changes)

    assert silent.log_probabilities(KNOWLEDGE) == {}
    assert silent.direct(KNOWLEDGE) == ()


def test_a_question_whether_it_is_normal_raises_no_failure():
    asking = replace(SAID, intent=QUESTION)
    scores = asking.log_probabilities(KNOWLEDGE)

    assert scores["nan-loss"] == min(SCORES.values())
    assert scores["is-normal"] == SCORES["is-normal"]
    assert asking.direct(KNOWLEDGE) == ()


def test_a_question_whether_it_is_normal_raises_no_failure_without_an_entry():
    planning = replace(KNOWLEDGE, planned={"not-written": "Not written"}, edition="planning")
    said = {**SCORES, "not-written": math.log(0.6)}
    asking = replace(SAID, intent=QUESTION, words=WordsRead(said))

    assert asking.log_probabilities(planning)["not-written"] == min(said.values())
    stating = replace(asking, intent=STATED)
    assert stating.log_probabilities(planning)["not-written"] == said["not-written"]


def test_a_question_beside_a_described_failure_tells_of_it():
    """A GAN that draws one digit only is no normal pattern, however politely somebody asks."""
    scores = {"nan-loss": math.log(0.93), "is-normal": math.log(0.05), CHATTER: math.log(0.02)}
    asking = replace(SAID, intent=QUESTION, words=WordsRead(scores))

    assert not asking.asks_only_if_normal
    assert asking.log_probabilities(KNOWLEDGE) == scores
    assert replace(SAID, intent=QUESTION).asks_only_if_normal
    assert replace(asking, understood=0.4).asks_only_if_normal
    assert replace(asking, words=WordsRead()).asks_only_if_normal


def test_a_question_beside_a_complaint_is_a_complaint():
    both = replace(SAID, intent=Intent(asks_if_normal=True, complains=True))

    assert both.log_probabilities(KNOWLEDGE) == SAID.log_probabilities(KNOWLEDGE)


def test_code_points_to_its_entry_whatever_the_words_are():
    found = CodeFinding("no-zero", "nan-loss", 0.9, "train.py", 12, "x = 1 / 0", "It divides by 0.")
    (pointing,) = Observed(code=(found,), intent=Intent(is_chatter=True)).direct(KNOWLEDGE)

    assert (pointing.source, pointing.certainty) == ("code", 0.9)
    assert pointing.text == "train.py, line 12: It divides by 0. `x = 1 / 0`"


def test_the_message_that_leads_points_to_its_entry():
    message = Message(
        "oom", 3, "CUDA", "memory is full", "Less.", "root", "failure", entry="nan-loss"
    )

    (pointing,) = Observed(messages=Messages(message, (message,))).direct(KNOWLEDGE)
    assert (pointing.source, pointing.certainty) == ("log", MESSAGE)
    assert pointing.text == "memory is full: CUDA"

    carried = replace(message, symptom="loss-non-finite")
    assert Observed(messages=Messages(carried, (carried,))).direct(KNOWLEDGE) == ()


def test_a_case_is_looked_at_from_every_side():
    seen = observed_in(Case(description="my loss is nan and I do not know why"), KNOWLEDGE)

    assert [item.symptom for item in seen.observations] == list(KNOWLEDGE.symptoms)
    assert seen.intent.complains
    assert seen.understood > 0.5
    assert {pattern.state for pattern in seen.normal} <= {"not-measured", "not-shown"}


def test_without_words_all_of_them_are_understood():
    assert observed_in(Case(), KNOWLEDGE).understood == 1.0


def test_a_statement_that_resembles_chatter_most_reports_nothing():
    scores = {"nan-loss": math.log(0.3), "is-normal": math.log(0.2), CHATTER: math.log(0.5)}
    said = Observed(words=WordsRead(scores), intent=Intent())
    complaint = Observed(words=WordsRead(scores), intent=Intent(complains=True))

    assert said.log_probabilities(KNOWLEDGE) == {}
    assert max(complaint.log_probabilities(KNOWLEDGE)) == "nan-loss"


def test_measured_is_what_could_be_looked_at_in_its_order():
    seen = Observation("loss-spikes", "seen", 0.9)
    absent = Observation("loss-diverges", "absent", 0.1)
    unknown = Observation("dead-units", "not-measured")

    assert Observed((unknown, seen, unknown, absent)).measured == (seen, absent)
