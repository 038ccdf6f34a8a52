import pytest

from engine.observe.measures.task import has_no_guess, has_no_task_loss, task_of
from tests.engine.cases import case, healthy
from tests.together import together

CURVE = (1.0, 0.5)


@together(
    "curves, task",
    [
        (("reward", "value_loss"), "reinforcement_learning"),
        (("episode_length", "train_loss"), "reinforcement_learning"),
        (("policy_objective", "kl"), "reinforcement_learning"),
        (("policy_loss", "value_loss"), "reinforcement_learning"),
        (("rewards_chosen", "rewards_rejected", "train_loss"), "preference"),
        (("d_loss", "g_loss"), "gan"),
        (("train_loss", "recon_loss", "kl"), "vae"),
        (("train_box_loss", "train_cls_loss"), "detection"),
        (("loss_giou_loss", "train_loss"), "detection"),
    ],
)
def test_a_task_is_recognized_by_its_curves(curves, task):
    run = case(**dict.fromkeys(curves, CURVE))

    assert task_of(run) == task
    assert has_no_task_loss(run) == (task in {"gan", "reinforcement_learning"})
    assert has_no_guess(run)


@pytest.mark.parametrize(
    ("stated", "task"),
    [
        ("reinforcement learning", "reinforcement_learning"),
        ("Reinforcement-Learning", "reinforcement_learning"),
        ("object_detection", "detection"),
        ("conditional gan", "gan"),
        ("classification", "classification"),
        ("elegance", "elegance"),
    ],
)
def test_a_stated_task_comes_before_the_curves(stated, task):
    assert task_of(case({"task": stated}, recon_loss=[1.0, 0.5], kl=[1.0, 0.5])) == task


@pytest.mark.parametrize("curves", [("d_loss",), ("kl",), ("train_loss", "val_loss")])
def test_one_curve_of_a_pair_names_no_task(curves):
    run = case(**dict.fromkeys(curves, CURVE))

    assert task_of(run) == ""
    assert not has_no_task_loss(run)
    assert not has_no_guess(run)


def test_a_classifier_has_a_guess():
    assert not has_no_guess(healthy())
