"""What an input was taken for, as the answer tells it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from engine.read.corrections import Said, own_names, printable
from engine.read.inputs import Curve, NamedReading
from engine.read.join.named import Named, split_of_path
from engine.read.join.pick import Picked
from engine.read.join.runs import Chosen
from engine.read.metric_names.resolve import Resolver
from engine.run import CurveRead, ReadAs


class Taken(NamedTuple):
    """Curves of one input, from those of its run to those under canonical names."""

    chosen: Chosen
    said: Said
    picked: Picked
    resolver: Resolver

    @property
    def curves(self) -> dict[str, Named]:
        """Return canonical name -> curve; what a person said holds."""
        return {**self.picked.curves, **self.said.curves}


def read_as(
    named: NamedReading,
    taken: Taken,
    counts: Mapping[str, int],
) -> ReadAs:
    """Tell what an input was taken for; `counts` has the points of each series."""
    chosen = taken.chosen
    listed = own_names(chosen.curves)
    ids = map(id, chosen.curves)
    names = dict(zip(ids, listed, strict=True))
    curves = []
    for name, each in taken.curves.items():
        is_corrected = name in taken.said.curves
        is_said = is_corrected or _says_split(each, taken.resolver, named.name)
        curve = CurveRead(
            name=name,
            own_name=_own_name(each.curve, names),
            points=len(each.curve),
            split=each.meaning.split or each.meaning.unsaid,
            is_split_said=is_said,
            grain=each.curve.grain or each.meaning.grain or each.curve.x_name,
            is_corrected=is_corrected,
        )
        curves.append(curve)
    return ReadAs(
        printable(named.name),
        named.format,
        counts,
        curves=tuple(curves),
        run=printable(chosen.run),
        other_runs=tuple(map(printable, chosen.others)),
        settings=len(named.reading.config),
        left_out=_left_out(taken, names),
    )


def _own_name(
    curve: Curve,
    names: Mapping[int, str],
) -> str:
    """Return the name among those of its input; a curve that was joined of two has none there."""
    known = names.get(id(curve))
    return known or printable(curve.name)


def _left_out(
    taken: Taken,
    names: Mapping[int, str],
) -> tuple[str, ...]:
    """Return the own names of curves that are under no canonical name."""
    shown = {id(each.curve) for each in taken.curves.values()}
    picked = taken.picked
    left_out: list[str] = []
    for each in (*picked.left_out, *picked.curves.values()):
        curve = each.curve
        if id(curve) not in shown:
            own_name = _own_name(curve, names)
            left_out.append(own_name)
    left_out.extend(taken.said.left_out)
    distinct = dict.fromkeys(left_out)
    return tuple(distinct)


def _says_split(
    named: Named,
    resolver: Resolver,
    path: str,
) -> bool:
    """Say whether the name or the place of a curve says its split, or it has none.

    The joiner assumes others by the curves beside it.
    """
    curve = named.curve
    meaning = named.meaning
    place = curve.split or split_of_path(path)
    said = resolver.resolve(curve.name, place).split
    return said == (meaning.split or meaning.unsaid)
