"""How many classes a description names, in words or by a well-known data set."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COUNTED = re.compile(
    r"(?<![\w.])(?P<count>\d{1,5})[ \t-]{0,3}(?:way|classes|class|labels|categories"
    r"|digits|species|breeds)\b"
)
_NAMED = re.compile(
    r"\b(?:num_classes|n_classes|number of classes|classes)\s{0,3}(?:is|=|:"
    r"|of)?\s{0,3}(?P<count>\d{1,5})\b"
)
_BINARY = re.compile(r"\bbinary\b|\btwo[ -]class|\b2[ -]class|\btwo classes\b|\btwo categories\b")
# Words by which a data set is the one that the weights come from.
_SOURCE = re.compile(r"\b(?:pretrained|pre-trained|weights|backbone|initiali[sz]ed)\b")
NEAR = 25  # characters around its name

# Data sets by the number of their classes, as their authors publish them.
_DATA_SETS = {
    2: "imdb|sst-?2|cats vs\\.? dogs|dogs vs\\.? cats|cola|yelp polarity",
    3: "iris|mnli|snli|multinli",
    4: "ag[ _]?news",
    10: (
        "(?:fashion[ -]?|k)?mnist|cifar[ -]?10|svhn|stl[ -]?10|imagenette|imagewoof|eurosat"
        "|yahoo answers"
    ),
    14: "dbpedia",
    19: "cityscapes",
    20: "20[ _]?news[ _]?groups|pascal voc|voc ?20(?:07|12)",
    101: "food[ -]?101|ucf[ -]?101|caltech[ -]?101",
    51: "hmdb[ -]?51",
    80: "(?:ms ?)?coco",
    100: "cifar[ -]?100|imagenet[ -]?100|fgvc[ -]?aircraft",
    102: "(?:oxford )?flowers[ -]?102",
    120: "stanford dogs",
    150: "ade ?20k",
    196: "stanford cars",
    200: "cub(?:[ -]?200)?|tiny[ -]?imagenet",
    256: "caltech[ -]?256",
    365: "places[ -]?365",
    400: "kinetics[ -]?400",
    1000: "imagenet(?:[ -]?1k)?|ilsvrc(?:[ -]?2012)?",
}
_NAMES = {
    count: re.compile(rf"(?<![\w-])(?:{names})(?![\w])(?!-\d)")
    for count, names in _DATA_SETS.items()
}


@dataclass(frozen=True, slots=True)
class Classes:
    """A number of classes, where it stands, and the data set that it is taken from."""

    count: int
    span: tuple[int, int]
    data_set: str = ""

    @property
    def described(self) -> str:
        if self.data_set:
            return f"the {self.count} classes of {self.data_set}"
        return f"{self.count} classes"


def classes_of(text: str) -> Classes | None:
    """Return the number of classes that a plain text states, else that of a data set in it."""
    for pattern in (_COUNTED, _NAMED):
        for found in pattern.finditer(text):
            count = int(found["count"])
            if count > 1:
                return Classes(count, found.span())
    binary = _BINARY.search(text)
    if binary is not None:
        return Classes(2, binary.span())
    return _of_data_set(text)


def _of_data_set(text: str) -> Classes | None:
    """Return the classes of the only data set that is named; none where two differ."""
    found = [
        Classes(count, match.span(), match[0])
        for count, pattern in _NAMES.items()
        for match in pattern.finditer(text)
        if not _gives_weights(text, match)
    ]
    longest = [item for item in found if not _is_within(item, found)]
    if len({item.count for item in longest}) != 1:
        return None
    return longest[0]


def _is_within(
    item: Classes,
    others: list[Classes],
) -> bool:
    """Say whether a name is the end of a longer one: `imagenet` of `tiny imagenet`."""
    start, end = item.span
    return any(other.span[0] < start and other.span[1] == end for other in others)


def _gives_weights(text: str, match: re.Match[str]) -> bool:
    around = text[max(match.start() - NEAR, 0) : match.end() + NEAR]
    return _SOURCE.search(around) is not None
