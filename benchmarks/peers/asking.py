"""Ask every system about the recorded runs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.entry_texts import entry_texts
from benchmarks.items import Item
from benchmarks.peers import ours
from benchmarks.peers.caller import Caller, MissingToolError
from benchmarks.peers.judge import Answer, judged
from benchmarks.peers.mapping import RuleMap, read_mapping
from benchmarks.peers.measure import System
from benchmarks.peers.peer import PEERS, Peer
from benchmarks.progress import counted
from content.content import Content
from engine.knowledge import Knowledge

LOSSARY = "lossary"
SEARCH = "bm25"
LICENSE = "MIT"  # of this project
EVERY = (
    *(peer.name for peer in PEERS),
    LOSSARY,
    SEARCH,
)

Answered = tuple[System, list[Answer]]
Call = Callable[[Peer], AbstractContextManager[Caller]]


@dataclass(frozen=True, slots=True)
class Question:
    """items: the runs. knowledge and content: of the entries, in the two forms that are needed."""

    items: Sequence[Item]
    knowledge: Knowledge
    content: Content


def answers(tools: Sequence[str], question: Question, call: Call) -> Iterator[Answered]:
    """Ask each system that is named, and say which tools are missing.

    Raises UnmappedRuleError for a tool of another version with other rules.
    """
    for peer in PEERS:
        if peer.name in tools:
            yield from _of_peer(peer, question, call)
    if LOSSARY in tools:
        yield from _of_engine(question)
    if SEARCH in tools:
        yield from _of_search(question)


def _of_peer(peer: Peer, question: Question, call: Call) -> Iterator[Answered]:
    """Ask a tool in each form that it reads."""
    rules = read_mapping(peer.name)
    try:
        with call(peer) as caller:
            _warn_of_version(caller, rules)
            for form in peer.forms:
                system = System(
                    peer.name,
                    caller.version,
                    rules.license,
                    input=form,
                )
                yield system, _in_form(form, caller, rules, question)
    except MissingToolError as error:
        print(error, file=sys.stderr)


def _warn_of_version(caller: Caller, rules: RuleMap) -> None:
    if caller.version != rules.version:
        installed = f"{rules.tool} {caller.version} is installed"
        print(f"{installed}; {rules.version} was mapped", file=sys.stderr)


def _in_form(
    form: str,
    caller: Caller,
    rules: RuleMap,
    question: Question,
) -> list[Answer]:
    """Write each run in one form and judge what the tool finds in it."""
    given = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        for item in counted(question.items, f"runs, {rules.tool}, {form}"):
            metrics = item.inputs.metrics
            path = caller.peer.write(metrics, form, folder)
            reply = caller.ask(path)
            answer = judged(item, reply, rules)
            given.append(answer)
    return given


def _of_engine(question: Question) -> Iterator[Answered]:
    """Ask the engine with everything that was recorded, and with the losses alone."""
    asked = {
        ours.ALL_FIELDS: ours.engine(question.knowledge),
        ours.LOSSES_ONLY: ours.engine(question.knowledge, losses_only=True),
    }
    for name, ask in asked.items():
        system = _own_system(LOSSARY, name, question)
        items = counted(question.items, f"runs, {LOSSARY}, {name}")
        yield system, list(map(ask, items))


def _of_search(question: Question) -> Iterator[Answered]:
    texts = entry_texts(question.content)
    ask = ours.plain_search(texts)
    system = _own_system(SEARCH, ours.SETTINGS, question)
    yield system, list(map(ask, question.items))


def _own_system(name: str, given: str, question: Question) -> System:
    """The version is the edition of the content."""
    return System(
        name,
        version=question.content.name,
        license=LICENSE,
        input=given,
    )
