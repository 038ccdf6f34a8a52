import pytest

from engine.observe.measures.task import GAN, REINFORCEMENT
from engine.observe.words.tasks import told_task


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("A dueling DDQN on Breakout", REINFORCEMENT),
        ("PPO, the reward does not rise", REINFORCEMENT),
        ("My WGAN on faces", GAN),
        ("the discriminator wins at once", GAN),
        ("An organ segmentation with a U-Net", ""),
        ("My agent asks the LLM", ""),
        ("", ""),
    ],
)
def test_a_task_is_told_by_its_methods(text, task):
    assert told_task(text) == task
