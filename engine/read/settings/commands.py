"""Settings of a launch command: `torchrun --nproc_per_node 4 train.py --lr 5e-5 seed=1`."""

from __future__ import annotations

import re
from collections.abc import (
    Iterable,
    Sequence,
)
from dataclasses import dataclass, field

from engine.read.settings.entries import without_prefix
from engine.read.settings.literals import value_of
from engine.read.settings.vocabulary import is_setting

MAX_COMMAND = 20_000  # characters of a command with all its continued lines
_LAUNCHERS = (
    "python", "python3", "torchrun", "accelerate", "deepspeed", "srun", "mpirun", "mpiexec",
    "horovodrun", "ray", "uv", "poetry", "conda", "bash", "sh", "nohup", "yolo", "tune", "exec",
    "ipython", "pdm", "sbatch", "colossalai", "composer",
)  # fmt: skip
_PROMPT = re.compile(
    r"\s*+(?:\([\w.\-]{1,40}\) ?)?(?:"
    r"\[?[\w.\-]{1,40}@[\w.\-]{1,60}[^\s$#%>]{0,80}(?: [^\s$#%>]{1,60})?\]?\s?[$#%>] "
    r"|(?:PS )?[A-Z]:\\[^\n>]{0,80}> ?|In ?\[\d{1,5}\]: ?[!%]?"
    r"|[\u276f\u279c\u03bb] {1,2}(?:[\w~./\-]{1,40} (?:git:\([^()]{1,40}\) )?\S? ?)?(?=\w|\./)"
    r"|[$#>!%+]{1,2} ?"
    r"|(?i:(?:running|executing|command(?: line)?|cmd|launch(?:ing)?|args?|argv|run)(?:ed)? ?: )"
    r"(?:\[)?)?"
)
_WORD = re.compile(
    r"\"[^\"\n]{0,2000}+\"|'[^'\n]{0,2000}+'|(?:[^\s\"'\\]++|\"[^\"\n]{0,400}+\"|'[^'\n]{0,400}+'|[\"'\\])+"
)
_PROGRAM = re.compile(r"[\w.~/${}\-]{1,200}")
_SCRIPT = re.compile(r"[\w.~/${}\-]{1,200}\.(?:py|sh)")
_FLAG = re.compile(r"--?([A-Za-z][\w.\-/:]{0,119}+)(?:=(.*))?", re.DOTALL)
_OVERRIDE = re.compile(r"\+{0,2}([A-Za-z_][\w.\-/@]{0,119}+)=(.+)", re.DOTALL)
_LONG_FLAG = re.compile(r"--[A-Za-z][\w.\-/:]")
_DASHED_FLAG = re.compile(r"-([A-Za-z][\w\-]{1,60})")
# Words behind the program are flags with one dash: `$ ./fasttext supervised -lr 0.5 -epoch 25`.
_DASHED = re.compile(
    r"(?:[^\w\s]{1,3} ?)?[\w.~/\-]{1,200}(?>(?: [\w./][^\s=]{0,80}){0,3})"
    r" -[a-zA-Z][\w\-]{1,60} [^\s:=]"
)
_SHELL = "$ "
# One letter each, as example programs of the large frameworks use them.
_LETTERS = {"b": "batch_size", "j": "num_workers", "a": "arch", "e": "", "p": "", "m": ""}
_ENVIRONMENT = re.compile(r"[A-Z_][A-Z0-9_]{1,60}=.*")
_LAUNCHED = re.compile(
    r"(?:[^\w\s]{1,3} ?|(?i:cmd|command|running|args?) ?: )?"
    rf"(?:[A-Z_]{{2,40}}=\S{{1,80}} )?(?:{'|'.join(_LAUNCHERS)}) "
)
_SHORTEST = 2  # letters of a flag that is kept
_FLAGS_OF_ANY = 2  # flags that make any word a program
_OVERRIDES_OF_LAUNCHER = 2
_USAGE = re.compile(r"(?i)\s*+(?:usage|error|warning|note|try|use|see)\b")


def may_be_command(line: str) -> bool:
    """Cheap test before anything is taken apart."""
    if " --" in line or ".py" in line or ".sh" in line or line.startswith("--"):
        return True
    if line.startswith(_SHELL) and "=" in line:
        return True
    if " -" in line and _DASHED.match(line) is not None:
        return True
    return _LAUNCHED.match(line) is not None


def command_of(text: str) -> dict[str, object] | None:
    """Return the settings of a command with its continued lines joined; None for no command."""
    if _USAGE.match(text):
        return None
    words = words_of_command(text)
    start = _start(words, text.startswith(_SHELL))
    if start is None:
        return None
    return settings_of_words(words[start:])


def words_of_command(text: str) -> list[str]:
    """Split a command as a shell does, without the prompt in front; quotes are taken off."""
    text = text[:MAX_COMMAND]
    prompt = _PROMPT.match(text)
    place = prompt.end() if prompt else 0
    text = text[place:] if place else without_prefix(text)
    words = [word for word in _WORD.findall(text) if word != "\\"]
    if "'" in text or '"' in text:
        return list(map(_without_quotes, words))
    return words


def settings_of_words(words: Iterable[str]) -> dict[str, object]:
    """Return the flags and overrides among the words of a command; the first value stands."""
    flags = _Flags()
    for word in words:
        flags.add(word)
    flags.close()
    return flags.found


@dataclass
class _Flags:
    """Flags while a command is read; `name` is the one whose values follow."""

    found: dict[str, object] = field(default_factory=dict)
    name: str = ""
    values: list[str] = field(default_factory=list)

    def add(self, word: str) -> None:
        """Take a word as a flag, an override, or a value of the flag before it."""
        flag = _FLAG.fullmatch(word) if word.startswith("-") else None
        override = _OVERRIDE.fullmatch(word) if "=" in word else None
        if flag is not None:
            self.close()
            self._open(flag.group(1), flag.group(2))
        elif override is not None:
            self.close()
            if _ENVIRONMENT.fullmatch(word) is None:
                self._open(override.group(1), override.group(2))
                self.close()
        else:
            self.values.append(word)

    def _open(
        self,
        name: str,
        value: str | None,
    ) -> None:
        """Begin a flag; one with `=` ends at once."""
        self.name = _LETTERS.get(name, name)
        if value is not None:
            self.values.append(value)
            self.close()

    def close(self) -> None:
        """Keep the flag that is open.

        Values behind the name of the program, and flags of one unknown letter, are left out.
        """
        name = self.name
        values = self.values
        self.name = ""
        self.values = []
        if len(name) < _SHORTEST:
            return
        if values:
            self.found.setdefault(name, _value_of_all(values))
            return
        is_on = not name.startswith(("no-", "no_"))
        if not is_on:
            name = name[len("no-") :]
        self.found.setdefault(name, is_on)


def _value_of_all(words: Sequence[str]) -> object:
    """Return the numbers where all are numbers: `--betas 0.9 0.999`.

    Of other words only the first is the value; the others are arguments of the program.
    """
    if len(words) == 1:
        return value_of(words[0])
    values = [value_of(word) for word in words]
    are_numbers = all(isinstance(value, float) for value in values)
    return values if are_numbers else values[0]


def _start(
    words: Sequence[str],
    is_typed: bool,
) -> int | None:
    """Return where the command begins; None where the words are none.

    It begins with a launcher or a script, or with any program that gets two flags, or two overrides
    where it was typed behind a prompt.
    """
    place = 0
    while place < len(words) and _ENVIRONMENT.fullmatch(words[place]):
        place += 1
    if place >= len(words):
        return None
    first = words[place]
    rest = words[place + 1 :]
    is_program = is_typed and _PROGRAM.fullmatch(first) is not None
    if is_program and _overrides(rest) >= _OVERRIDES_OF_LAUNCHER:
        return place
    return place if _begins_command(first, rest) else None


def _begins_command(
    first: str,
    rest: Sequence[str],
) -> bool:
    """Return whether the first word starts a program and the rest are its arguments."""
    if _LONG_FLAG.match(first):
        return True
    if not _PROGRAM.fullmatch(first):
        return False
    flags = _flags(rest)
    if _SCRIPT.fullmatch(first):
        return flags + _overrides(rest) > 0
    program = first.rpartition("/")[2]
    if program in _LAUNCHERS and _is_launched(rest):
        return True
    return first.islower() and (flags >= _FLAGS_OF_ANY or _are_dashed(rest))


def _are_dashed(words: Sequence[str]) -> bool:
    """Return whether the words have flags of one dash, one of which is the name of a setting."""
    found = filter(None, map(_DASHED_FLAG.fullmatch, words))
    names = [flag.group(1) for flag in found]
    return len(names) >= _FLAGS_OF_ANY and any(map(is_setting, names))


def _is_launched(words: Sequence[str]) -> bool:
    """Return whether a launcher gets a script, a module, a flag or overrides."""
    if any(map(_SCRIPT.fullmatch, words)):
        return True
    if "-m" in words[:1]:
        return True
    return _flags(words) >= 1 or _overrides(words) >= _OVERRIDES_OF_LAUNCHER


def _flags(words: Sequence[str]) -> int:
    """Return how many words are flags."""
    flags = filter(_LONG_FLAG.match, words)
    return len(list(flags))


def _overrides(words: Sequence[str]) -> int:
    """Return how many words are overrides such as `lr=0.1`."""
    overrides = filter(_OVERRIDE.fullmatch, words)
    return len(list(overrides))


def _without_quotes(word: str) -> str:
    """Return what a word in quotes holds."""
    if len(word) < 2:
        return word
    is_quoted = word[0] in "\"'" and word[-1] == word[0]
    return word[1:-1] if is_quoted else word
