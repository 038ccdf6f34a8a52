"""The command line: python -m lab plan | run | measure | check | record."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from lab import faults, record, runs
from lab.labels import ContentUnreadableError, labels_of_folder, problems
from lab.plan import (
    HEALTHY,
    Plan,
    PlanError,
    Run,
    from_lines,
    make_plan,
    part_of,
    to_lines,
    without,
)
from lab.store import StoredRun, StoreError, create_store, open_store, stored
from lab.train.lazy import MissingTorchError, require
from lab.workers import STOPPED, Job, make_runs

Handler = Callable[[argparse.Namespace], int]
ERRORS = (PlanError, StoreError, ContentUnreadableError, MissingTorchError, runs.UnknownRunError)


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    handler: Handler = options.handler
    try:
        return handler(options)
    except (*ERRORS, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; the same command goes on where it stopped", file=sys.stderr)
        return STOPPED


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="python -m lab",
        description="Make faulty and healthy training runs and measure the engine on them.",
    )
    commands = top.add_subparsers(required=True, metavar="command")

    plan = commands.add_parser("plan", help="list the runs of a plan, one JSON object a line")
    _add_selection(plan)
    plan.set_defaults(handler=show_plan)

    run = commands.add_parser("run", help="make the runs of a plan that a store does not have yet")
    _add_selection(run)
    run.add_argument("--store", type=Path, required=True, help="folder; made if it is missing")
    run.add_argument(
        "--plan",
        type=Path,
        help="file made by the command plan; takes the place of --fault, --seeds and --first",
    )
    run.add_argument("--workers", type=_positive, default=1, help="processes (1)")
    run.add_argument("--limit", type=_positive, help="make at most so many runs this time")
    run.set_defaults(handler=make)

    measure = commands.add_parser("measure", help="print the strength of each measured symptom")
    measure.add_argument("--store", type=Path, required=True)
    measure.add_argument("--symptom", action="append", default=[], help="print this one alone")
    measure.add_argument("--write", type=Path, metavar="PATH", help="write likelihoods as YAML")
    measure.set_defaults(handler=show_measures)

    check = commands.add_parser("check", help="check the faults against the content, and a store")
    check.add_argument("--store", type=Path, help="read every run of this store as well")
    check.set_defaults(handler=check_all)

    specimens = commands.add_parser("record", help="record runs as JSON files, one a run")
    record.add_options(specimens)
    specimens.set_defaults(handler=record.run)
    return top


def _add_selection(command: argparse.ArgumentParser) -> None:
    names = ", ".join((*faults.SLUGS, HEALTHY))
    command.add_argument(
        "--fault",
        action="append",
        default=[],
        help=f"plan this fault; may be given several times (all). One of {names}",
    )
    command.add_argument("--seeds", type=_positive, default=1, help="runs per fault and setup (1)")
    command.add_argument("--first", type=int, default=0, help="first seed (0)")
    command.add_argument(
        "--part",
        type=_part,
        default=(1, 1),
        metavar="K/N",
        help="take part K of N, for several machines with a store each",
    )


def show_plan(options: argparse.Namespace) -> int:
    sys.stdout.write(to_lines(_selected(options)))
    return 0


def make(options: argparse.Namespace) -> int:
    require()
    plan = _selected(options)
    if options.plan:
        plan = _from_file(options)
    _refuse_unknown(plan)
    done = create_store(options.store, _note).done()
    left = without(plan, done)
    now = left[: options.limit]
    print(f"{len(plan)} runs planned, {len(plan) - len(left)} in the store, {len(now)} to make now")
    failed = make_runs(Job(now, options.store, make_one), options.workers)
    if failed:
        print(f"error: {failed} runs or workers failed; run again to retry", file=sys.stderr)
    return 1 if failed else 0


def make_one(run: Run) -> StoredRun:
    """Train until a run qualifies or the attempts are used up."""
    require().set_num_threads(1)
    made = list(runs.attempts(run))
    tries = tuple(attempt.line for attempt in made)
    return stored(run, tries, made[-1].record, made[-1].twin)


def show_measures(options: argparse.Namespace) -> int:
    from lab import measure

    store = open_store(options.store, _note)
    names = labels_of_folder()
    measures = measure.measure(measure.records_of(store.runs()), names)
    unknown = [symptom for symptom in options.symptom if symptom not in measures.strengths]
    if unknown:
        raise PlanError(f"no measured symptom is called {', '.join(unknown)}")
    for line in (*measure.table(measures, options.symptom), *measure.false_alarms(measures)):
        print(line)
    if options.write:
        options.write.write_text(measure.likelihoods(measures), encoding="utf-8")
        print(f"wrote {options.write}")
    return 0


def check_all(options: argparse.Namespace) -> int:
    labels = labels_of_folder()
    found = list(problems(faults.CHAPTERS, labels))
    if options.store:
        kept = [one for one in open_store(options.store, _note).runs() if one.record]
        found.extend(_unknown(tuple(one.run for one in kept)))
        print(f"{len(kept)} kept runs in the store")
    for line in found:
        print(f"error: {line}", file=sys.stderr)
    print(f"{len(faults.ALL)} faults checked, {len(found)} problems")
    return 1 if found else 0


def _selected(options: argparse.Namespace) -> Plan:
    seeds = range(options.first, options.first + options.seeds)
    plan = make_plan(runs.all_setups(), seeds, options.fault)
    return part_of(plan, *options.part)


def _from_file(options: argparse.Namespace) -> Plan:
    path: Path = options.plan
    plan = from_lines(path.read_text(encoding="utf-8"), str(path))
    return part_of(plan, *options.part)


def _unknown(plan: Plan) -> list[str]:
    setups = runs.all_setups()
    unknown = [run for run in plan if run.setup not in setups.get(run.fault, ())]
    return [f"{run.name}: the lab has no such fault and setup" for run in unknown]


def _refuse_unknown(plan: Plan) -> None:
    unknown = _unknown(plan)
    if unknown:
        raise PlanError("\n".join(unknown))


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _part(text: str) -> tuple[int, int]:
    number, _, parts = text.partition("/")
    try:
        return int(number), int(parts)
    except ValueError as error:
        raise argparse.ArgumentTypeError("must look like 1/4") from error


def _note(text: str) -> None:
    print(f"note: {text}", file=sys.stderr)
