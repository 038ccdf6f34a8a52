"""Take code and formulas out of a text, for rules about its words."""

from __future__ import annotations

import re

NOT_WORDS = re.compile(r"```.*?```|`[^`]*`|\$\$[^$]*\$\$|\$[^$]*\$|\{\{[^{}]*+\}\}", re.DOTALL)


def without_code_and_formulas(text: str) -> str:
    return NOT_WORDS.sub(" ", text)
