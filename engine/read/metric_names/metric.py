"""A metric's name taken apart: the split, the quantity, the part or set, and how it was averaged.

One resolver for all readers: names of tools and users are put together of these parts, so a list of
whole names knows few of them. An unseen `eval_my_set_bleu` is a BLEU on validation data.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from engine.read.metric_names.quantities import (
    LONGEST_SPELLING,
    QUANTITIES,
    SPELLINGS,
    Quantity,
    Spelling,
)
from engine.read.metric_names.words import (
    SPLIT_WORDS,
    unglued,
    with_loader,
    words_of,
)

_LONGEST_REMEMBERED = 200  # characters: what is remembered is small

Grain = Literal["step", "epoch", "best", ""]

_STEP_WORDS = frozenset({"step", "steps", "batch", "iter", "iteration", "minibatch", "micro"})
_EPOCH_WORDS = frozenset({"epoch", "epochs"})
_BEST_WORDS = frozenset({"best", "max", "maximum", "min", "minimum", "lowest", "highest", "peak"})
# Words that say how a value was averaged or when, or that a logger puts in front of every name.
_FILLERS = frozenset(
    {
        "avg", "average", "mean", "running", "smoothed", "smooth", "ema", "value", "current", "cur",
        "total", "sum", "overall", "global", "metrics", "metric", "final", "last", "log", "logs",
        "hparam", "stats", "extra", "record", "custom", "monitor", "set", "on", "over", "at", "of",
        "the",
        "for", "is", "was", "data", "dataset", "split", "per", "full", "s", "all", "model", "perf",
        "performance", "curve", "history", "dataloader", "idx", "result",
        "results", "epochwise", "our", "new", "and", "in", "mini",
    }
)  # fmt: skip
_NEAREST_STEPS = 4  # of a path; loggers nest no deeper than that
# The spread of a quantity is none of its values, a reward for accuracy is a reward, and what a
# clock or a counter says of it (`Time-cost`, `loss_time`) is no value either.
_OTHER_WORDS = frozenset(
    {
        "std", "stdev", "stddev", "variance", "var", "sem", "reward", "rewards",
        "time", "seconds", "secs", "duration",
    }
)  # fmt: skip
_PRECISION_AT = "prec"  # Prec@5 of the ImageNet example is an accuracy among the first five
_LOSS_LETTER = "l"  # BasicSR and other vision toolboxes name the terms of a loss l_pix, l_gan
_ONE_LETTER = {"v": "val", "t": "train"}
_LOADER_NUMBER = "idx"  # Lightning's dataloader_idx_0
# Words that repeat a quantity: `accuracy_top-5` is one score, not two.
_REPEATED = frozenset({"accuracy", "acc", "loss"})
# Words that name a quantity where they stand alone, and mean something else among others: `norm`
# alone is the gradient's, `layer norm` and `mean grad` are not; `per` is a word.
_TIMED = frozenset({"batch", "data", "reader"})  # whose cost is a time in the suites of Paddle
# The words of all spellings: a name without any of them has no quantity.
_SPELLED = frozenset(word for spelling in SPELLINGS for word in spelling.split("_"))
_ALONE = frozenset({"norm", "scale", "per", "l1", "l2", "rec", "em"})


class Metric(NamedTuple):
    """What a name means.

    quantity: None where the name holds no quantity that is known.
    part: the words that are left, joined: a part of a loss (`box`), a data set (`my_set`), `5` of
        accuracy@5.
    split: said by the name; empty where it says none. number: of a numbered set (validation_0),
        -1 without one.
    is_short: the split is one letter (`v_acc`).
    distance: of the quantity's spelling from the plain one.
    """

    quantity: Quantity | None
    split: str
    part: str
    grain: Grain
    distance: int = 0
    number: int = -1
    is_short: bool = False


class _Found(NamedTuple):
    """Place of a quantity in the words."""

    start: int
    end: int
    spelling: Spelling


def metric_of(name: str) -> Metric:
    """Take a name apart. Of a path the last step names the quantity, the others its split."""
    if len(name) > _LONGEST_REMEMBERED:
        return _metric_of_path(name)
    return _remembered(name)


def _metric_of_path(name: str) -> Metric:
    *steps, last = name.rstrip("/").split("/")
    metric = _metric_of(last)
    if not steps:
        return metric
    if metric.quantity is None:
        return _metric_of(name)
    above = "/".join(steps[-_NEAREST_STEPS:])
    outer = _metric_of(above)
    part = metric.part
    is_whole_loss = metric.quantity.name == "loss" and not part
    if is_whole_loss and outer.quantity is None:
        nearest = _metric_of(steps[-1])
        part = nearest.part
    number = metric.number
    if number < 0:
        number = outer.number
    return metric._replace(
        split=metric.split or outer.split,
        part=part,
        number=number,
    )


_remembered = lru_cache(maxsize=4096)(_metric_of_path)


def _metric_of(name: str) -> Metric:
    """Take a name apart that is no path, or all steps of a path together."""
    words, glued = _unglued(words_of(name))
    found = _quantity(words)
    split, number, others = _split(words, found)
    grain = _grain(others)
    if found is None and _is_term(words):
        return Metric(
            QUANTITIES["loss"],
            split,
            "_".join(words[1:]),
            grain,
            distance=1,
        )
    left = _left_words(others, found)
    metric = Metric(
        None,
        glued or split,
        "_".join(left),
        grain,
        number=number,
        is_short=bool(split) and not glued and words[0] in _ONE_LETTER,
    )
    if found is None:
        return metric
    spelling = found.spelling
    quantity = spelling.quantity
    is_precision = words[found.start] == _PRECISION_AT
    if is_precision and left and left[0].isdigit():
        quantity = QUANTITIES["accuracy"]
    return metric._replace(
        quantity=quantity,
        distance=spelling.distance,
    )


def _is_term(words: list[str]) -> bool:
    """Say whether the words name a term of a loss by its letter: l_pix."""
    return len(words) > 1 and words[0] == _LOSS_LETTER


def _left_words(
    words: list[str],
    found: _Found | None,
) -> list[str]:
    """Return the words that name a part or a set."""
    left = []
    for word in words:
        if _says_how(word) or _is_said(word, found):
            continue
        left.append(word)
    return left


def _unglued(words: list[str]) -> tuple[list[str], str]:
    """Cut `valloss` into its quantity and its split."""
    split = ""
    plain = []
    for word in words:
        parts = None
        if word not in SPELLINGS:
            parts = unglued(word, SPELLINGS)
        if parts:
            split, word = parts
        plain.append(word)
    return plain, split


def _quantity(words: list[str]) -> _Found | None:
    """Find the last quantity, of two that end at one word the longer; `score` only as the last."""
    if _SPELLED.isdisjoint(words) or not _OTHER_WORDS.isdisjoint(words):
        return None
    ends = range(len(words), 0, -1)
    for end in sorted(ends, key=lambda end: words[end - 1] == "score"):
        first = max(0, end - LONGEST_SPELLING)
        for start in range(first, end):
            joined = "_".join(words[start:end])
            spelling = SPELLINGS.get(joined)
            if spelling is None or _is_other_use(words, joined):
                continue
            return _Found(start, end, spelling)
    return None


def _is_other_use(
    words: list[str],
    name: str,
) -> bool:
    """Say whether one word that names a quantity means something else among these words."""
    if name == "cost":
        return not _TIMED.isdisjoint(words)
    return name in _ALONE and len(words) > 2


def _split(
    words: list[str],
    found: _Found | None,
) -> tuple[str, int, list[str]]:
    """Return the split that is nearest in front of the quantity, else the first one behind it; the
    number behind it; and the words that are neither the split nor the quantity.
    """
    start = end = len(words)
    if found:
        start = found.start
        end = found.end
    in_front = _split_words(words, range(start))
    behind = _split_words(words, range(end, len(words)))
    places = [*reversed(in_front), *behind]
    taken = {*range(start, end), *places}
    split = ""
    number = -1
    if places:
        split = SPLIT_WORDS[words[places[0]]]
        after = places[0] + 1
        if after not in taken and _is_number(words, after):
            number = int(words[after][:2])
            taken.add(after)
    elif found and words[0] in _ONE_LETTER and len(words) > 1:
        split = _ONE_LETTER[words[0]]
        taken.add(0)
    others = [word for place, word in enumerate(words) if place not in taken]
    if _LOADER_NUMBER in words:
        others = with_loader(others)
    return split, number, others


def _split_words(
    words: list[str],
    places: range,
) -> list[int]:
    """Return the places at which a word names a split."""
    return [place for place in places if words[place] in SPLIT_WORDS]


def _is_number(
    words: list[str],
    place: int,
) -> bool:
    return place < len(words) and words[place].isdigit()


def _grain(words: list[str]) -> Grain:
    if not _BEST_WORDS.isdisjoint(words):
        return "best"
    if not _EPOCH_WORDS.isdisjoint(words):
        return "epoch"
    if not _STEP_WORDS.isdisjoint(words):
        return "step"
    return ""


def _is_said(
    word: str,
    found: _Found | None,
) -> bool:
    """Say whether a word repeats the quantity."""
    if word == "score":
        return True
    if found is None or word not in _REPEATED:
        return False
    spelling = SPELLINGS.get(word)
    if spelling is None:
        return False
    return spelling.quantity is found.spelling.quantity


def _says_how(word: str) -> bool:
    """Say whether a word says how a value was averaged or when, not what it is."""
    return word in _FILLERS or word in _STEP_WORDS or word in _EPOCH_WORDS or word in _BEST_WORDS
