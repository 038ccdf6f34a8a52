"""Markdown to clean HTML: formulas as MathML, code as classed spans, nothing else let through."""

from __future__ import annotations

import functools
import html
import re
import threading
import xml.etree.ElementTree as ElementTree
from typing import Literal

import nh3
from latex2mathml.converter import convert
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

# The page owns h1 (the term) and h2 (its sections), so headings in a text begin at h3.
TOP_HEADING = 3
LAST_HEADING = 6

MATH_CHILDREN = {
    "mfrac": 2,
    "msup": 2,
    "msub": 2,
    "mover": 2,
    "munder": 2,
    "mroot": 2,
    "msubsup": 3,
    "munderover": 3,
}
MATH_TAGS = {
    *MATH_CHILDREN,
    "math",
    "mrow",
    "mi",
    "mo",
    "mn",
    "mtext",
    "mspace",
    "msqrt",
    "mtable",
    "mtr",
    "mtd",
    "mstyle",
    "mpadded",
}
TEXT_TAGS = {
    "p",
    "br",
    "hr",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "div",
    "span",
    "a",
    "abbr",
    "code",
    "pre",
    "kbd",
    "samp",
    "var",
    "em",
    "strong",
    "mark",
    "q",
    "s",
    "sub",
    "sup",
    "del",
    "ins",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "code": {"class"},
    "div": {"class"},
    "ol": {"start"},
    "pre": {"class"},
    "span": {"class"},
    "td": {"align"},
    "th": {"align", "scope"},
    "math": {"display", "xmlns", "alttext"},
    "mi": {"mathvariant"},
    "mo": {
        "stretchy",
        "fence",
        "form",
        "accent",
        "separator",
        "largeop",
        "movablelimits",
        "lspace",
        "rspace",
    },
    "mover": {"accent"},
    "munder": {"accentunder"},
    "mfrac": {"linethickness"},
    "mspace": {"width"},
    "mpadded": {"width", "lspace"},
    "mstyle": {"displaystyle", "scriptlevel"},
    "mtable": {"columnalign", "rowspacing", "columnspacing", "displaystyle"},
    "mtd": {"columnalign"},
}

FORMULA = re.compile(r'<(span|div) class="arithmatex">(?:\\\(([^<]*?)\\\)|\\\[([^<]*?)\\\])</\1>')
HEADING = re.compile("h[1-6]")
UNTOLD_COMMAND = re.compile(r"\\[A-Za-z]+")


# Markdown looks for the end of a link from each bracket on: their product bounds its time.
LONGEST_TEXT = 20_000  # characters
MOST_BRACKETS = 200


class MarkupError(ValueError):
    """A formula that cannot be drawn, or a text that cannot be rendered."""


class HeadingShift(Treeprocessor):
    """Moves headings so that the highest one in the text becomes h3."""

    def run(self, root: ElementTree.Element) -> None:
        headings = [element for element in root.iter() if HEADING.fullmatch(element.tag)]
        levels = [int(heading.tag[1]) for heading in headings]
        highest = min(levels, default=TOP_HEADING)
        for heading, level in zip(headings, levels, strict=True):
            shifted = level - highest + TOP_HEADING
            bounded = min(shifted, LAST_HEADING)
            heading.tag = f"h{bounded}"


class HeadingShiftExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name that Markdown calls)
        md.treeprocessors.register(HeadingShift(md), "heading-shift", 5)


class Converter(threading.local):
    """A converter for each thread: it keeps the text that it is in."""

    def __init__(self) -> None:
        self.markdown = new_markdown()


def new_markdown() -> Markdown:
    return Markdown(
        extensions=[
            "pymdownx.superfences",
            "pymdownx.highlight",
            "pymdownx.betterem",
            "pymdownx.arithmatex",
            "sane_lists",
            TableExtension(use_align_attribute=True),
            HeadingShiftExtension(),
        ],
        extension_configs={
            "pymdownx.arithmatex": {"generic": True},
            "pymdownx.highlight": {"guess_lang": False, "anchor_linenums": False},
        },
    )


_converter = Converter()


@functools.lru_cache(maxsize=1024)  # what validation has rendered is not rendered again for loading
def markdown_to_html(text: str) -> str:
    """Raises MarkupError for a formula that cannot be drawn and for a text beyond the bounds."""
    if len(text) > LONGEST_TEXT:
        raise MarkupError(f"has {len(text):,} characters, of at most {LONGEST_TEXT:,}")
    if text.count("[") > MOST_BRACKETS:
        raise MarkupError(f"holds more than {MOST_BRACKETS} opening brackets")
    try:
        rendered = _converter.markdown.reset().convert(text)
    except RecursionError:
        _converter.markdown = new_markdown()  # the other stopped halfway, inside a list
        raise MarkupError("lists or quotes are nested too deeply") from None
    return cleaned(FORMULA.sub(_drawn, rendered))


def _drawn(match: re.Match[str]) -> str:
    inline, block = match[2], match[3]
    if inline is not None:
        return formula_to_mathml(html.unescape(inline), "inline")
    return formula_to_mathml(html.unescape(block), "block")


@functools.lru_cache(maxsize=4096)  # the rules draw each formula before a page shows it
def formula_to_mathml(latex: str, display: Literal["inline", "block"]) -> str:
    latex = latex.strip()
    try:
        mathml = convert(latex, display=display)
        root = ElementTree.fromstring(mathml)  # noqa: S314 (our own output)
    except Exception as error:  # latex2mathml raises a dozen unrelated types
        raise MarkupError(
            f"the formula {latex!r} cannot be drawn: {error or type(error).__name__}"
        ) from error
    if unknown := UNTOLD_COMMAND.search("".join(root.itertext())):
        raise MarkupError(f"the formula {latex!r} has the unknown command {unknown[0]}")
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if len(element) != MATH_CHILDREN.get(name, len(element)):
            raise MarkupError(f"the formula {latex!r} cannot be drawn: {name} lacks a part")
    return mathml.replace("<math ", f'<math alttext="{html.escape(latex)}" ', 1)


def cleaned(markup: str) -> str:
    safe = nh3.clean(
        markup,
        tags=MATH_TAGS | TEXT_TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
    # A block of code scrolls sideways on a phone, so the keyboard must be able to reach it.
    return safe.replace("<pre>", '<pre tabindex="0">')
