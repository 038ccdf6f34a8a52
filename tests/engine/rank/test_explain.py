from dataclasses import replace

import numpy as np
import pytest

from engine.evidence import DirectEvidence, Observation, Span
from engine.rank.explain import QUOTED, RESEMBLES, explained, unexplained
from engine.rank.ranking import Pointers, rank
from engine.rank.weights import WEIGHTS
from tests.engine.knowledge import knowledge

KNOWLEDGE = knowledge()


def seen(symptom, strength=1.0, channel="measured", curve=None):
    span = Span(curve, 1.0, 2.0) if curve else None
    return Observation(
        symptom, "seen", strength, channel, f"metrics.{curve}", f"{symptom} shows", span
    )


def diagnosis(mode, *observations, words=0.0):
    ranking = rank(observations, KNOWLEDGE)
    if words:
        ranking = replace(ranking, text=np.full(len(ranking.compiled.modes), words))
    return explained(mode, ranking)


def test_evidence_is_ordered_by_weight():
    made = diagnosis(
        "learning-rate-too-high", seen("bad-values-in-inputs"), seen("loss-oscillates")
    )
    weights = [part.weight for part in made.evidence]

    assert weights == sorted(weights, reverse=True)
    assert made.evidence[0].symptom == "loss-oscillates"
    assert made.evidence[0].direction == "for"


def test_symptom_that_speaks_against_is_evidence_against():
    (part,) = diagnosis("learning-rate-too-low", seen("loss-oscillates")).evidence

    assert (part.symptom, part.direction) == ("loss-oscillates", "against")
    assert part.weight < 0


def test_symptom_that_weighs_nothing_is_left_out():
    assert diagnosis("nan-loss", seen("log-disk-full", channel="log")).evidence == ()


@pytest.mark.parametrize(("strength", "count"), [(0.49, 0), (0.6, 1)])
def test_faint_words_are_no_evidence(strength, count):
    made = diagnosis("nan-loss", seen("loss-non-finite", strength, "words"))

    assert len(made.evidence) == count


def test_words_as_a_whole_are_one_part():
    (part,) = diagnosis("nan-loss", words=1.0).evidence

    assert (part.source, part.direction, part.text) == ("description", "for", RESEMBLES)


def test_words_that_resemble_nothing_speak_against_nothing():
    assert diagnosis("nan-loss", words=-1.0).evidence == ()


def test_the_clauses_that_speak_for_an_entry_are_quoted():
    ranking = replace(rank((), KNOWLEDGE), text=np.ones(3))
    said = ("the loss\n is nan", "word " * 50)

    (part,) = explained("nan-loss", ranking, said=said).evidence

    assert part.text.startswith('you say: "the loss is nan"; "word word')
    assert part.text.endswith('\u2026"')
    assert len(part.text) < 2 * QUOTED


@pytest.mark.parametrize("source", ["code", "description"])
def test_what_points_to_an_entry_is_evidence_for_it(source):
    pointing = DirectEvidence("nan-loss", 0.5, source, "line 3 divides by zero")
    ranking = rank((), KNOWLEDGE, Pointers(direct=[pointing]))

    (part,) = explained("nan-loss", ranking).evidence

    assert (part.source, part.direction, part.text) == (source, "for", pointing.text)
    assert part.weight == WEIGHTS.direct / 2
    assert explained("learning-rate-too-low", ranking).evidence == ()


def test_what_a_mode_lists_is_explained_by_it():
    observations = [seen("loss-non-finite"), seen("log-disk-full", channel="log")]

    left = unexplained(observations, ["nan-loss"], KNOWLEDGE)

    assert [item.symptom for item in left] == ["log-disk-full"]


def test_what_speaks_against_a_mode_is_not_explained_by_it():
    left = unexplained([seen("loss-oscillates")], ["learning-rate-too-low"], KNOWLEDGE)

    assert [item.symptom for item in left] == ["loss-oscillates"]


def test_consequences_of_a_nan_are_not_unexplained():
    diverges = seen("loss-diverges", curve="val_loss")
    elsewhere = seen("log-disk-full", channel="log")

    assert unexplained([diverges, elsewhere], [], KNOWLEDGE) == (diverges, elsewhere)
    assert unexplained(
        [seen("loss-non-finite", curve="train_loss"), diverges, elsewhere], [], KNOWLEDGE
    ) == (elsewhere,)


def test_words_are_listed_only_when_they_are_clear():
    faint, clear = seen("loss-diverges", 0.7, "words"), seen("loss-diverges", 0.9, "words")

    assert unexplained([faint], [], KNOWLEDGE) == ()
    assert unexplained([clear], [], KNOWLEDGE) == (clear,)


def test_a_sign_that_is_hardly_there_is_no_evidence_for_an_entry():
    faint = Observation("loss-oscillates", "absent", 0.3, "measured", text="It swings by 2%.")

    assert diagnosis("learning-rate-too-high", faint).evidence == ()


def test_a_sign_against_an_entry_is_evidence_only_where_it_is_seen():
    faint = Observation("loss-oscillates", "absent", 0.2, "measured", text="It swings by 2%.")

    assert diagnosis("learning-rate-too-low", faint).evidence == ()


def test_evidence_without_a_sentence_is_not_shown():
    silent = Observation("loss-non-finite", "absent", 0.0, "log")

    assert diagnosis("nan-loss", silent).evidence == ()


def test_a_sentence_is_shown_once():
    quote = "you say: loss is nan"
    said = [
        Observation("loss-non-finite", "seen", 1.0, "measured", text=quote),
        Observation("bad-values-in-inputs", "seen", 1.0, "measured", text=quote),
    ]

    assert [part.text for part in diagnosis("nan-loss", *said).evidence] == [quote]


@pytest.mark.parametrize(
    ("source", "curve", "agrees"),
    [("code", "train_loss", True), ("code", None, False), ("description", "train_loss", False)],
)
def test_code_and_curve_may_agree(source, curve, agrees):
    pointing = DirectEvidence("nan-loss", 1.0, source, "line 3 divides by zero")
    ranking = rank([seen("loss-non-finite", curve=curve)], KNOWLEDGE, Pointers(direct=[pointing]))

    (text,) = [part.text for part in explained("nan-loss", ranking).evidence if not part.symptom]

    assert text.startswith("code and curve agree: ") == agrees
