import math
from dataclasses import replace

import numpy as np
import pytest

from engine.evidence import Observation
from engine.knowledge import FailureMode
from engine.observe.log.messages import Message, Messages
from engine.observe.normal import NormalPattern
from engine.observe.words.intent import Intent
from engine.observed import Observed
from engine.rank.grounds import grounds_of, is_run, normal_pages
from engine.run import Case, Series
from engine.words_model.scores import CHATTER, WordsRead
from tests.engine.knowledge import knowledge, with_edition

PLAIN = knowledge()
NORMAL = [FailureMode(slug, "common", (), entry_class="normal") for slug in ("gap", "noise")]
KNOWN = with_edition(
    PLAIN,
    "of grounds",
    failure_modes={**PLAIN.failure_modes, **{mode.slug: mode for mode in NORMAL}},
    planned={"not-written": "Not written"},
    config_names={"lr": "learning_rate", "learning_rate": "learning_rate"},
)
QUESTION = Intent(asks_if_normal=True)
COMPLAINT = Intent(complains=True)
CURVE = {"val_loss": Series("val_loss", np.arange(9.0), np.arange(9.0))}
RUN = Case(series=CURVE)
NOTHING = Case()


def said(intent, named=(), **shares):
    given = {name.replace("_", "-"): share for name, share in shares.items()}
    classes = {"nan-loss", "gap", "noise", "not-written", CHATTER} - given.keys()
    rest = (1 - sum(given.values())) / len(classes)
    scores = {name: math.log(share) for name, share in given.items()}
    scores |= dict.fromkeys(classes, math.log(rest))
    words = WordsRead(scores, dict(named), {"gap": ("it is lower",)})
    return Observed(words=words, intent=intent)


def holding(*slugs, state="holds"):
    return tuple(
        NormalPattern(slug, state, f"{slug} was looked at", "up to 3", "nan-loss") for slug in slugs
    )


def pages(observed, case=NOTHING):
    return [
        (page.failure_mode, page.is_from_words_alone)
        for page in normal_pages(observed, KNOWN, bool(case.series))
    ]


def test_words_that_describe_a_pattern_and_ask_name_its_page():
    asking = said(QUESTION, gap=0.7)
    (page,) = normal_pages(asking, KNOWN, has_progress=False)

    assert (page.failure_mode, page.said) == ("gap", ("it is lower",))
    assert page.is_from_words_alone
    assert grounds_of(Case(), asking, KNOWN, ()).is_normal


@pytest.mark.parametrize(
    "observed",
    [
        said(COMPLAINT, gap=0.7),
        said(QUESTION, nan_loss=0.6, gap=0.3),
        said(QUESTION, gap=0.15, **dict.fromkeys(("one", "two", "three", "four", "five"), 0.1)),
        replace(said(QUESTION, gap=0.7), understood=0.2),
    ],
    ids=["no question", "a failure leads", "hardly likelier than others", "not understood"],
)
def test_other_words_name_no_page(observed):
    assert pages(observed) == []
    assert not grounds_of(Case(), observed, KNOWN, ()).is_normal


@pytest.mark.parametrize(("share", "page"), [(0.4, ["gap"]), (0.2, [])])
def test_a_question_of_another_kind_must_describe_the_pattern_plainly(share, page):
    intent = Intent(complains=True, asks=True)

    assert [slug for slug, _ in pages(said(intent, gap=share))] == page


def test_nothing_on_the_curves_decides_and_the_words_alone_answer():
    open_pattern = replace(said(QUESTION, gap=0.7), normal=holding("gap", state="not-measured"))

    assert pages(open_pattern, RUN) == [("gap", True)]


def test_a_page_that_the_words_name_needs_no_model():
    assert pages(said(QUESTION, named={"noise": "batch noise"})) == [("noise", True)]


def test_beside_a_curve_the_pattern_must_hold_on_it():
    asking = said(QUESTION, gap=0.7)

    assert pages(replace(asking, normal=holding("gap")), RUN) == [("gap", False)]
    assert pages(replace(asking, normal=holding("gap", state="broken")), RUN) == []
    broken = replace(asking, normal=holding("gap", state="broken"))
    assert not grounds_of(RUN, broken, KNOWN, ()).is_normal


def test_the_page_that_is_asked_about_stands_first():
    asking = replace(said(QUESTION, gap=0.7), normal=holding("noise", "gap"))

    assert pages(asking, RUN) == [("gap", False), ("noise", False)]


def test_without_words_the_patterns_that_hold_are_named():
    silent = Observed(normal=holding("noise"))
    grounds = grounds_of(RUN, silent, KNOWN, ())

    assert pages(silent, RUN) == [("noise", False)]
    assert grounds.holds_pattern
    assert not grounds.is_normal
    assert not grounds_of(Case(), silent, KNOWN, ()).holds_pattern


@pytest.mark.parametrize(
    ("case", "observed"),
    [
        (RUN, Observed()),
        (Case(config={"learning_rate": 0.1}), Observed()),
        (Case(told_seen=("loss-spikes",)), Observed()),
        (Case(), Observed((Observation("loss-spikes", "seen", 0.9, "log"),))),
        (Case(), Observed(intent=COMPLAINT)),
        (Case(), Observed(intent=QUESTION)),
        (Case(), said(Intent(), named={"nan-loss": "nan loss"})),
    ],
    ids=["curve", "settings", "tick", "message", "complaint", "question", "name"],
)
def test_a_run_settings_or_a_report_is_recognized(case, observed):
    assert is_run(case, observed, KNOWN)


@pytest.mark.parametrize(
    "observed",
    [
        Observed(),
        Observed(intent=Intent(is_chatter=True)),
        Observed((Observation("loss-spikes", "absent", 0.0, "log"),)),
        Observed((Observation("loss-spikes", "seen", 0.2, "words"),)),
    ],
)
def test_a_text_in_which_nothing_is_recognized_is_no_run(observed):
    assert not is_run(Case(log=("root:x:0:0",)), observed, KNOWN)


def test_settings_that_nobody_knows_are_no_settings():
    assert not is_run(Case(config={"root": "x:0:0", "daemon": "x:1:1"}), Observed(), KNOWN)
    assert is_run(Case(config={"root": "x:0:0", "learning_rate": 0.1}), Observed(), KNOWN)


def leading(**changes):
    message = Message("sign", 3, "RuntimeError", "it ended", "Look.", "root", "failure")
    return Observed(messages=Messages(replace(message, **changes), (message,)))


@pytest.mark.parametrize("kind", ["environment", "tool-did-so"])
def test_a_message_of_the_environment_leads(kind):
    assert grounds_of(Case(), leading(kind=kind), KNOWN, ()).is_environment
    assert not grounds_of(Case(), leading(), KNOWN, ()).is_environment


@pytest.mark.parametrize(
    ("changes", "is_unknown"),
    [
        ({}, True),
        ({"entry": "not-written"}, True),
        ({"entry": "nan-loss"}, False),
        ({"symptom": "loss-non-finite"}, False),
        ({"symptom": "log-disk-full"}, True),
        ({"ends_run": False}, False),
        ({"kind": "environment"}, False),
    ],
)
def test_a_message_that_no_entry_explains_is_unknown(changes, is_unknown):
    assert grounds_of(Case(), leading(**changes), KNOWN, ()).is_message_unknown == is_unknown


def test_a_message_is_a_run():
    assert is_run(Case(), leading(), KNOWN)


LINES = FailureMode("harmless-log-lines", "common", (), entry_class="normal")
WITH_LINES = with_edition(
    KNOWN,
    "with the page on lines",
    failure_modes={**KNOWN.failure_modes, LINES.slug: LINES},
)


@pytest.mark.parametrize(
    ("asks_meaning", "has_lines", "named"),
    [(True, True, ["harmless-log-lines"]), (True, False, []), (False, True, [])],
)
def test_who_asks_what_shown_lines_mean_gets_the_page_on_them(asks_meaning, has_lines, named):
    observed = replace(said(Intent(asks=True, asks_meaning=asks_meaning)), has_lines=has_lines)

    found = normal_pages(observed, WITH_LINES, has_progress=False)
    assert [page.failure_mode for page in found] == named
