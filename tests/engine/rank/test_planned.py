import math
from dataclasses import replace

import pytest

from engine.evidence import Observation
from engine.knowledge import FailureMode
from engine.observe.code.findings import CodeFinding
from engine.observe.log.messages import Message, Messages
from engine.observe.words.intent import Intent
from engine.observed import Observed
from engine.rank.grounds import grounds_of
from engine.rank.planned import resembles
from engine.run import Case
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


def said(intent, named=(), **shares):
    given = {name.replace("_", "-"): share for name, share in shares.items()}
    classes = {"nan-loss", "gap", "noise", "not-written", CHATTER} - given.keys()
    rest = (1 - sum(given.values())) / len(classes)
    scores = {name: math.log(share) for name, share in given.items()}
    scores |= dict.fromkeys(classes, math.log(rest))
    words = WordsRead(scores, dict(named), {"gap": ("it is lower",)})
    return Observed(words=words, intent=intent)


def leading(**changes):
    message = Message("sign", 3, "RuntimeError", "it ended", "Look.", "root", "failure")
    return Observed(messages=Messages(replace(message, **changes), (message,)))


def test_a_complaint_may_sound_like_a_planned_entry():
    found = resembles(said(COMPLAINT, not_written=0.8), KNOWN)

    assert (found.slug, found.term) == ("not-written", "Not written")
    assert found.probability == pytest.approx(0.8)
    assert grounds_of(Case(), said(COMPLAINT, not_written=0.8), KNOWN, ()).is_unknown


@pytest.mark.parametrize(
    ("first", "others", "slug"),
    [
        (0.36, (0.35,), "a"),  # half of the least that counts, and half of all
        (0.36, (0.2, 0.17), None),
        (0.34, (0.34, 0.3), None),
        (0.6, (0.05,), None),
    ],
)
def test_of_planned_entries_one_holds_half_of_enough(first, others, slug):
    names = ("b", "c")[: len(others)]
    known = with_edition(KNOWN, "of planned entries", planned={"a": "A", "b": "B", "c": "C"})
    found = resembles(said(COMPLAINT, a=first, **dict(zip(names, others, strict=True))), known)

    assert (found and found.slug) == slug


@pytest.mark.parametrize(
    "observed",
    [
        said(COMPLAINT, not_written=0.3),
        said(QUESTION, not_written=0.8),
        said(Intent(), not_written=0.8),
        said(Intent(is_chatter=True), not_written=0.8),
    ],
    ids=["hardly", "asks if normal", "no complaint", "chatter"],
)
def test_other_words_sound_like_nothing(observed):
    assert resembles(observed, KNOWN) is None


def test_a_planned_entry_that_is_named_is_certain():
    found = resembles(said(COMPLAINT, named={"not-written": "the name"}), KNOWN)

    assert (found.probability, found.said) == (1.0, ("the name",))


def test_a_message_may_belong_to_a_planned_entry():
    found = resembles(leading(entry="not-written"), KNOWN)

    assert (found.slug, found.said) == ("not-written", ("RuntimeError",))


def test_code_may_point_to_a_planned_entry():
    found = CodeFinding("rule", "not-written", 0.8, "a.py", 3, "x = 1", "It is so.")
    resembling = resembles(Observed(code=(found,)), KNOWN)

    assert (resembling.slug, resembling.probability, resembling.said) == (
        "not-written",
        0.8,
        ("x = 1",),
    )
    assert resembles(Observed(code=(replace(found, failure_mode="nan-loss"),)), KNOWN) is None


@pytest.mark.parametrize(
    ("source", "strength", "slug"),
    [
        ("metrics.reward", 0.9, "sparse-reward"),
        ("metrics.success_rate", 0.9, "sparse-reward"),
        ("metrics.reward", 0.3, None),
        ("metrics.val_accuracy", 0.9, None),
    ],
)
def test_a_return_that_never_moves_sounds_like_a_planned_entry(source, strength, slug):
    known = with_edition(KNOWN, "of agents", planned={"sparse-reward": "Sparse reward"})
    flat = Observation(
        "accuracy-constant",
        "seen",
        strength,
        "measured",
        source,
        "reward stays at 0.",
    )
    found = resembles(Observed(observations=(flat,)), known)

    assert (found and found.slug) == slug
    assert found is None or found.said == ("reward stays at 0.",)
    assert resembles(Observed(observations=(flat,)), PLAIN) is None
