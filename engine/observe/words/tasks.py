"""The task that a text is about, as far as its losses are no measure of progress there.

A value loss rises with the returns that it predicts, and the loss of a generator with the strength
of its opponent.
"""

from __future__ import annotations

import re

from engine.observe.measures.task import GAN, REINFORCEMENT
from engine.observe.words.plain import plain

_NAMES = {
    REINFORCEMENT: r"reinforcement learning|rl (?:agents?|task|policy|env\w{0,8})"
    r"|(?:dqn|ddqn)s?|ddpg|td3|sac|ppo2?|trpo|a2c|a3c|q-?learning|q-?networks?|actor[ -]critic"
    r"|policy gradients?|td[ -]?(?:error|loss)|critic|replay (?:buffer|memory)|openai gym"
    r"|gymnasium",
    GAN: r"(?:w|dc|c|ac|ls|sn|sr|esr|vq|pro|big|info|star|style|cycle|hifi-?)?gans?(?:-gp)?"
    r"|discriminators?|generative adversarial",
}
_BY_TASK = {task: re.compile(rf"\b(?:{names})\b") for task, names in _NAMES.items()}


def told_task(text: str) -> str:
    """Return the first of these tasks that an English text names, empty without one."""
    spelled = plain(text)
    named = (task for task, names in _BY_TASK.items() if names.search(spelled))
    return next(named, "")
