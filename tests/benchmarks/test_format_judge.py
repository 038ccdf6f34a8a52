"""Judging hand-made answers to hand-made rows, right ones and wrong ones."""

import numpy as np
import pytest

from benchmarks import format_judge
from benchmarks.format_judge import Answer, answer_of, answer_to, is_found, is_same, judge
from benchmarks.format_rows import Expected, Row
from engine.read import Inputs, NamedFile
from engine.run import Case, ReadAs
from tests.engine.content import real_knowledge
from tests.together import together

PUBLISHED = {"overfitting", "nan-loss"}
CURVES = {"train_loss": {40}, "val_loss": {40}}
LOG = b"".join(b"epoch %d: loss: %.3f\n" % (epoch, 1 / epoch) for epoch in range(1, 13))


def row(label="healthy", acceptable=(), series=("train_loss:40", "val_loss:40"), settings=()):
    pairs = [text.split(":") for text in series]
    expected = [Expected(tuple(names.split("|")), (int(count),)) for names, count in pairs]
    return Row(("a.log",), "a log", tuple(expected), tuple(settings), label, frozenset(acceptable))


def answer(verdict="healthy", ranked=(), reported=(), **fields):
    fields = {"formats": ("console",), "counts": CURVES, **fields}
    return Answer(verdict=verdict, ranked=ranked, reported=reported, **fields)


def failure(*ranked, **fields):
    return answer("failure", ranked, ranked[:1], **fields)


def rightness(asked, given):
    judgement = judge(asked, given, PUBLISHED)
    return judgement.is_right, judgement.is_among_first


@together(
    "count, wanted, found",
    [
        (12, (12,), True),
        (13, (12,), True),
        (14, (12,), False),
        (309, (300,), True),
        (310, (300,), False),
        (48, (12, 48), True),
        (7, (), True),
        (0, (), False),
        (0, (1,), False),
    ],
)
def test_count_may_differ_by_one_point_or_three_percent(count, wanted, found):
    assert is_found(Expected(("val_loss",), wanted), {"val_loss": {count}}) is found


def test_either_name_is_found_and_no_other():
    expected = Expected(("val_loss", "test_loss"), (12,))

    assert is_found(expected, {"test_loss": {12}})
    assert not is_found(expected, {"train_loss": {12}})


@together(
    "text, value, same",
    [
        ("0.0003", 3e-4, True),
        ("1e-3", "0.001", True),
        ("64", 64.0, True),
        ("64", 65.0, False),
        ("adamw", "AdamW", True),
        ("adamw", "adam", False),
        ("true", True, True),
        ("1", True, False),
        ("64", (64.0,), False),
    ],
)
def test_settings_are_compared_as_numbers_or_words(text, value, same):
    assert is_same(text, value) is same


def test_all_inputs_of_a_request_count_together():
    case = Case(
        read_as=(
            ReadAs("a.log", "console", {"train_loss": 12}),
            ReadAs("b.log", "console", {"train_loss": 8, "lr": 8}),
            ReadAs("c.yaml", "config", {}),
        )
    )

    read = answer_of(case)

    assert read.formats == ("console", "config")
    assert read.counts == {"train_loss": {8, 12, 20}, "lr": {8}}


def test_missing_curve_is_read_but_not_exact():
    judgement = judge(row(), answer(counts={"train_loss": {40}}), PUBLISHED)

    assert judgement.is_read
    assert not judgement.is_exact
    assert [str(each) for each in judgement.missing] == ["val_loss:40"]


def test_row_of_which_no_curve_is_found_is_wrong_throughout():
    judgement = judge(row(), answer(counts={"loss": {40}}), PUBLISHED)

    assert (judgement.is_read, judgement.is_exact) == (False, False)
    assert (judgement.is_right, judgement.is_among_first) == (False, False)


@pytest.mark.parametrize(
    ("fields", "read"),
    [
        ({"formats": ("plain-log",)}, False),
        ({"formats": ("plain-log",), "config": {"depth": 3}}, True),
        ({"formats": ("json-config",)}, True),
        ({"formats": ("json-config",), "error": "ValueError: no"}, False),
        ({"formats": ()}, False),
    ],
)
def test_row_without_curves_is_read_by_its_format_or_settings(fields, read):
    judgement = judge(row("undecided", series=()), answer(counts={}, **fields), PUBLISHED)

    assert (judgement.is_read, judgement.is_exact) == (read, read)


def test_settings_that_differ_are_listed():
    asked = row(settings=[("learning_rate", "0.1"), ("epochs", "40")])

    judgement = judge(asked, answer(config={"learning_rate": 0.1, "epochs": 4}), PUBLISHED)

    assert judgement.unset == (("epochs", "40"),)


@together(
    "asked, given, right",
    [
        (row(), answer("healthy"), True),
        (row(), answer("normal"), True),
        (row(), answer("undecided"), False),
        (row(acceptable=["undecided"]), answer("no-run"), True),
        (row("undecided"), answer("undecided"), True),
        (row("undecided"), answer("no-run"), True),
        (row("undecided"), answer("not-covered"), True),
        (row("undecided"), answer("healthy"), False),
        (row("overfitting"), answer("healthy"), False),
        (row("overfitting"), answer("not-covered"), False),
        (row("overfitting", ["healthy"]), answer("healthy"), True),
        (row("unwritten"), answer("not-covered"), True),
    ],
)
def test_verdict_is_right_by_label_and_what_is_acceptable(asked, given, right):
    assert judge(asked, given, PUBLISHED).is_right is right


@together(
    "asked, given, right",
    [
        (row("overfitting"), failure("overfitting"), (True, True)),
        (row("overfitting"), failure("a", "b", "overfitting"), (True, True)),
        (row("overfitting"), failure("a", "b", "c", "overfitting"), (True, False)),
        (row("overfitting", ["nan-loss"]), failure("nan-loss"), (True, True)),
        (row("overfitting"), answer("undecided", ("overfitting",)), (False, True)),
        (row("unwritten"), failure("nan-loss"), (True, False)),
        (row("unwritten"), answer("not-covered", ("nan-loss",)), (True, True)),
        (row(), answer("healthy", ("nan-loss",)), (True, True)),
        (row(), failure("nan-loss"), (False, False)),
        (row("undecided", ["nan-loss"]), failure("nan-loss"), (True, True)),
        (row("undecided", ["nan-loss"]), failure("overfitting"), (True, False)),
    ],
)
def test_right_slug_stands_among_the_first_three(asked, given, right):
    assert rightness(asked, given) == right


def test_refusal_is_right_only_where_it_is_acceptable():
    refused = Answer(error="a.log: is packed", is_refused=True)
    crashed = Answer(error="KeyError: 'a'")

    assert rightness(row(acceptable=["refused"]), refused) == (True, True)
    assert rightness(row(), refused) == (False, False)
    assert rightness(row(acceptable=["refused"]), crashed) == (False, False)


def test_failure_of_what_is_sound_is_a_false_alarm():
    alarmed = failure("nan-loss")

    assert judge(row(), alarmed, PUBLISHED).is_false_alarm
    assert judge(row("undecided"), alarmed, PUBLISHED).is_false_alarm
    assert not judge(row("overfitting"), alarmed, PUBLISHED).is_false_alarm
    assert not judge(row(), answer("healthy"), PUBLISHED).is_false_alarm


def test_healthy_needs_a_curve():
    assert judge(row(), answer("healthy", counts={}), PUBLISHED).is_healthy_unseen
    assert not judge(row(), answer("healthy"), PUBLISHED).is_healthy_unseen
    assert not judge(row(), answer("undecided", counts={}), PUBLISHED).is_healthy_unseen


def test_file_is_read_and_diagnosed():
    inputs = Inputs(files=(NamedFile("a.log", LOG),))

    read = answer_to(inputs, real_knowledge(), reading_only=True)
    diagnosed = answer_to(inputs, real_knowledge())

    assert (read.error, read.verdict, read.counts) == ("", "", {"train_loss": {12}})
    assert diagnosed.counts == read.counts
    assert diagnosed.verdict
    assert len(diagnosed.ranked) >= 3


def test_error_is_an_answer(monkeypatch):
    def fails(*_):
        raise KeyError("shape")

    packed = answer_to(Inputs(files=(NamedFile("a", b"\x00\x01" * 99),)), real_knowledge())
    monkeypatch.setattr(format_judge, "diagnose", fails)
    broken = answer_to(Inputs(metrics={"loss": list(np.ones(9))}), real_knowledge())

    assert packed.is_refused
    assert packed.error.startswith("a: ")
    assert (broken.is_refused, broken.error) == (False, "KeyError: 'shape'")
