"""Frames of the progress bars that tqdm, Keras, rich, Paddle and others draw again and again."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

_BLOCKS = "━╸╺─█▉▊▋▌▍▎▏░▒▓■□▪▬⣿"
# A bar: behind a percentage, between brackets or pipes, or a run of block characters.
_BARS = (
    r"\d{1,3}(?:\.\d{1,2})?%\|[^|\n]{0,200}\|",
    r"\[[=>.#*\- ]{4,100}\]",
    r"\[=*>?\.*\](?= )",
    rf"[{_BLOCKS}][{_BLOCKS} ]{{2,200}}",
    r"\|[#=>\- ]{6,100}\|",
)
_BAR = re.compile("|".join(_BARS))
_COUNT = re.compile(r"(\d{1,9}) ?/ ?(\d{1,9}|Unknown|\?)(?![\d/])")
_COUNT_AT_END = re.compile(r"(?<![\d/(])(\d{1,9})/(\d{1,9})\s{0,8}$")
_KERAS_LINE = re.compile(r"\s{0,8}(\d{1,9})/(\d{1,9}) - (?=\d|ETA)")
_ENDLESS = re.compile(r"(?:^|: )(\d{1,9})it \[([^\]\n]{0,300})\]?")
# Behind the clock, where it is shown: 2.6it/s, 1.20s/it, ?it/s. A value begins with its name.
_SPEED = r"(?:,\s{0,8}[\d?][^,\]=]{0,30}(?=[,\]]|$))?"
_TIMES = re.compile(
    r"\[(?:\d{1,3}:)?\d{1,3}:\d\d<[^,\]]{0,40}" + _SPEED + r"|"
    r"\[(?:\d{1,3}:)?\d\d:\d\d(?=[,\]])" + _SPEED
)
_RICH_TIMES = re.compile(r"\d{1,3}:\d\d:\d\d \S \S{5,9}(?: [\d.]{1,12}(?:it/s|s/it)?)?")
_LAST_VALUE = re.compile(r", ?[A-Za-z][\w/@.\-]{0,60}=[-+.\w]{0,30}$")
_EPOCH = re.compile(r"epoch\D{0,6}(\d{1,7})|\bep\D{0,3}(\d{1,7})", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_HEAD_CHARACTERS = 200
_QUICK = frozenset(f"%|[]{_BLOCKS}")


class Frame(NamedTuple):
    """One drawing of a bar. rest: the text that stands in or behind it. front: in front of it.

    is_mean: whether the values are means since the start of the bar, as Keras prints them.
    """

    head: str
    epoch: float
    position: float
    total: float
    rest: str
    is_mean: bool
    front: str = ""


def may_draw_bar(without_digits: str) -> bool:
    """Say whether a line may draw a bar, by what is left of it without its digits."""
    if without_digits.lstrip().startswith("/ - "):
        return True
    if _QUICK.isdisjoint(without_digits):
        return False
    return "it [" in without_digits or _BAR.search(without_digits) is not None


def frame_of(line: str) -> Frame | None:
    """Return the frame that a line draws, None for a line without a bar."""
    keras = _KERAS_LINE.match(line)
    if keras:
        position, total = keras.groups()
        return _frame(
            "",
            position,
            total,
            line[keras.end() :],
            is_mean=True,
        )
    if _QUICK.isdisjoint(line):
        return None
    bar = _BAR.search(line, 0, 600)
    if bar is None:
        return _endless(line)
    drawing = bar.group()
    parts = _parts_of(line[: bar.start()], line[bar.end() :])
    if parts is None:
        return None
    is_of_keras = "%|" not in drawing and not drawing.startswith("|")
    return _frame(
        parts.before,
        parts.position,
        parts.total,
        _without_times(_without_cut_value(parts.behind)),
        is_mean=is_of_keras and " - " in parts.behind,
    )


class _Parts(NamedTuple):
    """Texts in front of a bar and behind it, and the count that stood in one of them."""

    before: str
    behind: str
    position: str
    total: str


def _parts_of(
    before: str,
    behind: str,
) -> _Parts | None:
    """Take the count off right behind the bar, in front of it, or at the end of the line."""
    rest = behind.lstrip(" |")
    count = _COUNT.match(rest)
    if count:
        return _Parts(before, rest[count.end() :], *count.groups())
    count = _last_count(before)
    if count:
        return _Parts(before[: count.start()], behind, *count.groups())
    count = _COUNT_AT_END.search(behind)
    if count:
        return _Parts(before, behind[: count.start()], *count.groups())
    return None


def _last_count(text: str) -> re.Match[str] | None:
    """Return the count right in front of the bar."""
    start = max(0, len(text) - _HEAD_CHARACTERS)
    found = None
    for count in _COUNT.finditer(text, start):
        found = count
    if found is None:
        return None
    rest = text[found.end() :]
    return None if rest.strip(" :-|(") else found


def _endless(line: str) -> Frame | None:
    """Return the frame of a bar without a total: `12it [00:03, 4.0it/s, loss=1.2]`."""
    match = _ENDLESS.search(line, 0, 400)
    if match is None:
        return None
    position, inner = match.groups()
    if ":" not in inner[:12]:
        return None
    return _frame(
        line[: match.start()],
        position,
        "Unknown",
        _without_times(f"[{inner}"),
        is_mean=False,
    )


def _frame(
    head: str,
    position: str,
    total: str,
    rest: str,
    is_mean: bool,
) -> Frame:
    head = head[-_HEAD_CHARACTERS:]
    key = _DIGITS.sub("#", head)
    whole = float(total) if total.isdigit() else math.nan
    return Frame(
        head=key.strip(),
        epoch=_epoch_in(head),
        position=float(position),
        total=whole,
        rest=rest,
        is_mean=is_mean,
        front=head,
    )


def _epoch_in(head: str) -> float:
    epoch = _EPOCH.search(head)
    if epoch is None:
        return math.nan
    return float(epoch[1] or epoch[2])


def _without_cut_value(text: str) -> str:
    """Return what stands behind a bar without its last value where the terminal was too narrow for
    the closing bracket: `acc=0.3` may have been 0.38.
    """
    if "[" not in text or "]" in text:
        return text
    return _LAST_VALUE.sub("", text.rstrip())


def _without_times(text: str) -> str:
    """Take off the clock and the speed of a bar; what is left are its values."""
    plain = _TIMES.sub(" ", text, count=1)
    plain = _RICH_TIMES.sub(" ", plain, count=1)
    return plain.rstrip("]\n ")
