"""Scaled pixels are turned back into integers, which leaves 0 and 1."""

from __future__ import annotations

from ast import Assign, Attribute, BinOp, Call, Div, FloorDiv, Name
from collections.abc import Iterator

from engine.observe.code.rule import LIKELY, SURE, Found, Rule
from engine.read.code.code import Code
from engine.read.code.names import argument, called, dotted, literal, receiver, root
from engine.read.code.values import text_of

_LARGEST_PIXELS = (255.0, 256.0, 127.5, 65535.0)
_BY_TYPE = ("to", "astype", "type", "cast", "array", "asarray", "as_tensor", "tensor")
_BY_NAME = ("byte", "int", "long", "short")
_INTEGERS = frozenset(
    {
        "uint8", "int8", "int16", "int32", "int64", "int", "long", "byte", "int_", "ByteTensor",
        "LongTensor",
    }
)  # fmt: skip
_SENTENCE = "The values lie between 0 and 1 after the division, and an integer type cuts them to 0."
_FLOOR = "`//` cuts the result to whole numbers, so nearly all pixels become 0."


def find(code: Code) -> Iterator[Found]:
    for call in code.calls_of(*_BY_TYPE, *_BY_NAME):
        divided = _divided(code, call)
        if divided is None:
            continue
        kind = _kind(code, call)
        if kind in _INTEGERS:
            yield Found(
                call,
                _SENTENCE,
                SURE,
            )
        elif kind == "own" and _is_of_bytes(code):
            yield Found(
                call,
                _SENTENCE,
                LIKELY,
            )
    for node in code.of(BinOp):
        is_cut = isinstance(node.op, FloorDiv) and literal(node.right) in (255, 255.0)
        if is_cut and _is_of_pixels(code, node):
            yield Found(
                node,
                _FLOOR,
                LIKELY,
            )


def _divided(
    code: Code,
    call: Call,
) -> BinOp | None:
    """Return the division whose result is cast: `(image / 255).astype(...)`."""
    target = receiver(call)
    is_module = isinstance(target, Name) and target.id in ("np", "torch", "tf", "numpy")
    value = target if target is not None and not is_module else None
    if value is None and call.args and called(call) not in _BY_NAME:
        value = call.args[0]
    if not isinstance(value, BinOp) or not isinstance(value.op, Div):
        return None
    number = code.number(value.right)
    return value if number in _LARGEST_PIXELS else None


def _kind(
    code: Code,
    call: Call,
) -> str:
    """Return the type of a cast; `own` for the type that the values had before."""
    if called(call) in _BY_NAME:
        return called(call)
    is_method = called(call) in ("to", "astype", "type")
    place = 0 if is_method else 1
    given = argument(
        call,
        "dtype",
        place,
    )
    if isinstance(given, Attribute) and given.attr == "dtype":
        divided = _divided(code, call)
        is_same = divided is not None and root(given) == root(divided.left)
        return "own" if is_same else ""
    return text_of(given) or dotted(given).rpartition(".")[2]


def _is_of_bytes(code: Code) -> bool:
    """Return whether the program has images of bytes at all."""
    return not code.names.isdisjoint({"uint8", "byte", "ByteTensor", "imread", "read_image"})


def _is_of_pixels(
    code: Code,
    node: BinOp,
) -> bool:
    """Return whether the result is assigned back to images, not used as a count."""
    statement = code.statement(node)
    name = root(node.left).lower()
    is_kept = isinstance(statement, Assign) and statement.value is node
    return is_kept and any(word in name for word in ("x", "image", "img", "pixel", "train", "test"))


RULE = Rule(
    "integers-after-scaling",
    "broken-preprocessing",
    find,
)
