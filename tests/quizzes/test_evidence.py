import math

import pytest

from engine.scales import EVOKING, FREQUENCY
from quizzes.evidence import closeness, explains_all, share_explained, strongest, supports
from quizzes.records import Bank, Sign
from tests.quizzes.entries import entry_of, make_entry, sign, six


def support_of(slug, *symptoms):
    return supports(Bank(tuple(six())), [sign(symptom) for symptom in symptoms])[slug]


def test_support_is_the_sum_of_the_engine():
    key = entry_of("rate-too-low")
    expected = math.log(FREQUENCY[4].worth / 0.05) * EVOKING[3].worth

    assert support_of(key.slug, "loss-falls-slowly") == pytest.approx(expected)
    assert support_of(key.slug, "loss-falls-slowly", "updates-are-small") == pytest.approx(
        2 * expected
    )


def test_what_speaks_against_an_entry_lowers_its_support():
    assert support_of("rate-too-low", "loss-oscillates") < 0


def test_a_symptom_of_others_is_no_support():
    assert support_of("rate-too-low", "gap-opens") == 0


def test_symptoms_of_one_facet_count_once():
    signs = [Sign(name, name, 4, 3, 0.05, facet="course") for name in ("falls", "climbs")]
    bank = Bank((make_entry("key", signs, []),))
    assert supports(bank, signs) == pytest.approx(supports(bank, signs[:1]))


def test_the_strongest_symptoms_leave_out_what_speaks_against():
    low = entry_of("rate-too-low")
    assert [sign.symptom for sign in strongest(low.signs, 2)] == [
        "curve-still-falls",
        "loss-falls-slowly",
    ]
    assert "loss-oscillates" not in {sign.symptom for sign in strongest(low.signs, 9)}


def test_the_share_explained_is_between_none_and_all():
    low = entry_of("rate-too-low")
    assert share_explained(low, []) == 0
    assert share_explained(low, [sign("loss-falls-slowly"), sign("gap-opens")]) == 0.5
    assert not explains_all(low, [sign("loss-falls-slowly"), sign("gap-opens")])
    assert not explains_all(low, [sign("loss-oscillates")])
    assert explains_all(low, low.signs[:2])


def test_look_alikes_shared_symptoms_and_the_chapter_make_entries_close():
    high = entry_of("rate-too-high")
    assert closeness(high, entry_of("rate-too-low")) > closeness(high, entry_of("nan-loss")) > 0
    assert closeness(high, entry_of("nan-loss")) > closeness(high, entry_of("dying-relu")) == 0
    assert closeness(make_entry("a", [], []), make_entry("b", [], [], chapter="x")) == 0
