"""Texts of the kinds that cost the readers most: ever new names, blocks, tables and settings.

`pieces` are lines that a text repeats with a number of its own in each, so that no two are alike
where the kind is one of ever new names. The texts of `golden_texts` are the golden files of the
tests, over and over; those of `hostile_texts` come from the tests of hostile text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOLDEN = (
    ROOT / "tests/engine/read/golden",
    ROOT / "tests/engine/read/formats/golden",
    ROOT / "tests/engine/read/logs",
    ROOT / "tests/engine/read/unseen",
)
_LEAST_GOLDEN = 40  # bytes; a parameter of one number is no text to repeat


@dataclass(frozen=True, slots=True)
class Kind:
    """A text of the kind: the head, then so many pieces as fit, then the tail.

    piece: template; `{n}` is the number of the piece, `{hex}` five letters and digits of its own,
        `{word}` a word of its own.
    """

    name: str
    piece: str
    head: str = ""
    tail: str = ""
    joint: str = ""

    def text(self, characters: int) -> str:
        """Return a text of about so many characters."""
        parts = [self.head]
        length = len(self.head)
        number = 0
        while length < characters:
            piece = self.piece.format(
                n=number,
                hex=_hexadecimal(number),
                word=_word(number),
                loss=f"{3 / (1 + number % 997):.4f}",
            )
            parts += [self.joint, piece] if number else [piece]
            length += len(piece) + len(self.joint)
            number += 1
        return "".join([*parts, self.tail])


def _hexadecimal(number: int) -> str:
    return f"{number * 7919 % 0xFFFFF:05x}"


def _word(number: int) -> str:
    """Return letters only, different for each number below some millions."""
    rest = number * 7919 + 11
    letters = []
    for _ in range(6):
        rest, letter = divmod(rest, 26)
        letters.append(chr(ord("a") + letter))
    return "".join(letters)


KINDS: tuple[Kind, ...] = (
    Kind("gin settings", "a.b.c{n} = 3\n"),
    Kind("gin settings of words", "{word}.{word}_size = 3\n"),
    Kind("dicts of new names", "{{'n{hex}': {loss}, 'loss': {loss}}}\n"),
    Kind("dicts of one new name", "{{'loss_{hex}': {loss}}}\n"),
    Kind("LR lines", "LR=0.1\n"),
    Kind("exports", "export BS=3\n"),
    Kind("exports of new names", "export BS_{n}=3\n"),
    Kind("settings of new names", "lr_{n}: 0.1\n"),
    Kind("open matrices", "[[1 2]\n"),
    Kind("whole matrices", "[[1 2]\n [3 4]]\n"),
    Kind("new loss names", "loss_{hex}={loss}\n"),
    Kind("new losses with words", "{word} {word}x loss {loss}\n"),
    Kind("new words at losses", "step {n} {word}: {loss} loss {loss}\n"),
    Kind("objects in log lines", 'INFO {n}: {{"a": {n}}}\n'),
    Kind("losses as objects in log lines", 'INFO {n}: {{"loss": {loss}}}\n'),
    Kind("headings", "Epoch 1\nValidation\n"),
    Kind("headings of epochs", "Epoch {n}\nValidation\nloss: {loss}\n"),
    Kind("printed lists", "losses = [1, 2, 3]\n"),
    Kind("printed lists of new names", "losses_{hex} = [1, 2, 3]\n"),
    Kind("optimizer prints", "Adam (\nParameter Group 0\n    lr: 0.{n}\n    eps: 1e-08\n)\n"),
    Kind(
        "Keras progress lines",
        "{n}/99999 [=====>.....] - ETA: 3s - loss: {loss} - accuracy: 0.5\n",
    ),
    Kind("redrawn Keras bars", "\r{n}/99999 [=====>.....] - ETA: 3s - loss: {loss} - acc: 0.5"),
    Kind(
        "HTML tables",
        "<table><tr><th>epoch</th><th>loss</th></tr><tr><td>1</td><td>0.3</td></tr></table>\n",
    ),
    Kind(
        "HTML rows",
        "<tr><td>{n}</td><td>{loss}</td></tr>\n",
        head="<table><tr><th>epoch</th><th>loss</th></tr>\n",
        tail="</table>\n",
    ),
    Kind("long CSV of new names", "{n},loss_{hex},{loss}\n", head="step,name,value\n"),
    Kind("CSV of new steps", "{n},{loss},{loss}\n", head="step,loss,val_loss\n"),
    Kind(
        "notebook",
        '{{"cell_type": "code", "source": ["x = {n}\\n"], "outputs": [{{"output_type": "stream", '
        '"text": ["loss: {loss}\\n"]}}]}}',
        head='{"cells": [',
        joint=",\n",
        tail='], "nbformat": 4, "metadata": {}}',
    ),
    Kind(
        "notebook of one cell",
        '"epoch {n} loss: {loss}\\n"',
        head='{"cells": [{"cell_type": "code", "source": [], "outputs": [{"output_type": "stream", '
        '"text": [',
        joint=",\n",
        tail=']}]}], "nbformat": 4, "metadata": {}}',
    ),
    Kind("JSON lines of new names", '{{"step": {n}, "loss_{hex}": {loss}}}\n'),
    Kind(
        "JSON of nested names",
        '"n{hex}": {{"loss": [{loss}, 0.2]}}',
        head="{",
        joint=", ",
        tail="}",
    ),
    Kind("messages", "the model {word} does not learn, loss is {loss} after {n} epochs\n"),
    Kind("questions", "Why is my {word} so bad? I use lr={loss} and batch size {n}.\n"),
    Kind("Python lines", "x{n} = torch.nn.Linear({n}, 10)\n"),
    Kind("Python calls", "optimizer = Adam(model.parameters(), lr=0.{n})\n"),
    Kind("namespaces", "Namespace(lr=0.{n}, batch_size=32, epochs=3)\n"),
    Kind("commands", "python train.py --lr 0.{n} --batch-size 32 --{word} 3\n"),
    Kind("classification rows", "     class{n}       0.50      0.40      0.44        10\n"),
    Kind(
        "classification reports",
        "              precision    recall  f1-score   support\n\n           0       0.50      0.40"
        "      0.44        10\n\n    accuracy                           0.45        20\n",
    ),
    Kind("Markdown tables", "| epoch | loss |\n|---|---|\n| {n} | {loss} |\n\n"),
    Kind("Markdown rows", "| {n} | {loss} |\n", head="| epoch | loss |\n|---|---|\n"),
    Kind("short boxes", "+---+---+\n| a | {loss} |\n+---+---+\n"),
    Kind("text tables", "epoch loss acc\n{n} {loss} 0.5\n\n"),
    Kind("INI", "[section{n}]\nlr = 0.1\n"),
    Kind("TOML", '[a.b{n}]\nlr = 0.1\nname = "{word}"\n'),
    Kind("YAML blocks in a log", "config:\n  lr: 0.1\n  name_{n}: 3\nloss: {loss}\n"),
    Kind("dataclass prints", "TrainConfig(lr=0.{n}, model=ModelConfig(width={n}))\n"),
    Kind("dict prints over lines", "{{'lr': 0.1,\n 'n_{hex}': 3}}\n"),
    Kind("JSON over lines", '{{\n  "lr": 0.1,\n  "loss": {loss}\n}}\n'),
    Kind("ranks", "[rank{n}]: step {n} loss {loss}\n"),
    Kind("decimal commas", "Epoche {n} Verlust 0,{n}\n"),
    Kind("bars of new names", "\r{word}: 10%|# | {n}/100 [00:01<00:01, loss_{hex}={loss}]"),
    Kind("tqdm lines", "{n}%|#### | {n}/100 [00:01<00:01, 3.3it/s, loss={loss}]\n"),
    Kind("XGBoost lines", "[{n}]\ttrain-rmse:{loss}\tvalid-rmse:{loss}\n"),
    Kind("folds", "Fold {n}\nEpoch 1 loss {loss}\nEpoch 2 loss {loss}\n"),
    Kind("averages", " * Acc@1 {loss} Acc@5 {loss} {word}\n"),
    Kind("split columns", "train loss {loss} | val loss {loss} | {word} {n}\n"),
    Kind(
        "tracebacks",
        'Traceback (most recent call last):\n  File "a.py", line {n}, in f\n'
        "    x\nValueError: {word} {n}\n",
    ),
)


def golden_texts(characters: int) -> Iterator[tuple[str, str, bytes]]:
    """Yield kind, file name and content of each golden text, repeated to so many characters."""
    for folder in GOLDEN:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                content = path.read_bytes()
                if len(content) >= _LEAST_GOLDEN and b"\0" not in content and _is_text(content):
                    text = content if content.endswith(b"\n") else content + b"\n"
                    times = characters // len(text) + 1
                    name = path.relative_to(folder.parent).as_posix()
                    yield name, path.name, (text * times)[:characters]


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def hostile_texts() -> Mapping[str, Callable[[int], str]]:
    """Return the hostile texts of the tests, each a function of its length."""
    module = import_module("tests.hostile_texts")
    found: Mapping[str, Callable[[int], str]] = module.TEXTS
    return found
