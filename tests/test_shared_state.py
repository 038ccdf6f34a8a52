"""Threads share nothing that their work changes.

What caches hold and what modules define is compared before and after other work: a value that has
changed belongs to whoever works with it at the moment, so two threads would mix their texts in it.
"""

import functools
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

import pytest

from content.content import HashedContent
from content.markup import markdown_to_html, new_markdown
from content.to_knowledge import knowledge_of
from diagnostics_api.service.answer import answer_to
from diagnostics_api.service.fields import read_fields
from diagnostics_api.service.library import library_of
from diagnostics_api.service.published import Published
from diagnostics_api.service.report_data import report_of
from tests.diagnostics_api.conftest import told_apart_with_hash
from tests.shared_state import cached_values, fingerprint, shared_values

# What is there to be changed, each behind a lock or in one step.
CHANGED_ON_PURPOSE = {
    "content.derived._reported",  # folders whose fault is logged already
    "dictionary.loading.in_force._made",  # what this process has made of an edition
}


@cache
def published():
    content, edition = told_apart_with_hash()
    hashed = HashedContent(content, edition)
    return Published(knowledge_of(content, edition), library_of(hashed))


def log_of(number):
    lines = [
        f"epoch {epoch} | loss {number + 4 / epoch:.3f} | lr 0.{number}" for epoch in range(1, 9)
    ]
    return "\n".join(lines)


REQUESTS = [
    {"description": "the loss oscillates and then diverges at 3 % accuracy", "log": log_of(1)},
    {"description": "la perte ne descend pas", "config": {"learning_rate": 10, "optimizer": "sgd"}},
    {"metrics": {"step": [1, 2, 3, 4], "train_loss": [2.303, 2.302, 2.303, 2.303]}},
    {"log": "step,loss\n" + "\n".join(f"{step},{9 - step}" for step in range(9))},
    {"log": '{"step": 1, "loss": 2.0}\n{"step": 2, "loss": NaN}\n'},
    {"description": "RuntimeError: CUDA out of memory", "log": log_of(2)},
    {"log": "import torch\nmodel = torch.nn.Linear(3, 4)\nloss.backward()\n"},
    {"symptoms": ["loss-oscillates"], "config": "lr: 0.1\nbatch_size: 8\n"},
]


def diagnosed(request):
    known = published()
    question = read_fields(request, known.knowledge, longest=100_000)
    data = report_of(answer_to(question, known), question.unmeasured).as_data()
    return markdown_to_html(f"# {request}\n\n- *one*\n- `two`"), data


def changed_by(work):
    """Return the names of shared values that hold something else after the work."""
    values = shared_values()
    before = {name: fingerprint(value) for name, value in values.items()}
    work()
    after = {name: fingerprint(value) for name, value in values.items()}
    changed = {name.partition("() ")[0] for name in before if before[name] != after[name]}
    return changed - CHANGED_ON_PURPOSE


@contextmanager
def switching_often():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def test_work_changes_nothing_that_is_shared():
    for request in REQUESTS[::2]:
        diagnosed(request)

    assert changed_by(lambda: [diagnosed(request) for request in REQUESTS]) == set()


def test_threads_give_the_answers_that_one_gives():
    markdown_to_html.cache_clear()
    alone = [diagnosed(request) for request in REQUESTS]
    markdown_to_html.cache_clear()

    with switching_often(), ThreadPoolExecutor(8) as pool:
        together = list(pool.map(diagnosed, REQUESTS * 2))

    assert together == alone * 2


@pytest.fixture
def shared_converter(monkeypatch):
    """The converter as it once was: one for all threads, in a cache."""

    @functools.cache
    def converter():
        return new_markdown()

    monkeypatch.setattr("content.markup.converter", converter, raising=False)
    converter().convert("[a]: https://example.org/a\n\n[a]")
    return converter


def test_a_shared_converter_is_found(shared_converter):
    changed = changed_by(lambda: shared_converter().convert("[b]: https://example.org/b\n\n[b]"))

    assert changed == {"content.markup.converter"}


@pytest.mark.parametrize("maxsize", [None, 8])
def test_values_of_caches_are_seen(maxsize):
    cached = functools.lru_cache(maxsize)(lambda key: [key])
    value = cached("a key")

    assert any(held is value for held in cached_values(cached))


def test_a_change_inside_changes_the_fingerprint():
    value = {"list": [1, {"deep": {2}}]}
    before = fingerprint(value)
    value["list"][1]["deep"].add(3)

    assert fingerprint(value) != before


def test_what_a_property_works_out_is_no_change():
    known = published().knowledge
    copy = replace(known)
    before = fingerprint(copy)
    diagnosed(REQUESTS[0])

    assert fingerprint(copy) == before
