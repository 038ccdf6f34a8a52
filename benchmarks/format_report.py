"""Print judgements of labeled files: a table of counts, and a line for each row that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.format_judge import Judgement

READING = "reading"
VERDICT = "verdict"

_ALL = "all"
_NONE = "-"
_NAME_WIDTH = 8
_FIRST = 3
_READING_COLUMNS = {
    "rows": 6,
    "read": 13,
    "exact": 13,
    "settings": 10,
}
_VERDICT_COLUMNS = {
    "verdict": 13,
    "top 3": 13,
    "false alarms": 14,
    "healthy without a curve": 25,
}
_WIDTHS = {
    **_READING_COLUMNS,
    **_VERDICT_COLUMNS,
}


def table(
    sets: Mapping[str, Sequence[Judgement]],
    reading_only: bool = False,
) -> str:
    """Return one line a set, and one for all together where there are several."""
    titles = {title: title for title in _WIDTHS}
    lines = [_line("set", titles)]
    groups = dict(sets)
    if len(sets) > 1:
        groups[_ALL] = _together(sets)
    for name, group in groups.items():
        cells = _reading_cells(group)
        if not reading_only:
            cells |= _verdict_cells(group)
        line = _line(name, cells)
        lines.append(line)
    return "\n".join(lines)


def _together(sets: Mapping[str, Sequence[Judgement]]) -> list[Judgement]:
    every: list[Judgement] = []
    for group in sets.values():
        every.extend(group)
    return every


def _line(
    name: str,
    cells: Mapping[str, str],
) -> str:
    line = name.ljust(_NAME_WIDTH)
    for title, width in _WIDTHS.items():
        cell = cells.get(title, _NONE)
        line += cell.rjust(width)
    return line


def _reading_cells(group: Sequence[Judgement]) -> dict[str, str]:
    with_settings = [judgement for judgement in group if judgement.row.settings]
    read = [judgement.is_read for judgement in group]
    exact = [judgement.is_exact for judgement in group]
    is_set = [judgement.has_settings for judgement in with_settings]
    return {
        "rows": str(len(group)),
        "read": _share(read),
        "exact": _share(exact),
        "settings": _of(is_set),
    }


def _verdict_cells(group: Sequence[Judgement]) -> dict[str, str]:
    sound = [judgement for judgement in group if not judgement.row.is_faulty]
    right = [judgement.is_right for judgement in group]
    first = [judgement.is_among_first for judgement in group]
    alarms = [judgement.is_false_alarm for judgement in sound]
    unseen = [judgement.is_healthy_unseen for judgement in group]
    return {
        "verdict": _share(right),
        "top 3": _share(first),
        "false alarms": _of(alarms),
        "healthy without a curve": str(sum(unseen)),
    }


def _of(flags: Sequence[bool]) -> str:
    count = sum(flags)
    return f"{count} of {len(flags)}"


def _share(flags: Sequence[bool]) -> str:
    if not flags:
        return _NONE
    count = sum(flags)
    share = count / len(flags)
    return f"{count} ({share:.1%})"


def misses(
    judgements: Iterable[Judgement],
    kind: str = "",
) -> list[str]:
    """Return one line for each row that is not right; an empty kind lists both kinds."""
    lines = []
    for judgement in judgements:
        faults: list[str] = []
        if kind != VERDICT:
            faults += _reading_faults(judgement)
        if kind != READING:
            faults += _verdict_faults(judgement)
        if not faults:
            continue
        told = "; ".join(faults)
        line = f"{judgement.row.file}: {told}"
        lines.append(line)
    return lines


def _reading_faults(judgement: Judgement) -> list[str]:
    answer = judgement.answer
    if answer.error:
        fault = _told(
            {
                "expected": judgement.row.series,
                "error": [answer.error],
            }
        )
        return [fault]
    faults = []
    if not judgement.is_exact:
        fault = _curves_fault(judgement)
        faults.append(fault)
    for key, text in judgement.unset:
        value = answer.config.get(key)
        fault = f"{key}={text} read as {value}"
        faults.append(fault)
    return faults


def _curves_fault(judgement: Judgement) -> str:
    row = judgement.row
    answer = judgement.answer
    found = []
    for name, counts in answer.counts.items():
        ordered = sorted(counts)
        numbers = map(str, ordered)
        told = "/".join(numbers)
        curve = f"{name}:{told}"
        found.append(curve)
    return _told(
        {
            f"{row.format} read as": answer.formats,
            "expected": row.series,
            "missing": judgement.missing,
            "found": found,
        }
    )


def _verdict_faults(judgement: Judgement) -> list[str]:
    if judgement.is_right and judgement.is_among_first:
        return []
    row = judgement.row
    answer = judgement.answer
    first = answer.ranked[:_FIRST]
    verdict = answer.verdict or _NONE
    others = sorted(row.acceptable)
    labels = [row.label, *others]
    fault = _told(
        {
            f"verdict {verdict}, label": labels,
            "reported": answer.reported,
            "first": first,
        }
    )
    if not judgement.is_read:
        fault = f"not read: {fault}"
    return [fault]


def _told(lists: Mapping[str, Iterable[object]]) -> str:
    parts = []
    for name, items in lists.items():
        listed = _listed(items)
        part = f"{name} {listed}"
        parts.append(part)
    return ", ".join(parts)


def _listed(items: Iterable[object]) -> str:
    words = map(str, items)
    joined = ",".join(words)
    return joined or _NONE
