from quizzes.evidence import closeness, strongest, support
from tests.quizzes.entries import entry_of, make_entry, sign


def test_what_speaks_against_an_entry_lowers_its_support():
    low = entry_of("rate-too-low")
    assert support(low, [sign("loss-oscillates")]) < 0
    assert support(low, [sign("unknown")]) == 0
    assert support(low, [sign("loss-falls-slowly")]) > 0
    assert "loss-oscillates" not in {sign.symptom for sign in strongest(low.signs, 9)}


def test_look_alikes_shared_symptoms_and_the_chapter_make_entries_close():
    high = entry_of("rate-too-high")
    assert closeness(high, entry_of("rate-too-low")) > closeness(high, entry_of("nan-loss")) > 0
    assert closeness(high, entry_of("nan-loss")) > closeness(high, entry_of("dying-relu")) == 0
    assert closeness(make_entry("a", [], []), make_entry("b", [], [], chapter="x")) == 0
