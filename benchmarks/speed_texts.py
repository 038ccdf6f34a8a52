"""Long texts in the layouts that tools write, to time the readers on.

The numbers are those of a falling loss with noise; the same seed gives the same text.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

SEED = 20_261
STEPS_PER_EPOCH = 20
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LETTERS_PER_WORD = 8
_WORDS = ("one", "two", "three", "four", "five", "six")
_SETTINGS_LIMIT = 250_000  # characters; a longer configuration is refused

Values = Mapping[str, object]


def numbers_at(choose: random.Random, number: int) -> Values:
    """Return what one step or epoch prints."""
    noise = choose.uniform(0.95, 1.05)
    falling = number**-0.5
    loss = noise * (0.3 + 3 * falling)
    accuracy = 1 / (1 + loss)
    milliseconds = choose.randrange(10_000, 30_000)
    return {
        "number": number,
        "epoch": number / STEPS_PER_EPOCH,
        "second": number % 60,
        "loss": loss,
        "accuracy": accuracy,
        "val_loss": 1.1 * loss,
        "val_accuracy": 0.9 * accuracy,
        "norm": 2 * loss,
        "milliseconds": milliseconds,
        "tokens": milliseconds // 3,
    }


def words_at(choose: random.Random, number: int) -> Values:
    """Return words that no other step prints."""
    words: dict[str, object] = {"number": number}
    for name in _WORDS:
        letters = choose.choices(_LETTERS, k=_LETTERS_PER_WORD)
        words[name] = "".join(letters)
    return words


@dataclass(frozen=True, slots=True)
class Layout:
    """A text is the head, as many pieces as fit with the joint between them, and the tail.

    piece: template of a step, epoch or bar.
    frame: template of what a piece redraws with each step of an epoch, its {frames}.
    longest: characters that such a text may have.
    """

    name: str
    piece: str
    frame: str = ""
    head: str = ""
    joint: str = "\n"
    tail: str = "\n"
    longest: int | None = None
    values: Callable[[random.Random, int], Values] = numbers_at


LAYOUTS: Sequence[Layout] = (
    Layout(
        "step lines",
        "step: {number} loss: {loss:.4f} grad_norm: {norm:.4f} lr: 3.000e-04",
    ),
    Layout(
        "glued units",
        "iter {number}: loss {loss:.4f}, time {milliseconds}ms, mfu {norm:.2f}%, mem 12.31GiB, "
        "{tokens}tok/s",
    ),
    Layout(
        "logged steps",
        "2026-03-02 09:15:{second:02},012 - trainer - INFO - "
        "step: {number} loss: {loss:.4f} grad_norm: {norm:.4f} memory: 2.11GiB(2.22%)",
    ),
    Layout(
        "epoch lines",
        "Epoch [{number}/99999] Train Loss: {loss:.4f} Train Acc: {accuracy:.4f} "
        "Val Loss: {val_loss:.4f} Val Acc: {val_accuracy:.4f}",
    ),
    Layout(
        "Keras progress",
        "Epoch {number}/99999\n"
        "{frames} - val_accuracy: {val_accuracy:.4f} - val_loss: {val_loss:.4f}",
        frame="\r\x1b[1m{step}/20\x1b[0m \x1b[32m{keras_bar}\x1b[0m \x1b[1m0s\x1b[0m 3ms/step "
        "- accuracy: {accuracy:.4f} - loss: {loss:.4f}",
    ),
    Layout(
        "bars",
        "{frames}",
        frame="\rEpoch {number}/99999: {percent:>3}%|{bar:<20}| {step}/20 "
        "[00:01<00:01, 424.54it/s, acc={accuracy:.2f}, loss={loss:.3f}]",
    ),
    Layout(
        "CSV",
        "{number},{loss},{accuracy},{val_loss},{val_accuracy}",
        head="epoch,train_loss,train_accuracy,val_loss,val_accuracy\n",
    ),
    Layout(
        "text table",
        "{number:>8}  {loss:>10.4f}  {accuracy:>9.4f}  {val_loss:>10.4f}",
        head="   epoch  train_loss  train_acc    val_loss\n",
    ),
    Layout(
        "JSON lines",
        '{{"step": {number}, "train/loss": {loss}, "val/loss": {val_loss}, "lr": 0.0003}}',
    ),
    Layout(
        "printed dicts",
        "{{'loss': {loss:.4f}, 'grad_norm': {norm:.6f}, 'learning_rate': 3e-05, "
        "'epoch': {epoch:.2f}}}",
    ),
    Layout(
        "trainer state",
        '    {{\n      "epoch": {epoch},\n      "grad_norm": {norm},\n'
        '      "learning_rate": 3e-05,\n      "loss": {loss},\n      "step": {number}\n    }}',
        head='{\n  "global_step": 1,\n  "log_history": [\n',
        joint=",\n",
        tail="\n  ]\n}\n",
    ),
    Layout(
        "box tables",
        "--------------------------------------\n"
        "| rollout/            |              |\n"
        "|    ep_len_mean      | {norm:<12.2f} |\n"
        "|    ep_rew_mean      | {accuracy:<12.4f} |\n"
        "| time/               |              |\n"
        "|    fps              | {tokens:<12} |\n"
        "|    total_timesteps  | {number:<12} |\n"
        "| train/              |              |\n"
        "|    approx_kl        | {val_accuracy:<12.9f} |\n"
        "|    entropy_loss     | -{accuracy:<11.3f} |\n"
        "|    value_loss       | {loss:<12.3f} |\n"
        "--------------------------------------",
    ),
    Layout(
        "YAML",
        "layer_{number}:\n  kind: linear\n  width: {tokens}\n  dropout: {accuracy:.3f}",
        longest=_SETTINGS_LIMIT,
    ),
    Layout(
        "ever new words",
        "{one} {two} {three} {four} {five} {six} {one}={number} {two}: 0.{number}",
        values=words_at,
    ),
)
STEP_LINES = LAYOUTS[0]


def text_of(layout: Layout, characters: int) -> str:
    """Return a text of at least so many characters, or as long as the layout may be."""
    pieces = pieces_of(layout, characters)
    return "".join(pieces)


def pieces_of(layout: Layout, characters: int) -> Iterator[str]:
    """Yield the parts of a text one by one, so that a large one need not be in memory."""
    choose = random.Random(SEED)  # noqa: S311 - a benchmark keeps no secret
    wanted = characters
    if layout.longest is not None:
        wanted = min(characters, layout.longest)
    part = layout.head
    length = 0
    for number in count(1):
        part += _piece(layout, choose, number)
        yield part
        length += len(part)
        if length >= wanted:
            break
        part = layout.joint
    yield layout.tail


def _piece(
    layout: Layout,
    choose: random.Random,
    number: int,
) -> str:
    values = layout.values(choose, number)
    frames = ""
    if layout.frame:
        frames = _frames(layout.frame, values)
    return layout.piece.format(frames=frames, **values)


def _frames(
    template: str,
    values: Values,
) -> str:
    frames = []
    for step in range(1, STEPS_PER_EPOCH + 1):
        frame = template.format(
            step=step,
            percent=100 * step // STEPS_PER_EPOCH,
            bar="#" * step,
            keras_bar="━" * step,
            **values,
        )
        frames.append(frame)
    return "".join(frames)
