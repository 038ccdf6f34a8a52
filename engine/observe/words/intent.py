"""What a text wants: to complain of something, to ask whether it is normal, or neither.

A question is no statement. What it states is what it takes for granted: "why does my loss rise?"
says that the loss rises, "is my loss too high?" says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from engine.observe.measures.once import once_per_key
from engine.observe.words.clauses import Clause, clauses
from engine.observe.words.languages.translate import to_english
from engine.observe.words.meaning import asks_what_lines_mean

Kind = Literal[
    "statement",
    "complaint",
    "asks-why",
    "asks-if-normal",
    "question",
    "guess",
    "request",
    "satisfied",
    "greeting",
    "setup",
]

_LEAD = r"(?:(?:and|so|but|also|now|then|hi|hello|well|ok|question|or)\b[,:]? ){0,2}"
_NOBODY = r"(?:i |we |one |you |to |someone )?"
_WHY = re.compile(
    rf"^{_LEAD}(?:.{{0,60}}?\b(?:explain|tell me|know|idea|understand|wonder|wondering|see"
    rf"|clue|sure)"
    r" )?(?:why|how come|what (?:causes|is causing|makes|could cause|can cause|would cause)"
    rf"|how (?:do |can |could |should |would |did )?{_NOBODY}"
    r"(?:fix|avoid|stop|prevent|solve|get rid of|resolve|deal with|overcome|reduce|repair)"
    r"|how (?:can|could) (?!i\b|we\b|you\b|one\b)|what (?:should|can|do) (?:i"
    r"|we) do (?:if|when|about))\b"
)
_AUXILIARY = re.compile(
    r" {0,4}(?:does|do|did|is|are|was|were|has|have|can|could|would|should|will)(?! not\b|n't) "
)
_USUAL = (
    r"(?:normal|ok|okay|fine|expected|usual|typical|common|healthy|bad|good|wrong|a problem|"
    r"a concern|a bug|to be expected|alright|reasonable|acceptable|worrying|correct|a lot"
    r"|too (?:much|high|low|large|small|big|slow|fast|good|bad|long|early|late)"
    r"|possible|plausible|intended|by design|supposed to|meant to)"
)
_THIS = r"(?:it|this|that|these|those|they|there (?:anything|something|something anything))"
_NORMAL_THAT = re.compile(
    rf"\b(?:(?:is|are|was) {_THIS}|(?:whether|if) (?:it|this|that|these)(?: is|'s| are))"
    rf" (?:\w{{1,12}} ){{0,2}}{_USUAL}\b(?: (?:that|if|when|for|behaviou?r)\b)?"
)
_NORMAL_SO = re.compile(
    rf"^{_LEAD}(?P<verb>is|are|was|were) .{{1,90}}? (?P<usual>{_USUAL})\??[ .!]{{0,3}}$"
)
# "Is my split wrong?" does not say that it is.
_DOUBTED = frozenset({"wrong", "bad", "correct", "a bug", "a problem", "reasonable", "good"})
_NORMAL_TAG = re.compile(
    r"^(?:normal|ok|okay|right|is (?:this|it|that) (?:normal|ok|okay))\b.{0,20}\?$"
)
_WORRY = re.compile(
    rf"^{_LEAD}(?:should (?:i|we) (?:worry|be worried|be concerned|care|ignore)"
    r"|do (?:i|we) (?:have|need) to worry|does it matter|does this matter|can i ignore"
    r"|is (?:something|anything) wrong)\b(?: (?:that|if|about|when|with)\b)?"
)
_RIGHT_SO = re.compile(
    r"\b(?:(?:does|do|is|are) (?:this|that|it|these|they|those)(?: \w{1,15})?"
    r" (?:look|looks|looking|seem|make) (?:right|ok|okay|normal|fine|correct|good|reasonable|sense)"
    r"|can (?:this|that|it|these) (?:really )?be (?:right|correct|true|normal|real)"
    r"|(?:is|was|are) (?:something|anything) (?:wrong|broken|off|buggy)"
    r"|(?:did|do|have|am) i (?:do|did|done|doing|make|made|making|get|got|getting|miss|missing)"
    r" (?:something|anything|it|this|a mistake)\b(?: (?:wrong|here))?"
    r"|is (?:my|the|this) .{1,40} or is (?:something|it|this))\b"
)
_SHOULD = re.compile(rf"^{_LEAD}(?:should|shouldn't|would you expect) (?!i\b|we\b|you\b)")
_QUESTION_WORD = re.compile(
    rf"^{_LEAD}(?:what|which|who|whose|where|when (?:should|do|does|can|will)|how|whether)\b"
)
_INVERTED = re.compile(
    rf"^{_LEAD}(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|may"
    rf"|isn't|aren't|"
    r"don't|doesn't|didn't|shouldn't|can't|couldn't|wouldn't|any|anyone|anybody|has anyone)\b"
)
_ABOUT_IT = re.compile(
    rf"^{_LEAD}(?:is|are|was|do|does|did|could|would|has|have|isn't|aren't|doesn't)"
    r" (?:it|this|that|the|my|there|these|those) "
)
_WITH_SUBJECT = re.compile(
    rf"^{_LEAD}(?:is|are|was|do|does|did|can|could|should|would|will|have|has|isn't|don't|doesn't"
    r"|shouldn't) (?:it|this|that|there|the|my|i|we|you|a|an|these|those|any|anyone|someone)\b"
)
_REQUEST = re.compile(
    rf"^{_LEAD}(?:please|kindly|could (?:you|some|any)|can (?:you|some|any)|would you|will you"
    r"|let me know|any (?:help|ideas?|suggestions?|advice|hints?|tips|pointers)|help\b|looking for"
    r"|i (?:would|'d) (?:like|love|appreciate|be)|i'd|i want to (?:know|ask|learn)|i need help"
    r"|is there (?:a|an|any|some)|do you|have you|has any|did you|what do you"
    r"|need (?:some )?(?:help|advice)|tell me|show me|share|send|try|see|check|note that)\b"
)
_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|thank(?:s| you)"
    r"|many thanks|thx|ty"
    r"|cheers|best(?: regards)?|regards|kind regards|sorry|greetings|welcome|bye"
    r"|(?:great|nice|awesome|amazing|good|excellent) (?:work|job|project|repo|library"
    r"|paper|tool|code)"
    r"|congrat\w{0,12}|i (?:really )?(?:like|love) )\b"
)
_SATISFIED = re.compile(
    r"^(?:(?:.{0,30}\b)?(?:everything|all|it|that|this|they|the (?:problem|issue|bug"
    r"|error|training)|training"
    r"|(?:my|the) (?:model|run|code|training))(?:'s| is| are| was| has been| got| looks?| seems?)?"
    r"(?: now| all| just| really)? (?:works?|working|worked|runs?|running|went|goes|going|solved"
    r"|fixed|resolved|fine|good|great|perfect|ok|okay|helped)"
    r"(?: (?:fine|well|great|good|perfectly|now|again|ok|okay|as expected|smoothly"
    r"|like a charm|so far"
    r"|for me|out|thanks?|thank you|too)){0,4}|solved|fixed|resolved|never ?mind|nvm"
    r"|no (?:problems?|issues?|errors?|complaints?)(?: at all| so far| anymore)?)[ ,.!:)]{0,6}"
    r"(?:thanks?|thank you|cheers)?[ .!)]{0,6}$"
)
_SETUP = re.compile(
    rf"^{_LEAD}(?:(?:i am|i'm|im|we are|we're|i was|i have been|i) )?(?:just |currently |now )?"
    r"(?:training|fine-?tuning|using|trying|working|implementing|building|new\b|learning|running"
    r"|studying|playing|a beginner|writing|following|a student|train|use|fine-?tune)\b"
)
# Words by which a statement complains; a report may well do without.
_TROUBLE = re.compile(
    r"\b(?:nan|nans|inf|errors?|exceptions?|crash\w{0,5}|fail\w{0,5}|stuck|wrong|worse"
    r"|worst|bad|badly"
    r"|poor|poorly|low|lower|drop(?:s|ped|ping)?|collaps\w{0,5}|explod\w{0,4}"
    r"|diverg\w{0,5}|vanish\w{0,4}"
    r"|overfit\w{0,5}|underfit\w{0,5}|slow\w{0,3}|killed|hang\w{0,4}|freez\w{0,3}|not"
    r"|never|no|cannot"
    r"|zero|constant|flat|same|only|rises?|rising|increas\w{0,4}|oscillat\w{0,4}|fluctuat\w{0,4}"
    r"|spik\w{0,4}|jump\w{0,4}|noisy|unstable|problem|issue|bug|strange|weird|odd"
    r"|unexpected|suddenly"
    r"|forget\w{0,4}|leak\w{0,4}|mismatch|oom|stop\w{0,4}|stall\w{0,3}|plateau\w{0,3}|chance|random"
    r"|terrible|useless|nothing|none|without|too|lost|loses|huge|tiny|blow\w{0,2}|goes up"
    r"|out of memory)\b"
    r"|n't\b|\bgap\b"
)
_OWN_WORDS = re.compile(
    r"\b(?:so|and|but|i|we|am|wonder(?:ing)?|not|sure|just|want|to|know|do|don't|no|idea|question"
    r"|why|this|it|that|is|my)\b|[?.!,]"
)
LEAST_STATED = 2  # words
_SHORT_QUESTION = 4  # words: `overfitting?` asks, `loss 3.9 and accuracy 90 %?` states


@dataclass(frozen=True, slots=True)
class Judged:
    """A clause, what kind it is, and the part of it that is stated, None where nothing is."""

    kind: Kind
    clause: Clause
    stated: Clause | None


ASKING = frozenset({"asks-why", "asks-if-normal", "question"})


@dataclass(frozen=True, slots=True)
class Intent:
    """What a text wants.

    asks_if_normal: it asks whether something is as it should be.
    complains: it says that something is wrong, or asks for the cause.
    is_chatter: it does nothing but greet, thank, ask for other things or say what is done.
    asks: it holds a question of any kind.
    asks_meaning: it asks what printed lines or numbers mean, and complains of nothing.
    clause: the words that say so, as they were written; empty for an empty text.
    """

    asks_if_normal: bool = False
    complains: bool = False
    is_chatter: bool = False
    is_satisfied: bool = False
    asks: bool = False
    clause: str = ""
    asks_meaning: bool = False


def intent_of(text: str) -> Intent:
    """Return what a text in any language wants."""
    understood = to_english(text)
    judged = [judge(clause) for clause in clauses(understood.text)]
    if not judged:
        return Intent()
    asking = [item for item in judged if item.kind == "asks-if-normal"]
    complaining = [item for item in judged if item.kind in {"complaint", "asks-why"}]
    stating = [item for item in judged if item.kind in {"statement", "guess"}]
    told = (*asking, *complaining, *stating, *judged)[0].clause
    return Intent(
        asks_if_normal=bool(asking),
        complains=bool(complaining),
        is_chatter=not (asking or complaining or stating),
        asks=any(map(_asks, judged)),
        is_satisfied=not complaining and any(item.kind == "satisfied" for item in judged),
        clause=understood.quote(told.start, told.end),
        asks_meaning=not complaining and any(map(_is_about_meaning, judged)),
    )


def _asks(judged: Judged) -> bool:
    is_question = judged.kind == "guess" and judged.clause.text.endswith("?")
    return is_question or judged.kind in ASKING


def _is_about_meaning(judged: Judged) -> bool:
    text = judged.clause.text
    return asks_what_lines_mean(text) and not _TROUBLE.search(text)


@once_per_key
def judge(clause: Clause) -> Judged:
    """Return what kind of clause this is, and what it states."""
    asked = _asked_if_normal(clause) or _asked_why(clause)
    if asked is not None:
        return asked
    return Judged(*_plain_kind(clause))


def _asked_why(clause: Clause) -> Judged | None:
    found = _WHY.match(clause.text)
    if found is None:
        return None
    auxiliary = _AUXILIARY.match(clause.text, found.end())
    start = auxiliary.end() if auxiliary else found.end()
    rest = clause.part(start)
    if not rest.text.strip("?! ."):
        # "my model is bad and I do not know why" says it in front.
        rest = clause
    return Judged("asks-why", clause, _stated(rest))


def _asked_if_normal(clause: Clause) -> Judged | None:
    text = clause.text
    found = _NORMAL_THAT.search(text) or _WORRY.match(text)
    if found is not None:
        before = Clause(text[: found.start()].rstrip(" ,"), clause.start)
        longer = max((clause.part(found.end()), before), key=lambda part: len(part.text))
        return _asking(clause, _stated(longer))
    named = _NORMAL_SO.match(text)
    if named is not None:
        if named["usual"] in _DOUBTED or named["usual"].startswith("too "):
            return _asking(clause, None)
        return _asking(clause, clause.part(named.end("verb")))
    is_asked = _SHOULD.match(text) or _RIGHT_SO.search(text)
    if _NORMAL_TAG.match(text) or (is_asked and "?" in text):
        return _asking(clause, None)
    return None


def _asking(clause: Clause, stated: Clause | None) -> Judged:
    return Judged("asks-if-normal", clause, stated)


def _stated(part: Clause) -> Clause | None:
    """Return a part of a clause, None where it holds only words of the asking itself."""
    words = _OWN_WORDS.sub("", part.text).split()
    return part if len(words) >= LEAST_STATED else None


def _plain_kind(clause: Clause) -> tuple[Kind, Clause, Clause | None]:
    text = clause.text
    troubled = _TROUBLE.search(text) is not None
    if _SATISFIED.match(text):
        return "satisfied", clause, None
    if _is_guess(text):
        return "guess", clause, None
    if _is_question(text):
        return "question", clause, None
    if _GREETING.match(text) and not troubled:
        return "greeting", clause, None
    if _REQUEST.match(text) and not troubled:
        return "request", clause, None
    if troubled:
        return "complaint", clause, clause
    if _SETUP.match(text):
        return "setup", clause, clause
    return "statement", clause, clause


def _is_guess(text: str) -> bool:
    """Say whether a clause asks if something holds for this run: `is this overfitting?`."""
    if _ABOUT_IT.match(text):
        return True
    is_short = len(text.split()) < _SHORT_QUESTION
    return is_short and text.endswith("?") and not _QUESTION_WORD.match(text)


def _is_question(text: str) -> bool:
    if _QUESTION_WORD.match(text) or _WITH_SUBJECT.match(text):
        return True
    return text.rstrip(" )").endswith("?") and _INVERTED.match(text) is not None
