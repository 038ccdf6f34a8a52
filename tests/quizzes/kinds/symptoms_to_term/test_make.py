import itertools

from quizzes.evidence import MARGIN, explains_all, supports
from quizzes.kinds.symptoms_to_term.make import draft, make, surely_wrong, why_key
from quizzes.records import Bank, Sign
from tests.quizzes.entries import FixedChance, bank_with, entry_of, make_entry, sign, six


def test_no_wrong_option_explains_all_that_is_shown():
    bank = Bank(tuple(six()))
    for key in six():
        drafted = draft(key, bank, FixedChance())
        shown = [
            next(sign for sign in key.signs if sign.statement == text) for text in drafted.shown
        ]
        support = supports(bank, shown)
        for option in drafted.wrong:
            assert not explains_all(entry_of(option.entry), shown)
            assert support[key.slug] - support[option.entry] >= MARGIN


def wrong_slugs(key, others, shown):
    return {entry.slug for entry in surely_wrong(key, Bank((key, *others)), shown)}


def test_a_look_alike_with_all_the_symptoms_is_no_option():
    key = entry_of("rate-too-high")
    twin = make_entry(
        "twin", ["loss-oscillates", "loss-climbs", "updates-are-large", "norm-rises", "more"], []
    )
    for shown in itertools.combinations(key.signs, 3):
        assert wrong_slugs(key, [twin, entry_of("overfitting")], shown) == {"overfitting"}


def test_an_entry_nearly_as_likely_is_no_option():
    shown = [sign("loss-oscillates"), sign("loss-climbs"), sign("updates-are-large", frequency=1)]
    near = make_entry("near", ["loss-oscillates", "loss-climbs", sign("other")], [])
    assert wrong_slugs(make_entry("key", shown, []), [near], shown) == set()


def test_an_entry_is_an_option_where_the_margin_is_clear():
    shown = [sign("loss-oscillates"), sign("loss-climbs"), sign("updates-are-large", frequency=5)]
    far = make_entry("far", ["loss-oscillates", "loss-climbs", sign("other")], [])
    assert wrong_slugs(make_entry("key", shown, []), [far], shown) == {"far"}


def test_an_entry_that_a_symptom_names_is_no_option():
    key = make_entry("key", ["overfitting-on-one-batch", "b", "c"], [])
    assert wrong_slugs(key, [entry_of("overfitting")], key.signs) == set()


def test_a_relative_is_no_option():
    key = make_entry("key", ["a", "b", "c"], [], relatives=frozenset({"nan-loss"}))
    assert wrong_slugs(key, [entry_of("nan-loss")], key.signs) == set()


def test_symptoms_that_name_the_entry_are_not_shown():
    key = make_entry("loss-spikes", ["loss-spikes", "a", "b", "c"], [])
    assert draft(key, bank_with(key), FixedChance()).shown == ("A", "B", "C")


def test_symptoms_that_exclude_one_another_are_not_shown_together():
    falls, climbs = (Sign(name, name, 4, 5, 0.05, facet="course") for name in ("falls", "climbs"))
    key = make_entry("key", [falls, climbs, "b", "c"], [])
    short = make_entry("key", [falls, climbs, "b"], [])

    assert not {"falls", "climbs"} <= set(draft(key, bank_with(key), FixedChance()).shown)
    assert draft(short, bank_with(short), FixedChance()) is None


def test_symptoms_that_are_rarely_seen_are_not_shown():
    key = make_entry("key", [sign("rare", frequency=1, evoking=5), "a", "b", "c"], [])
    assert draft(key, bank_with(key), FixedChance()).shown == ("A", "B", "C")


def test_too_few_symptoms_make_no_question():
    key = make_entry("key", ["a", "b"], [])
    assert make(key, bank_with(key), FixedChance()) is None


def test_the_explanation_says_how_often_the_symptoms_are_seen():
    high = entry_of("rate-too-high")
    assert "“Loss oscillates” is usually seen and “Loss climbs” is" in why_key(high.signs[:2])
