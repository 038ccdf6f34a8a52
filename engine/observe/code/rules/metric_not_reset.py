"""A metric collects the batches of all epochs, since it is never reset."""

from __future__ import annotations

from ast import Call
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import called, dotted, receiver
from engine.read.code.program import Loop, calls_in

SOURCE = "https://lightning.ai/docs/torchmetrics/stable/pages/overview.html"
_LIGHTNING = frozenset({"LightningModule", "log_dict", "MetricCollection"})
_LEAST_LOOPS = 2
_SENTENCE = "The metric is never reset, so it mixes the batches of all epochs so far."


def find(code: Code) -> Iterator[Found]:
    if not code.names.isdisjoint(_LIGHTNING):
        return
    for update in code.calls_of("update", "update_state"):
        name = dotted(receiver(update))
        loops = code.loops(update)
        if not name or len(loops) < _LEAST_LOOPS or code.is_elided(loops[-1]):
            continue
        epochs = loops[-1]
        is_kept = _is_made_outside(code, name, epochs) and _is_computed(epochs, name)
        if is_kept and not _is_reset(code, name, epochs):
            yield Found(
                update,
                _SENTENCE,
                LIKELY,
            )


def _is_made_outside(
    code: Code,
    name: str,
    loop: Loop,
) -> bool:
    """Return whether the metric is an object that is made once, before the loop over epochs."""
    every = code.all_of(code.scope(loop), name)
    every = every or code.all_of(None, name)
    made = [each for each in every if isinstance(each.value, Call)]
    if len(every) != 1 or not made:
        return False
    return not code.is_within(every[0].statement, loop)


def _is_computed(
    loop: Loop,
    name: str,
) -> bool:
    """Return whether its value is asked for in the loop, below the update."""
    computed = [dotted(receiver(call)) for call in calls_in(loop, "compute", "result")]
    return name in computed


def _is_reset(
    code: Code,
    name: str,
    loop: Loop,
) -> bool:
    for call in calls_in(loop):
        is_own = dotted(receiver(call)) == name
        if is_own and ("reset" in called(call) or called(call) in ("clear", "__init__")):
            return True
        if name in map(dotted, call.args) and called(call) in code.functions:
            return True
    return False


RULE = Rule(
    "metric-not-reset",
    "metric-implementation-bug",
    find,
)
