"""Read a Dockerfile as its steps: the instructions that ours uses, and no others."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field

KNOWN = frozenset(
    {
        "ARG",
        "FROM",
        "WORKDIR",
        "ENV",
        "COPY",
        "RUN",
        "USER",
        "VOLUME",
        "EXPOSE",
        "STOPSIGNAL",
        "HEALTHCHECK",
        "ENTRYPOINT",
        "CMD",
    }
)
VARIABLE = re.compile(r"\$\{(\w+)\}")


class UnknownStepError(ValueError):
    """A step that this check cannot take, which says that the check must learn it."""


@dataclass(frozen=True)
class Step:
    word: str
    text: str

    @property
    def words(self) -> list[str]:
        """Return the parts of the text: of a JSON list, or as a shell splits them."""
        if self.text.startswith("["):
            parts: list[str] = json.loads(self.text)
            return parts
        return shlex.split(self.text)


@dataclass
class Stage:
    """An image on its way: what stands between two FROM."""

    base: str
    name: str = ""
    steps: list[Step] = field(default_factory=list)

    def last(self, word: str) -> Step:
        """Return the step of this word that holds in the end. Raises LookupError."""
        for step in reversed(self.steps):
            if step.word == word:
                return step
        raise LookupError(f"the Dockerfile has no {word}")


def stages_of(text: str) -> list[Stage]:
    """Return the stages of a Dockerfile in order. Raises UnknownStepError."""
    stages: list[Stage] = []
    arguments: dict[str, str] = {}
    for step in _steps(text):
        if step.word not in KNOWN:
            raise UnknownStepError(f"the check does not know {step.word}")
        if step.word == "ARG":
            name, _, value = step.text.partition("=")
            arguments[name] = value
        elif step.word == "FROM":
            stages.append(_stage(step, arguments))
        else:
            stages[-1].steps.append(step)
    return stages


def _stage(step: Step, arguments: dict[str, str]) -> Stage:
    base, *rest = step.words
    filled = VARIABLE.sub(lambda match: arguments[match[1]], base)
    name = ""
    if rest:
        name = rest[-1]
    return Stage(filled, name)


def _steps(text: str) -> Iterator[Step]:
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ")
    for line in filter(str.strip, joined.splitlines()):
        word, _, rest = line.strip().partition(" ")
        yield Step(word.upper(), rest.strip())
