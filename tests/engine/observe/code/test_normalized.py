import pytest

from engine.observe.code.normalized import normalized_otherwise
from engine.read.code.code import code_of
from engine.run import Snippet

IMAGENET = "[0.485, 0.456, 0.406], [0.229, 0.224, 0.225]"
NAMED = "mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]"
ALIKE = {
    "by names": (IMAGENET, NAMED),
    "by constants": (IMAGENET, "MEAN, STD"),
    "a number for all channels": ("0.5, 0.5", "(0.5, 0.5, 0.5), (0.5, 0.5, 0.5)"),
    "a repeated list": ("[0.5] * 3, [0.5] * 3", "(0.5, 0.5, 0.5), (0.5, 0.5, 0.5)"),
    "numbers that are not shown": (IMAGENET, "*stats"),
}
OTHER = {
    "another mean": ("(0.5,), (0.5,)", "(0.1307,), (0.5,)"),
    "another deviation": ("(0.5,), (0.5,)", "(0.5,), (0.3081,)"),
    "another channel": ("0.5, 0.5", "(0.5, 0.5, 0.4), (0.5, 0.5, 0.5)"),
    "constants": ("0.5, 0.5", "MEAN, STD"),
    "a deviation alone is known": ("means, 0.5", "other, 0.2"),
}
CONSTANTS = """
MEAN = [0.485, 0.456, 0.406]
STD = [0.229, 0.224, 0.225]
"""


def lines(text):
    code = code_of([Snippet("paste", 1, text)])
    return [code.quoted(call) for call in normalized_otherwise(code)]


def pair(train, test):
    return (
        f"{CONSTANTS}train_tf = T.Compose([T.ToTensor(), T.Normalize({train})])\n"
        f"test_tf = T.Compose([T.Resize(9), T.ToTensor(), T.Normalize({test})])\n"
    )


@pytest.mark.parametrize("kind", ALIKE)
def test_the_same_numbers_are_alike(kind):
    assert lines(pair(*ALIKE[kind])) == []


@pytest.mark.parametrize("kind", OTHER)
def test_other_numbers_differ(kind):
    [line] = lines(pair(*OTHER[kind]))

    assert line.startswith("test_tf")


def test_a_named_step_is_followed():
    shared = "norm = T.Normalize((0.5,), (0.5,))\ntrain_tf = T.Compose([T.ToTensor(), norm])\n"

    assert lines(f"{shared}test_tf = T.Compose([T.ToTensor(), T.Normalize((0.5,), (0.5,))])") == []
    assert lines(f"{shared}test_tf = T.Compose([T.ToTensor()])") != []


@pytest.mark.parametrize(
    "steps",
    ["[T.ToTensor(), *shared]", "make_steps(T.ToTensor())", "[T.ToTensor(), norm]"],
)
def test_steps_that_are_not_shown_may_be_the_same(steps):
    train = "train_tf = T.Compose([T.ToTensor(), T.Normalize((0.5,), (0.5,))])\n"

    assert lines(f"{train}test_tf = T.Compose({steps})") == []


def test_a_number_that_is_made_of_itself_is_not_known():
    text = (
        "class A:\n"
        "    def f(self):\n"
        "        self.m = self.m * 3\n"
        "        train_tf = T.Compose([T.ToTensor(), T.Normalize(self.m, 0.5)])\n"
        "        test_tf = T.Compose([T.ToTensor(), T.Normalize(0.1, 0.5)])\n"
    )

    assert lines(text) == []


def test_several_pipelines_of_training_are_not_compared():
    train = "train_tf = T.Compose([T.ToTensor(), T.Normalize((0.5,), (0.5,))])\n"

    assert lines(f"{train}train_weak = T.Compose(steps)\ntest_tf = T.Compose([T.ToTensor()])") == []
