"""The form of one line: a statement of Python, or a sentence that begins like one."""

from __future__ import annotations

import re

_KEYWORD = re.compile(
    r"(?:import|from|def|class|for|while|if|elif|else|try|except|finally|with|return|raise|assert"
    r"|del|pass|break|continue|yield|async|await|global|nonlocal)\b.{0,500}|@\w.{0,200}"
)
_HEADER = re.compile(
    r"(?:else|try|finally|(?:for|while|if|elif|with|def|class|except)\b.{1,400}):.*"
)
# `(a, b), (c, d)` are targets, each with the brackets that stand beside it.
_TARGET = r"[(\[]{0,2}[A-Za-z_*][\w.]{0,80}+(?:\[[^\]\n]{0,80}\])?,?[)\]]{0,2}"
_ASSIGNED = re.compile(
    rf"{_TARGET}(?:, ?{_TARGET}){{0,8}}(?:: ?[\w.\[\], ]{{1,60}})? ?"
    r"(?:[-+*/|%@&^]|\*\*|//|<<|>>)?= ?[^=\s].*"
)
_CALLED = re.compile(r"[A-Za-z_][\w.]{0,100}+(?:\[[^\]\n]{0,60}\])?\(.*")
_CLOSING = re.compile(r"[)\]}].{0,200}")
_COMMENT = re.compile(r"#(?!\s?#).{0,300}|\"\"\".*|'''.*|\.\.\.")
_MAY_OPEN = re.compile(
    r"\s*+(?:[)\]}#\"'.@]|(?:import|from|def|class|for|while|if|elif|else|try|except"
    r"|finally|with|return|raise|assert|del|pass|break|continue|yield|async|await|global|nonlocal)\b)"
)
_FORMS = (
    _HEADER,
    _COMMENT,
    _CLOSING,
    _ASSIGNED,
    _CALLED,
)
_ANY_FORM = re.compile("|".join(f"(?:{form.pattern})" for form in _FORMS))
_OPENING = frozenset(
    {"for", "while", "if", "elif", "with", "except", "class", "def", "from", "async"}
)
_STRING = re.compile(r"\"[^\"\n]*+\"|'[^'\n]*+'")
_SIGNS = frozenset({"==", "!=", "<=", ">=", "+", "*", "%", "@", "//"})
_ALONE = frozenset({"pass", "break", "continue"})
_GOES_ON = (":", ",", "(", "\\")


def may_be_statement(line: str) -> bool:
    """Say whether a line holds the sign or the word of a statement: most of a log hold neither."""
    return "=" in line or "(" in line or _MAY_OPEN.match(line) is not None


def is_statement(
    line: str,
    may_indent: bool,
) -> bool:
    """Return whether a line has the form of a statement, or of a part of one."""
    if line[:1].isspace() and not may_indent:
        return False
    if not may_be_statement(line):
        return False
    text = line.strip()
    if _KEYWORD.fullmatch(text) and not _HEADER.fullmatch(text):
        return _is_keyword_statement(text)
    return _ANY_FORM.fullmatch(text) is not None


def _is_keyword_statement(text: str) -> bool:
    """Tell `return loss` and `import x` from a sentence that begins with such a word.

    What opens a block ends in a colon, or goes on in the next line.
    """
    word, _, rest = text.partition(" ")
    if word in _OPENING:
        is_import = word == "from" and " import " in text
        return is_import or text.endswith(_GOES_ON)
    if word in _ALONE:
        return not rest
    if word == "import":
        parts = rest.split(",")
        return all(map(_is_module, parts))
    return not rest or _is_expression(rest)


def _is_module(text: str) -> bool:
    """Return whether a text is a module, with another name or without: `numpy as np`."""
    name, _, other = text.strip().partition(" as ")
    parts = name.split(".")
    return all(part.isidentifier() for part in parts) and " " not in other


def _is_expression(text: str) -> bool:
    """Return whether a text is no sentence.

    Few plain words follow each other in an expression: `x if y else z` is the longest run.
    Texts in quotes do not count.
    """
    words = _STRING.sub("", text).split()
    plain = list(filter(str.isalpha, words))
    is_compared = not _SIGNS.isdisjoint(words)
    return len(words) == 1 or is_compared or len(plain) < len(words) / 2
