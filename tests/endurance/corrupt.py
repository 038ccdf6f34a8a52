"""Content files and text models with random faults: refused in words, or read and usable."""

from __future__ import annotations

import random
from pathlib import Path

from content.content import content_of
from content.problems import ContentError
from content.text_model import TEXT_MODEL, read_text_model
from content.tree import parse
from tests.endurance.server import ROOT
from tests.small_content import small_files

ALIASES = b"- &a [1]\n- &b [*a, *a, *a]\n- &c [*b, *b, *b]\n- &d [*c, *c, *c]\n"
FLAW = "round {}, {}, {}: {!r}"


def broken(data: bytes, rng: random.Random) -> tuple[str, bytes]:
    """Return the kind of a fault, and the data with it."""
    place = rng.randrange(len(data))
    kinds = {
        "cut": data[:place],
        "a byte": data[:place] + rng.randbytes(1) + data[place + 1 :],
        "noise": data[:place] + rng.randbytes(64) + data[place + 64 :],
        "twice": data + data[place:],
        "zeros": data[:place] + bytes(4096) + data[place:],
        "empty": b"",
        "aliases": ALIASES + data,
    }
    kind = rng.choice(sorted(kinds))
    return kind, kinds[kind]


def corrupt_content(rounds: int, rng: random.Random) -> list[str]:
    """Return a line for each fault that is neither read nor refused with its file and line."""
    whole = small_files()
    flaws = []
    for number in range(rounds):
        path = rng.choice(sorted(whole))
        kind, data = broken(whole[path], rng)
        try:
            content_of(parse({**whole, path: data}))
        except ContentError:
            continue
        except Exception as error:  # what is looked for
            flaws.append(FLAW.format(number, path, kind, error))
    return flaws


def corrupt_models(rounds: int, rng: random.Random, folder: Path) -> list[str]:
    """Return a line for each fault that is neither refused nor usable."""
    whole = (ROOT / "fixtures" / TEXT_MODEL).read_bytes()
    flaws = []
    for number in range(rounds):
        kind, data = broken(whole, rng)
        (folder / TEXT_MODEL).write_bytes(data)
        try:
            model = read_text_model(folder)
        except ValueError:
            continue
        except Exception as error:  # what is looked for
            flaws.append(FLAW.format(number, TEXT_MODEL, kind, error))
            continue
        if model is None or not model.log_probabilities("the loss oscillates"):
            flaws.append(FLAW.format(number, TEXT_MODEL, kind, "it answers nothing"))
    return flaws
