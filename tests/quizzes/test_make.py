import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes import explain
from quizzes.evidence import MARGIN, closeness, explains_all, strongest, support
from quizzes.make import (
    MAKERS,
    by_definition,
    by_fix,
    by_symptoms,
    closest,
    definition_without_names,
    fixes_that_do_not_help,
    is_surely_wrong,
    make_quiz,
    with_telling_words,
)
from quizzes.records import KINDS, Remedy, Sign
from quizzes.words import names, telling_stems
from tests.quizzes.entries import make_entry, sign, six


def entry_of(slug):
    return next(entry for entry in six() if entry.slug == slug)


@given(seed=st.integers(0, 2**62), kinds=st.permutations(KINDS), count=st.integers(1, 3))
@settings(max_examples=40, deadline=None)
def test_every_quiz_keeps_its_promises(seed, kinds, count):
    entries = {entry.slug: entry for entry in six()}
    quiz = make_quiz(list(entries.values()), kinds[:count], seed)
    assert len(quiz) == 6
    assert len({question.entry for question in quiz}) == 6
    for question in quiz:
        [right] = [option for option in question.options if option.is_key]
        assert right.entry == question.entry
        assert 3 <= len(question.options) <= 4
        assert len({option.id for option in question.options}) == len(question.options)
        assert len({option.text for option in question.options}) == len(question.options)
        assert all(option.why for option in question.options)
        if question.kind != "term-to-fix":
            assert not names(" ".join(question.shown), entries[question.entry].all_names)
        else:
            assert not names(right.text, entries[question.entry].all_names)


def test_the_same_seed_gives_the_same_quiz_in_any_order_of_entries():
    assert make_quiz(six(), KINDS, 7) == make_quiz(six()[::-1], KINDS, 7)
    assert make_quiz(six(), KINDS, 7) != make_quiz(six(), KINDS, 8)


def test_the_place_of_the_key_is_even():
    places = [0, 0, 0, 0]
    for seed in range(100):
        for question in make_quiz(six(), KINDS, seed):
            if len(question.options) == 4:
                places[[option.is_key for option in question.options].index(True)] += 1
    assert min(places) > 0.8 * sum(places) / 4


def test_the_kinds_take_turns():
    quiz = make_quiz(six(), KINDS, 3, length=6)
    assert [question.kind for question in quiz] == [*KINDS, *KINDS]


def test_a_quiz_is_no_longer_than_asked():
    assert len(make_quiz(six(), KINDS, 1, length=2)) == 2


def test_fewer_than_four_entries_make_no_quiz():
    assert make_quiz(six()[:3], KINDS, 1) == ()
    assert make_quiz([], KINDS, 1) == ()


def test_an_entry_that_one_kind_cannot_ask_for_is_asked_for_by_another():
    entries = [
        make_entry(entry.slug, [], [], definition="", summary=entry.term) for entry in six()[:1]
    ] + six()[1:]
    assert "rate-too-high" not in {question.entry for question in make_quiz(entries, KINDS, 5)}
    entries[0] = make_entry(
        "rate-too-high", [], ["Divide the step by ten"], definition="", summary="Rate too high"
    )
    [asked] = [
        question for question in make_quiz(entries, KINDS, 5) if question.entry == "rate-too-high"
    ]
    assert asked.kind == "term-to-fix"


# definition to term


LONG = "whose marks are those of a case that no other failure in the set has in common with it."


@pytest.mark.parametrize(
    ("definition", "summary", "shown"),
    [
        (f"A state {LONG} Then more. And more.", "", f"A state {LONG} Then more."),
        (f"Overfitting is a state {LONG}", f"This is one {LONG}", f"This is one {LONG}"),
        ("Short one.", f"This is one {LONG}", f"This is one {LONG}"),
        (f"Overfit it is. A state {LONG}", "It overfits.", f"A state {LONG}"),
        (f"A fitful state {LONG}", f"This is one {LONG}", f"This is one {LONG}"),  # a telling word
        (
            "Overfitting.",
            "It is overfitting, as one says when one means it and has no better word for it.",
            "",
        ),
    ],
)
def test_the_text_shown_does_not_tell_the_name(definition, summary, shown):
    entry = make_entry(
        "overfitting", [], [], definition=definition, summary=summary, telling=frozenset({"fit"})
    )
    assert definition_without_names(entry) == shown


def test_words_that_few_entries_use_are_telling():
    [first, *_] = with_telling_words(
        [make_entry("odd-rate", [], [], definition="Nothing."), *six()]
    )
    assert "odd" in first.telling
    texts = ["A rate."] * 4 + ["An odd rate."]
    assert telling_stems("Odd rates", texts) == {"odd"}


def test_the_explanation_is_not_what_was_shown():
    entry = make_entry("key", [], [], definition="The beginning is here. The end is there.")
    assert explain.key_by_definition(entry, "The beginning") == entry.summary
    assert explain.key_by_definition(entry, entry.summary) == "The beginning is here."


def test_nothing_is_asked_when_every_text_names_the_entry():
    entry = make_entry(
        "overfitting", [], [], definition="Overfitting.", summary="It is overfitting, as one says."
    )
    assert definition_without_names(entry) == ""
    assert by_definition(entry, six(), None) is None


def test_an_entry_that_the_definition_names_is_no_option():
    key = make_entry(
        "rate-odd",
        [],
        [],
        definition="Unlike label noise, this one has a long and winding story to tell.",
    )
    draft = by_definition(key, six(), FixedChance())
    assert "label-noise" not in {choice.entry for choice in draft.wrong}


def test_parents_and_causes_are_no_options():
    key = make_entry("rate-odd", [], [], relatives=frozenset({"label-noise", "nan-loss"}))
    draft = by_definition(key, six(), FixedChance())
    assert not {"label-noise", "nan-loss"} & {choice.entry for choice in draft.wrong}


# symptoms to term


class FixedChance:
    """Nothing is left to chance."""

    def uniform(self, low, high):
        return low

    def shuffle(self, items):
        pass

    def choice(self, items):
        return items[0]

    def sample(self, numbers, count):
        return list(numbers[:count])


def test_no_wrong_option_explains_all_that_is_shown():
    for key in six():
        draft = by_symptoms(
            key, [other for other in six() if other.slug != key.slug], FixedChance()
        )
        shown = [next(sign for sign in key.signs if sign.statement == text) for text in draft.shown]
        for choice in draft.wrong:
            other = entry_of(choice.entry)
            assert not explains_all(other, shown)
            assert support(key, shown) - support(other, shown) >= MARGIN


def test_a_look_alike_with_all_the_symptoms_is_no_option():
    key = entry_of("rate-too-high")
    twin = make_entry(
        "twin", ["loss-oscillates", "loss-climbs", "updates-are-large", "norm-rises", "more"], []
    )
    for shown in itertools.combinations(key.signs, 3):
        assert not is_surely_wrong(key, twin, shown)
        assert is_surely_wrong(key, entry_of("overfitting"), shown)


def test_an_entry_nearly_as_likely_is_no_option():
    key = entry_of("rate-too-high")
    weak = make_entry("near", ["loss-oscillates", "loss-climbs", sign("other")], [])
    shown = [key.signs[0], key.signs[1], sign("updates-are-large", frequency=1)]
    assert not is_surely_wrong(make_entry("key", shown, []), weak, shown)


def test_an_entry_that_a_symptom_names_is_no_option():
    key = make_entry("key", ["overfitting-on-one-batch", "b", "c"], [])
    assert not is_surely_wrong(key, entry_of("overfitting"), key.signs)
    assert not is_surely_wrong(
        make_entry("key", ["b"], [], relatives=frozenset({"nan-loss"})), entry_of("nan-loss"), ()
    )


def test_symptoms_that_name_the_entry_are_not_shown():
    key = make_entry("loss-spikes", ["loss-spikes", "a", "b", "c"], [])
    draft = by_symptoms(key, six(), FixedChance())
    assert draft.shown == ("A", "B", "C")


def test_symptoms_that_exclude_one_another_are_not_shown_together():
    falls, climbs = (Sign(name, name, 4, 5, 0.05, facet="course") for name in ("falls", "climbs"))
    key = make_entry("key", [falls, climbs, "b", "c"], [])
    assert not {"falls", "climbs"} <= set(by_symptoms(key, six(), FixedChance()).shown)
    assert by_symptoms(make_entry("key", [falls, climbs, "b"], []), six(), FixedChance()) is None


def test_symptoms_that_are_rarely_seen_are_not_shown():
    key = make_entry("key", [sign("rare", frequency=1, evoking=5), "a", "b", "c"], [])
    assert by_symptoms(key, six(), FixedChance()).shown == ("A", "B", "C")


def test_options_that_explain_a_part_are_taken_first():
    far = make_entry("far", ["x"], [], chapter="far")
    near = make_entry("near", ["a"], [], chapter="far")
    key = make_entry("key", ["a", "b", "c"], [])
    assert closest(key, [far, near], FixedChance(), key.signs) == [near, far]


def test_too_few_symptoms_make_no_question():
    assert by_symptoms(make_entry("key", ["a", "b"], []), six(), FixedChance()) is None


# term to fix


def test_only_fixes_of_the_cause_are_asked_for():
    key = make_entry("key", [], ["Root fix"])
    key = make_entry(
        "key", [], [], remedies=(Remedy("Stop the run", "stopgap", "", ""), *key.remedies)
    )
    assert by_fix(key, six(), FixedChance()).right.text == "Root fix"
    assert by_fix(make_entry("key", [], []), six(), FixedChance()) is None


def test_a_fix_that_names_the_failure_is_not_asked_for():
    assert (
        by_fix(
            make_entry("loss-spikes", [], ["Remove the spikes of the loss"]), six(), FixedChance()
        )
        is None
    )


@pytest.mark.parametrize(
    "title",
    [
        "Divide the steps by ten",  # the same in other words
        "Edit one line",  # what the text of the fix says as well
        "Lower a rate that is too high",  # names the key
        "Stop the other failure",  # names its own entry
    ],
)
def test_a_fix_that_may_help_is_no_option(title):
    key = entry_of("rate-too-high")
    assert fixes_that_do_not_help(key, make_entry("other-failure", [], [title])) == []


def test_a_fix_of_something_else_is_an_option():
    key = entry_of("rate-too-high")
    other = make_entry("other-failure", [], ["Gather more examples"])
    assert [remedy.title for remedy in fixes_that_do_not_help(key, other)] == [
        "Gather more examples"
    ]
    cause = make_entry("rate-too-high", [], [], relatives=frozenset({"other-failure"}))
    assert fixes_that_do_not_help(cause, other) == []


def test_two_options_that_read_the_same_make_no_question():
    entries = [make_entry(f"case-{number}", [], ["Do the same"]) for number in range(5)]
    entries[0] = make_entry("case-0", [], ["Quite another thing"])
    assert [q for q in make_quiz(entries, ["term-to-fix"], 1) if q.entry == "case-0"] == []


# evidence and explanations


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


def test_explanations_say_what_would_be_seen():
    high, low, nan = entry_of("rate-too-high"), entry_of("rate-too-low"), entry_of("nan-loss")
    told = explain.other_term(high, low, high.signs[:2])
    assert "“Loss oscillates” speaks against it." in told
    assert "It does not explain “Loss climbs”." in told
    assert "There the fall is smooth and slow." in told
    assert (
        explain.other_term(high, nan)
        == "If it were Nan loss, one would see “Loss not finite” (usually)."
    )
    assert explain.other_fix(high, nan).startswith("This is a fix for Nan loss. If it were")
    assert (
        explain.would_be_seen(nan, make_entry("x", ["norm-rises"], []))
        == make_entry("x", [], []).summary
    )
    assert "“Loss oscillates” is usually seen and “Loss climbs” is" in explain.key_by_symptoms(
        high, high.signs[:2]
    )


def test_every_kind_has_a_maker():
    assert set(MAKERS) == set(KINDS)
