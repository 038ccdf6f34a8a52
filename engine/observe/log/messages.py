"""Say what the lines of a log mean, and which of them is the cause of the end.

A log of many ranks repeats one failure many times: the ranks that wait report a timeout, launchers
report that a process failed, and programs complain while they are torn down. The headline is the
earliest root of the rank that failed first; launchers and what follows a failure never are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from engine.observe.log.first_failure import Candidate, first_failure
from engine.observe.log.hits import Hit, logged_hits, quoted_hits, trimmed
from engine.observe.log.ranks import RankedLines
from engine.observe.log.tables.row import Kind, Role
from engine.observe.log.xid import XIDS, number_of
from engine.run import Case
from engine.scales import is_seen

_XID = ("xid", "xid-application", "xid-harmless")
_UNCAUGHT = "uncaught-exception"
MOST_LINES = 100  # that a message names


@dataclass(frozen=True, slots=True)
class Message:
    """A message that was recognized: what it means and what to do now.

    line: number in the log, from 1. text: that line, at most 160 characters around the words that
    were recognized. meaning: a phrase. action: a sentence. rank: the process that printed it, or
    empty. entry: slug of the entry that covers it, published or planned, or empty. symptom: slug,
    or empty. count: how often it stands in the log. lines: where, from 1, at most 100 of them.
    ends_run: an error that ends a process, rather than a warning. is_usual: a normal run prints as
    many. length: of the words that were recognized, in characters.
    """

    signature: str
    line: int
    text: str
    meaning: str
    action: str
    role: Role
    kind: Kind
    rank: str = ""
    entry: str = ""
    symptom: str = ""
    count: int = 1
    lines: tuple[int, ...] = ()
    ends_run: bool = True
    is_usual: bool = False
    length: int = 0


@dataclass(frozen=True, slots=True)
class Messages:
    """headline: the earliest root of the earliest failing rank. recognized: in order of lines.

    is_quoted: the text is the description, which quotes a log, rather than the log.
    """

    headline: Message | None = None
    recognized: tuple[Message, ...] = ()
    is_quoted: bool = False

    def roles(self) -> dict[int, Role]:
        """Return the role of each line that was recognized; the weightiest, if it has several."""
        found: dict[int, Role] = {}
        for role in _WEIGHTIEST_FIRST:
            for message in self.recognized:
                if message.role == role:
                    _add_role(found, message)
        return found


_WEIGHTIEST_FIRST: tuple[Role, ...] = ("root", "consequence", "teardown", "advice", "noise")


def _add_role(found: dict[int, Role], message: Message) -> None:
    for line in message.lines:
        found.setdefault(line, message.role)


def read_messages(case: Case) -> Messages:
    """Return the messages of the log, or those that the description quotes where the log has
    none.
    """
    has_curves = bool(case.series)
    found = _read(case.log, logged_hits(case), has_curves)
    if found.recognized:
        return found
    quoted = case.description.splitlines()
    read = _read(quoted, quoted_hits(case), has_curves)
    return replace(read, is_quoted=True)


def _read(
    lines: Sequence[str],
    found: list[Hit],
    has_curves: bool,
) -> Messages:
    if not found:
        return Messages()
    ranked = RankedLines(lines)
    every: list[Message] = []
    for hit in found:
        of_hit = _messages(hit, ranked)
        every.extend(of_hit)
    kept = _without_repetition(every, ranked)
    recognized = sorted(kept, key=_place)
    leading = [message for message in recognized if _may_lead(message, has_curves)]
    headline = _headline(leading, ranked)
    numbered = tuple(map(_numbered, recognized))
    return Messages(headline and _numbered(headline), numbered)


def _numbered(message: Message) -> Message:
    """Return the message with its lines counted from 1, as people do."""
    lines = tuple(line + 1 for line in message.lines)
    return replace(
        message,
        line=message.line + 1,
        lines=lines,
    )


def _place(message: Message) -> tuple[int, int]:
    """Order by line, and on one line the longer match first: it says more."""
    return message.line, -message.length


def _messages(hit: Hit, ranked: RankedLines) -> Iterator[Message]:
    signature = hit.signature
    message = Message(
        signature=signature.name,
        line=hit.line,
        text=hit.quote,
        meaning=signature.meaning,
        action=signature.action,
        role=signature.role,
        kind=signature.kind,
        rank=ranked.rank(hit.line),
        entry=signature.entry,
        symptom=signature.symptom,
        count=hit.count,
        lines=hit.lines[:MOST_LINES],
        ends_run=signature.ends_run,
        is_usual=not is_seen(hit.strength) and signature.usual > 0,
        length=hit.length,
    )
    if signature.name in _XID:
        yield from _by_number(message, ranked)
    else:
        yield message


def _by_number(message: Message, ranked: RankedLines) -> Iterator[Message]:
    """Yield a message for each number of the driver's faults.

    A number that the catalog lacks keeps the words of the signature.
    """
    numbered: dict[int, list[int]] = {}
    for line in message.lines:
        number = number_of(ranked.lines[line])
        numbered.setdefault(number, []).append(line)
    for number, places in numbered.items():
        own = replace(
            message,
            line=places[0],
            text=trimmed(ranked.lines[places[0]]),
            rank=ranked.rank(places[0]),
            count=len(places),
            lines=tuple(places),
        )
        xid = XIDS.get(number)
        if xid is not None:
            own = replace(
                own,
                signature=f"xid-{number}",
                meaning=f"Xid {number} of the driver: {xid.meaning}",
                action=xid.action,
                role=xid.role,
                kind=xid.kind,
                ends_run=xid.role == "root",
            )
        yield own


def _without_repetition(every: Iterable[Message], ranked: RankedLines) -> list[Message]:
    """Leave out what says the same of the same line, and exceptions that a signature explains."""
    kept: list[Message] = []
    explained: set[int] = set()
    said: set[tuple[int, str]] = set()
    for message in every:
        if message.signature == _UNCAUGHT:
            kept.extend(_unexplained(message, explained, ranked))
        elif (message.line, message.meaning) not in said:
            kept.append(message)
        said.add((message.line, message.meaning))
        explained.update(message.lines)
    return kept


def _unexplained(
    message: Message,
    explained: set[int],
    ranked: RankedLines,
) -> Iterator[Message]:
    """Yield the message with the lines that no signature explains, if there are any."""
    lines = [line for line in message.lines if line not in explained]
    if lines:
        first = lines[0]
        yield replace(
            message,
            line=first,
            text=trimmed(ranked.lines[first]),
            rank=ranked.rank(first),
            count=len(lines),
            lines=tuple(lines),
        )


def _headline(
    recognized: Sequence[Message],
    ranked: RankedLines,
) -> Message | None:
    """Return the earliest message of the first rank that failed, among the weightiest kind.

    None where nothing was recognized but noise, launchers and advice.
    """
    weighed: dict[int, list[Message]] = {}
    for message in recognized:
        weight = _weight(message)
        if weight is not None:
            weighed.setdefault(weight, []).append(message)
    if not weighed:
        return None
    least = min(weighed)
    foremost = weighed[least]
    candidates = []
    for message in foremost:
        for line in message.lines:
            rank = ranked.rank(line)
            candidate = Candidate(line, rank, message.length, message.signature)
            candidates.append(candidate)
    first = first_failure(candidates, ranked)
    named = {message.signature: message for message in foremost}
    return _at(named[first.signature], first, ranked)


def _at(message: Message, first: Candidate, ranked: RankedLines) -> Message:
    """Return the message as it stands on the line where it came first."""
    if message.line == first.line:
        return message
    return replace(
        message,
        line=first.line,
        text=trimmed(ranked.lines[first.line]),
        rank=first.rank,
    )


def _may_lead(message: Message, has_curves: bool) -> bool:
    """Return whether a message can be the answer.

    Where curves tell how the training went, a notice of a tool or a warning of the surroundings
    does not: runs that go well print them too.
    """
    if message.kind == "failure" or not has_curves:
        return True
    return message.kind == "environment" and message.ends_run


def _weight(message: Message) -> int | None:
    """Return 0 for what says most about the end of a run; None for what is never a headline."""
    if message.is_usual or message.role in ("teardown", "noise"):
        return None
    if message.kind == "tool-did-so":
        return 3 if message.role == "root" else 4
    if message.role == "root":
        return 0 if message.ends_run else 2
    return 1 if message.role == "consequence" else None
