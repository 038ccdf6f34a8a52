"""Each signature knows its line, and is silent on a line that is close to it."""

from pathlib import Path

import pytest

from engine.observe.log.hits import QUOTED, hits, trimmed
from engine.observe.log.tables import SIGNATURES
from tests.engine.content import real_content
from tests.growth import assert_linear
from tests.together import together

DATA = Path(__file__).parent / "data"


def pairs(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


LINES = pairs("signature_lines.tsv")
NEAR_MISSES = pairs("signature_near_misses.tsv")
EVERY = together("signature", SIGNATURES, ids=lambda signature: signature.name)


def names(*lines, **kinds):
    return {hit.signature.name for hit in hits(lines, **kinds)}


def test_there_are_at_least_250():
    assert len(SIGNATURES) >= 250


@EVERY
def test_each_signature_knows_its_line(signature):
    assert signature.name in names(signature.beside, LINES[signature.name])


@EVERY
def test_each_signature_is_silent_on_its_near_miss(signature):
    assert signature.name not in names(signature.beside, NEAR_MISSES[signature.name])


def test_each_signature_has_a_near_miss_of_its_own():
    assert NEAR_MISSES.keys() == {signature.name for signature in SIGNATURES}
    assert len(set(NEAR_MISSES.values())) > 0.95 * len(NEAR_MISSES)


@EVERY
def test_each_signature_is_complete(signature):
    assert signature.action[0].isupper()
    assert signature.action.endswith(".")
    assert not signature.meaning.endswith(".")
    assert signature.literals
    assert all(literal and literal == literal.lower() for literal in signature.literals)
    assert all(literal.isascii() for literal in signature.literals)
    assert signature.beside == signature.beside.lower()


def test_entries_and_symptoms_exist():
    content = real_content()
    entries = {mode.slug for mode in content.failure_modes} | {
        mode.slug for mode in content.planned
    }
    symptoms = {symptom.slug for symptom in content.symptoms}

    assert {signature.entry for signature in SIGNATURES} - entries == {""}
    assert {signature.symptom for signature in SIGNATURES} - symptoms == {""}


def test_texts_of_tools_name_the_version_that_prints_them():
    """A few texts belong to no tool: many programs print words like these."""
    unnamed = [signature.name for signature in SIGNATURES if not signature.since]

    assert len(unnamed) <= 5
    assert all(signature.since for signature in SIGNATURES if signature.until)


def test_noise_and_launchers_say_nothing_about_the_training():
    silent = [item for item in SIGNATURES if item.role in ("noise", "teardown")]

    assert len(silent) >= 20
    assert {item.symptom for item in silent} == {""}


def test_no_more_than_a_normal_run_prints_is_usual():
    line = LINES["gradient-overflow"]
    few = hits([line] * 30, steps=20_000)
    many = hits([line] * 30, steps=100)

    assert few[0].is_usual
    assert not many[0].is_usual
    assert few[0].strength < 0.5 <= many[0].strength


def test_prose_may_deny_a_message():
    assert names("there is no CUDA out of memory", negatable=True) == set()
    assert "cuda-out-of-memory" in names("there is no CUDA out of memory")


def test_a_line_that_needs_another_is_silent_without_it():
    row = LINES["class-without-objects"]

    assert names(row) == set()
    assert names("| class | gts | dets | recall | ap |", row) == {"class-without-objects"}


def test_lines_of_all_matches_are_kept():
    (hit,) = [
        hit
        for hit in hits(["CUDA out of memory", "", "CUDA out of memory"])
        if hit.signature.name == "cuda-out-of-memory"
    ]

    assert hit.lines == (0, 2)
    assert hit.count == 2


@pytest.mark.parametrize("line", ["step 3 loss 0.51 lr 0.001", "CUDA out of memory, loss is nan"])
def test_time_grows_with_the_lines(line):
    assert_linear(lambda size: lambda: hits([line] * (size // len(line) + 1)))


def test_long_lines_are_quoted_around_the_match():
    text = trimmed("x" * 3000 + " CUDA out of memory", 3001)

    assert text.startswith("...")
    assert "CUDA out of memory" in text
    assert len(text) <= QUOTED + 3


PROSE = {
    "a story": """
        The train was delayed by an hour, and nobody told us why. In the end a man in a blue
        coat came to the platform and said that the line was blocked. We waited. My memory of
        that evening is not good, but I know that a dog barked, that the lights went out once,
        and that we shared a sandwich. When the doors opened at last, everyone ran.
    """,
    "a recipe": """
        Heat the oven to 200 degrees. Mix flour, salt and butter until no lumps are left. Add the
        eggs one after the other; if the dough gets too soft, leave it in the fridge. Bake for
        40 minutes, then turn the heat down by half and wait until the top is brown.
    """,
    "passwd": """
        root:x:0:0:root:/root:/bin/bash
        daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
        nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
        systemd-network:x:998:998:systemd Network Management:/:/usr/sbin/nologin
        sshd:x:101:65534::/run/sshd:/usr/sbin/nologin
    """,
    "a README": """
        # Tiny classifier
        A small image classifier in PyTorch. Install the requirements, then run
        `python train.py --epochs 20 --batch-size 64`. Training takes an hour on one GPU and
        writes checkpoints to `out/`. To resume, pass `--resume out/last.pt`. Results: 93.1 %
        accuracy on the test set. The learning rate follows a cosine schedule with warm-up, and
        gradients are clipped at 1.0. License: MIT. Questions are welcome in the issues.
    """,
    "a changelog": """
        ## 1.4.0
        - Add a flag to choose the optimizer
        - Speed up data loading by caching decoded images
        - Fix a typo in the documentation of the loss
        - Drop support for Python 3.8
    """,
    "a configuration": """
        model: resnet50
        optimizer: {name: adamw, lr: 0.001, weight_decay: 0.05}
        trainer: {max_epochs: 90, precision: bf16, early_stopping: true, patience: 5}
        data: {root: /data/imagenet, workers: 8, pin_memory: true, shuffle: true}
    """,
    "a table": """
        | epoch | train loss | val loss | accuracy |
        | 1 | 2.303 | 2.301 | 0.11 |
        | 2 | 1.871 | 1.902 | 0.34 |
        | 3 | 1.502 | 1.611 | 0.45 |
    """,
    "source code": """
        import torch
        from torch import nn
        class Net(nn.Module):
            def forward(self, x):
                return self.head(self.body(x).flatten(1))
        loss = nn.functional.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    """,
}


@together("kind", PROSE)
def test_ordinary_texts_match_nothing(kind):
    lines = [line.strip() for line in PROSE[kind].splitlines()]

    assert names(*lines) == set()
    assert names(*lines, negatable=True) == set()
