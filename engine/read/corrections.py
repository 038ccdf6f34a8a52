"""What a person says about the reading: which run is diagnosed, and what a curve is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from engine.read.inputs import Curve
from engine.read.join.named import Named
from engine.read.metric_names.resolve import Resolved, Resolver
from engine.run import ReadAs, Series

_LONGEST = 80  # characters of a name that a warning quotes


@dataclass(frozen=True, slots=True)
class Said:
    """Curves of one input that a person named.

    curves: canonical name -> curve. left_out: own names. others: the curves that nobody named.
    """

    curves: dict[str, Named]
    left_out: tuple[str, ...]
    others: tuple[Curve, ...]


@dataclass
class Corrections:
    """Corrections of all inputs.

    names: own name -> canonical name, empty to leave the curve out. An own name may have the name
    of its input in front, `b.csv: loss`, and then holds for that input only.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    wanted_run: str = ""
    _used: set[str] = field(default_factory=set)

    def said(
        self,
        curves: Iterable[Curve],
        source: str,
        resolver: Resolver,
    ) -> Said:
        """Part the curves of an input into those that a person named and the others."""
        listed = tuple(curves)
        if not self.names:
            return Said({}, (), listed)
        named: dict[str, Named] = {}
        left_out: list[str] = []
        others: list[Curve] = []
        distinct = own_names(listed)
        pairs = zip(listed, distinct, strict=True)
        for curve, own_name in pairs:
            spelled = f"{curve.split} {curve.name}"
            key = self._key(source, own_name, spelled, curve.name)
            if key is None:
                others.append(curve)
                continue
            self._used.add(key)
            given = self.names[key]
            meaning = _meaning_of(given, resolver)
            if meaning is None or meaning.name in named or not len(curve):
                left_out.append(own_name)
                continue
            named[meaning.name] = Named(curve, meaning)
        return Said(
            named,
            tuple(left_out),
            tuple(others),
        )

    def _key(
        self,
        source: str,
        *own_names: str,
    ) -> str | None:
        for own_name in own_names:
            in_source = key_of(source, own_name)
            if in_source in self.names:
                return in_source
            if own_name in self.names:
                return own_name
        return None

    def warnings(
        self,
        read_as: Iterable[ReadAs],
    ) -> Iterator[str]:
        """Yield what was said of runs and curves that are not there."""
        wanted = self.wanted_run
        runs = {each.run for each in read_as}
        if wanted and wanted not in runs:
            quoted = _quoted(wanted)
            yield f"no input holds a run named {quoted}"
        for own_name in self.names:
            if own_name in self._used:
                continue
            quoted = _quoted(own_name)
            yield f"no curve is named {quoted}: nothing was corrected by it"


def key_of(
    source: str,
    own_name: str,
) -> str:
    """Return the name of a curve among all inputs."""
    return f"{source}: {own_name}"


def own_names(curves: Iterable[Curve]) -> list[str]:
    """Return names as the input writes them, with the split of their place where several are alike:
    `loss [val]`.
    """
    plain: list[str] = []
    splits: list[str] = []
    for curve in curves:
        name = printable(curve.name)
        plain.append(name)
        splits.append(curve.split)
    counts = Counter(plain)
    placed: list[str] = []
    pairs = zip(plain, splits, strict=True)
    for name, split in pairs:
        is_ambiguous = counts[name] > 1
        if split and is_ambiguous:
            name = f"{name} [{split}]"
        placed.append(name)
    return _numbered(placed)


def _numbered(names: list[str]) -> list[str]:
    seen: Counter[str] = Counter()
    distinct: list[str] = []
    for name in names:
        seen[name] += 1
        number = seen[name]
        if number > 1:
            name = f"{name} ({number})"
        distinct.append(name)
    return distinct


def printable(name: str) -> str:
    """Return a name that any answer can be written with: no half of a character pair."""
    encoded = name.encode("utf-8", "replace")
    return encoded.decode("utf-8")


def with_said(
    renamed: Mapping[str, Series],
    before: Mapping[str, Series],
    said: Iterable[str],
) -> dict[str, Series]:
    """Return renamed curves, but those that a person named under that name."""
    result: dict[str, Series] = {}
    values: set[int] = set()
    for name in said:
        series = before.get(name)
        if series is None:
            continue
        result[name] = series
        values.add(id(series.y))
    for name, series in renamed.items():
        is_new = name not in before
        is_renamed = is_new and id(series.y) in values
        if not is_renamed:
            result.setdefault(name, series)
    return result


def _meaning_of(
    canonical: str,
    resolver: Resolver,
) -> Resolved | None:
    """Return what a name given by a person means, None for no name."""
    if not canonical.strip():
        return None
    given = printable(canonical)
    meaning = resolver.resolve(given)
    if meaning.name == given:
        return meaning
    # A name such as `val_loss_ema` is taken as it is, not for the quantity that it holds.
    words = given.split()
    return Resolved(
        stem="_".join(words),
        quantity=meaning.quantity,
    )


def _quoted(name: str) -> str:
    start = name[:_LONGEST]
    return repr(start)
