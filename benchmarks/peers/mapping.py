"""The failures that each rule of a tool names, as fixed in `mappings/` before any scoring."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.peers.finding import Finding

FOLDER = Path(__file__).parent / "mappings"

Slugs = tuple[str, ...]


class UnmappedRuleError(Exception):
    """A tool reported a rule that its mapping does not know, as another version may."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of a finding, and the failures that they name."""

    words: str
    slugs: Slugs


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a rule names.

    names: slugs, whatever the finding says. says: words that name more where a finding holds
    them. is_about_file: the finding is about the file and not about the training.
    """

    names: Slugs = ()
    says: tuple[Saying, ...] = ()
    is_about_file: bool = False

    def slugs(self, text: str) -> list[str]:
        """Return what the rule names with this text, each slug once."""
        named = dict.fromkeys(self.names)
        for saying in self.says:
            if saying.words in text:
                named |= dict.fromkeys(saying.slugs)
        return list(named)


@dataclass(frozen=True, slots=True)
class RuleMap:
    """The rules of one tool in one version."""

    tool: str
    version: str
    license: str
    rules: Mapping[str, Meaning]

    def meaning(self, finding: Finding) -> Meaning:
        """Raises UnmappedRuleError."""
        if finding.rule not in self.rules:
            message = f"{self.tool}: the rule {finding.rule!r} is not mapped"
            raise UnmappedRuleError(message)
        return self.rules[finding.rule]

    def slugs(self, finding: Finding) -> list[str]:
        """Return the failures that the finding names. Raises UnmappedRuleError."""
        meaning = self.meaning(finding)
        return meaning.slugs(finding.text)

    @property
    def every_slug(self) -> set[str]:
        slugs: set[str] = set()
        for meaning in self.rules.values():
            slugs.update(meaning.names)
            for saying in meaning.says:
                slugs.update(saying.slugs)
        return slugs


def read_mapping(tool: str, folder: Path = FOLDER) -> RuleMap:
    """Read the mapping of a tool. Raises OSError, and KeyError where a part is missing."""
    path = folder / f"{tool}.yaml"
    tree = yaml.safe_load(path.read_text())
    rules = {}
    for name, value in tree["rules"].items():
        rules[name] = _meaning(value)
    return RuleMap(
        tool=tree["tool"],
        version=tree["version"],
        license=tree["license"],
        rules=rules,
    )


def _meaning(value: Any) -> Meaning:
    """Read a rule: a list of slugs, or the parts of a meaning."""
    if isinstance(value, list):
        return Meaning(tuple(value))
    says = []
    for words, slugs in value.get("says", {}).items():
        saying = Saying(words, tuple(slugs))
        says.append(saying)
    names = value.get("names", ())
    return Meaning(
        names=tuple(names),
        says=tuple(says),
        is_about_file=value.get("about") == "file",
    )
