"""A distributed sampler is never told the epoch, so every epoch has the same order."""

from __future__ import annotations

from ast import Assign, Call, Name
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.observe.code.training import backward_passes, is_held_out
from engine.read.code.code import Code
from engine.read.code.names import argument, dotted, is_false

SOURCE = "https://docs.pytorch.org/docs/stable/data.html"
_ELSEWHERE = frozenset({"Trainer", "LightningModule", "Accelerator", "Fabric", "set_epoch"})
_LEAST_LOOPS = 2  # over epochs and over batches
_SENTENCE = (
    "`set_epoch` is never called on the sampler, so each epoch repeats the order of the first."
)


def find(code: Code) -> Iterator[Found]:
    program = code
    if not program.names.isdisjoint(_ELSEWHERE):
        return
    if not program.whole and "set_epoch" in "\n".join(program.lines.values()):
        return
    if not _has_epochs(code):
        return
    for call in program.calls_of("DistributedSampler"):
        if is_false(argument(call, "shuffle", 3)) or not _is_for_training(code, call):
            continue
        yield Found(call, _SENTENCE, LIKELY)


def _has_epochs(code: Code) -> bool:
    """Return whether a loop over epochs around the training steps is in the text, whole."""
    for backward in backward_passes(code):
        loops = code.loops(backward)
        if len(loops) >= _LEAST_LOOPS and not code.is_elided(loops[-1]):
            return True
    return False


def _is_for_training(
    code: Code,
    call: Call,
) -> bool:
    statement = code.statement(call)
    if not isinstance(statement, Assign):
        return True
    name = dotted(statement.targets[0])
    given = call.args[0] if call.args else argument(call, "dataset")
    return not is_held_out(Name(name)) and not is_held_out(given)


RULE = Rule("sampler-epoch-not-set", "data-not-shuffled", find)
