"""A schedule is counted in epochs and stepped per batch, or the other way round."""

from __future__ import annotations

from ast import BinOp, Call, For, Lambda, Mult, Sub, While, expr
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, SURE, Found, Rule
from engine.observe.code.tables import shape
from engine.observe.code.training import backward_passes, loop_of_step, updates_in
from engine.read.code.code import Code
from engine.read.code.names import argument, called, dotted, receiver
from engine.read.code.program import Loop, calls_in, descendants

SOURCE = "https://docs.pytorch.org/docs/stable/optim.html"
# Schedules with a total, and the argument that gives it.
_TOTALS = {
    "CosineAnnealingLR": "T_max",
    "LinearLR": "total_iters",
    "PolynomialLR": "total_iters",
    "OneCycleLR": "total_steps",
    "get_linear_schedule_with_warmup": "num_training_steps",
    "get_cosine_schedule_with_warmup": "num_training_steps",
    "get_polynomial_decay_schedule_with_warmup": "num_training_steps",
}
_PLACES = {"CosineAnnealingLR": 1, "OneCycleLR": 2, "LinearLR": 3, "PolynomialLR": 1}
_BACK_UP = "CosineAnnealingLR"  # goes up again after its total, which may be meant
_DECAYS = {"StepLR": "step_size", "ExponentialLR": ""}
_FEW = 60  # a decay after so few batches is counted in epochs
_EPOCHS = "The schedule is counted in epochs and stepped after every batch."
_ONE_EPOCH = "The schedule ends after one epoch, and the rate is at its end for all later ones."
_BATCHES = (
    "The schedule is counted in batches and stepped once per epoch, so the rate hardly moves."
)


def find(code: Code) -> Iterator[Found]:
    for step in code.calls_of("step"):
        made = code.resolved(receiver(step))
        if not isinstance(made, Call):
            continue
        loops = code.loops(step)
        inner, outer = _loops_of_training(code)
        if inner is None or outer is None or not loops:
            continue
        is_per_batch = loops[0] is inner
        sentence = ""
        if is_per_batch and loops[-1] is outer and inner is not outer:
            sentence = _per_batch(code, made, outer, inner)
        elif loops[0] is outer and inner is not outer:
            sentence = _per_epoch(code, made)
        if sentence:
            certainty = SURE if sentence == _EPOCHS else LIKELY
            yield Found(
                made,
                sentence,
                certainty,
            )


def _loops_of_training(code: Code) -> tuple[Loop | None, Loop | None]:
    """Return the loop over batches and the loop over epochs around it."""
    for backward in backward_passes(code):
        inner = loop_of_step(code, backward)
        loops = code.loops(backward)
        is_over_data = isinstance(inner, For) and called(inner.iter) != "range"
        if is_over_data and len(loops) > 1 and updates_in(code, loops[-1]):
            return inner, loops[-1]
    return None, None


def _per_batch(
    code: Code,
    made: Call,
    outer: Loop,
    inner: Loop,
) -> str:
    name = called(made)
    if name in _TOTALS:
        total = argument(made, _TOTALS[name], _PLACES.get(name, -1))
        if total is not None and _is_epochs(code, total, outer):
            return _EPOCHS
        is_one = total is not None and _is_one_epoch(code, total)
        return _ONE_EPOCH if is_one and name != _BACK_UP and _has_epochs(code, outer) else ""
    if name == "StepLR":
        size = code.number(
            argument(
                made,
                "step_size",
                1,
            )
        )
        return _EPOCHS if size is not None and size < _FEW else ""
    if name == "LambdaLR" and _has_epochs(code, outer) and _falls_to_total(code, made):
        return _ONE_EPOCH
    return ""


def _is_epochs(
    code: Code,
    total: expr,
    outer: Loop,
) -> bool:
    """Return whether a total is the number of passes of the loop over epochs."""
    if isinstance(outer, While) or called(outer.iter) != "range":
        return False
    bounds = outer.iter.args if isinstance(outer.iter, Call) else []
    if not bounds:
        return False
    return any(shape(total) == shape(bound) for bound in (bounds[-1], *bounds[1:2]))


def _has_epochs(
    code: Code,
    outer: Loop,
) -> bool:
    """Return whether the outer loop runs more than once."""
    if isinstance(outer, While):
        return False
    count = code.length(outer.iter)
    is_range = called(outer.iter) in ("range", "trange")
    return count > 1 if count is not None else is_range


def _is_one_epoch(
    code: Code,
    total: expr,
) -> bool:
    """Return whether a total is the number of batches of one epoch: `len(loader)`."""
    value = code.resolved(total)
    if called(value) != "len" or not isinstance(value, Call) or not value.args:
        return False
    return "loader" in dotted(value.args[0]).lower()


def _falls_to_total(
    code: Code,
    made: Call,
) -> bool:
    """Return whether a function of the step falls to 0 where `total - step` does."""
    given = argument(
        made,
        "lr_lambda",
        1,
    )
    if not isinstance(given, Lambda) or not given.args.args:
        return False
    step = given.args.args[0].arg
    for node in descendants(given.body):
        if not isinstance(node, BinOp) or not isinstance(node.op, Sub):
            continue
        if dotted(node.right) == step and _is_one_epoch(code, node.left):
            return True
    return False


def _per_epoch(
    code: Code,
    made: Call,
) -> str:
    name = called(made)
    if name not in _TOTALS:
        return ""
    if argument(made, "steps_per_epoch") is not None:
        return _BATCHES
    total = argument(
        made,
        _TOTALS[name],
        _PLACES.get(name, -1),
    )
    value = code.resolved(total)
    if not isinstance(value, BinOp) or not isinstance(value.op, Mult):
        return ""
    lengths = list(calls_in(value, "len"))
    is_of_loader = any("loader" in dotted(each.args[0]).lower() for each in lengths if each.args)
    return _BATCHES if is_of_loader else ""


RULE = Rule(
    "schedule-counted-otherwise",
    "bad-lr-schedule",
    find,
)
