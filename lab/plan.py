"""Plan runs: which faults, in which setups, with which seeds. Pure; needs no PyTorch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

from lab import VERSION

HEALTHY = "healthy"
ID_DIGITS = 16
Setups = Mapping[str, Sequence[str]]  # fault -> its setups


class PlanError(ValueError):
    """Refuse a plan that cannot be made or read; the message gives the reason."""


@dataclass(frozen=True)
class Run:
    """One run to make. The fault `healthy` has the makers of healthy runs as its setups."""

    fault: str
    setup: str
    seed: int

    @property
    def id(self) -> str:
        """Stay the same until the fault, the setup, the seed or the lab's version changes."""
        parts = [
            VERSION,
            self.fault,
            self.setup,
            self.seed,
        ]
        text = json.dumps(parts)
        digest = hashlib.sha256(text.encode())
        return digest.hexdigest()[:ID_DIGITS]

    @property
    def name(self) -> str:
        return f"{self.fault}/{self.setup}/{self.seed}"


Plan = tuple[Run, ...]


def make_plan(setups: Setups, seeds: Iterable[int], faults: Collection[str] = ()) -> Plan:
    """Plan every setup of the faults (of all faults by default) with every seed.

    Seeds change slowest, so that a plan that is cut short has every fault. Raises PlanError for an
    unknown fault.
    """
    _refuse_unknown(setups, faults)
    chosen = faults or setups
    runs: list[Run] = []
    for seed in seeds:
        for fault in setups:
            if fault not in chosen:
                continue
            runs += [Run(fault, setup, seed) for setup in setups[fault]]
    return tuple(runs)


def _refuse_unknown(setups: Setups, faults: Collection[str]) -> None:
    unknown = set(faults) - set(setups)
    if unknown:
        names = ", ".join(sorted(unknown))
        choices = ", ".join(setups)
        raise PlanError(f"no fault is called {names}; there are {choices}")


def part_of(plan: Plan, number: int, parts: int) -> Plan:
    """Return part `number`, counted from 1, of a plan that several machines share.

    Raises PlanError for a number that is not from 1 to `parts`.
    """
    if not 1 <= number <= parts:
        raise PlanError(f"part {number}/{parts}: the first number must be from 1 to the second")
    return plan[number - 1 :: parts]


def without(plan: Plan, done: Collection[str]) -> Plan:
    """Return the runs whose ids are not among `done`."""
    return tuple(run for run in plan if run.id not in done)


def joined(*plans: Plan) -> Plan:
    """Return all runs once, in the order in which they come first."""
    runs: list[Run] = []
    for plan in plans:
        runs.extend(plan)
    once = dict.fromkeys(runs)
    return tuple(once)


def to_lines(plan: Plan) -> str:
    """Return one JSON object a line: id, fault, setup, seed."""
    text = ""
    for run in plan:
        fields = {"id": run.id, **asdict(run)}
        text += json.dumps(fields) + "\n"
    return text


def from_lines(text: str, name: str = "plan") -> Plan:
    """Read a plan as `to_lines` writes it.

    Raises PlanError with file and line, also for ids of another version of the lab.
    """
    runs: list[Run] = []
    for number, line in enumerate(text.splitlines(), start=1):
        place = f"{name}, line {number}"
        run = _run_of(line, place)
        runs.append(run)
    return tuple(runs)


def _run_of(line: str, place: str) -> Run:
    try:
        fields = json.loads(line)
        run = Run(
            fault=str(fields["fault"]),
            setup=str(fields["setup"]),
            seed=int(fields["seed"]),
        )
        planned_id = fields["id"]
    except (ValueError, KeyError, TypeError) as error:
        raise PlanError(f"{place}: no planned run ({error})") from error
    if planned_id != run.id:
        made_by = f"made by another version of the lab (this is {VERSION})"
        raise PlanError(f"{place}: {made_by}; make the plan again")
    return run
