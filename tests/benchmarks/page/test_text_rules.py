from benchmarks.answered import Answered
from benchmarks.code import Pair
from benchmarks.items import HEALTHY, Item
from benchmarks.page.text_rules import code_rules, message_rules
from content.accuracy import RuleRate
from engine.observe.code.findings import CodeFinding
from engine.observe.log.messages import Message
from engine.observe.log.tables import SIGNATURES
from engine.read import Inputs


def finding(rule, entry):
    return CodeFinding(rule, entry, 0.9, "bad.py", 1, "x = 1", "It is wrong.")


def message(signature, entry):
    return Message(signature, 1, "a line", "it failed", "Look.", "root", "failure", entry=entry)


def answer(name, label, *messages, kind="logs"):
    item = Item(name, kind, "log", label, frozenset({label}), Inputs(log="x"))
    return Answered(item, "failure", (label,), (), 0.5, item.accepted, messages)


def rate(rule, faulty, right, healthy):
    return RuleRate(rule=rule, is_note=False, faulty=faulty, right=right, healthy=healthy)


def test_a_rule_over_code_is_right_in_the_program_of_its_own_entry():
    found = finding("deep-sigmoids", "vanishing-gradients")
    counted = code_rules(
        [
            Pair("vanishing-gradients", (found, found), ()),
            Pair("unsuitable-activation", (found,), ()),
            Pair("overfitting", (), (found,)),
        ]
    )

    assert counted.rules == [rate("deep-sigmoids", 2, 1, 1)]
    assert (counted.failing, counted.fine) == (3, 3)
    assert counted.silent > 0


def test_a_message_is_right_where_its_entry_is_a_label():
    out_of_memory = message("cuda-out-of-memory", "gpu-out-of-memory")
    counted = message_rules(
        {
            "logs": [
                answer("a", "gpu-out-of-memory", out_of_memory, out_of_memory),
                answer("b", "nan-loss", out_of_memory),
                answer("c", HEALTHY, out_of_memory),
                answer("d", HEALTHY),
            ]
        }
    )

    assert counted.rules == [rate("cuda-out-of-memory", 2, 1, 1)]
    assert (counted.failing, counted.fine) == (2, 2)
    assert counted.silent == len({row.name for row in SIGNATURES}) - 1


def test_an_item_of_two_sets_counts_once():
    row = answer("a", "nan-loss", message("trainer-loss-nan", "nan-loss"))
    counted = message_rules(
        {"fresh": [row], "pairs": [row], "reports": [answer("a", HEALTHY, kind="reports")]}
    )

    assert counted.rules == [rate("trainer-loss-nan", 1, 1, 0)]
    assert (counted.failing, counted.fine) == (1, 1)
