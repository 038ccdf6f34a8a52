"""Run the command line: python -m lab plan | run | measure | check | record | specimens."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from lab import faults, record, runs, specimens
from lab.labels import ContentUnreadableError, labels_of_folder, problems
from lab.options import add_measure_options, add_run_options, add_selection
from lab.plan import (
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
ERRORS = (
    PlanError,
    StoreError,
    ContentUnreadableError,
    MissingTorchError,
    runs.UnknownRunError,
    specimens.SpecimenError,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code. Errors that a user can fix are one line."""
    options = parser().parse_args(arguments)
    handler: Handler = options.handler
    try:
        return handler(options)
    except (*ERRORS, OSError) as error:
        _complain(str(error))
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
    plan = commands.add_parser(
        "plan",
        help="list the runs of a plan, one JSON object a line",
    )
    add_selection(plan)
    plan.set_defaults(handler=show_plan)

    run = commands.add_parser(
        "run",
        help="make the runs of a plan that a store does not have yet",
    )
    add_selection(run)
    add_run_options(run)
    run.set_defaults(handler=make)

    measure = commands.add_parser(
        "measure",
        help="print the strength of each measured symptom",
    )
    add_measure_options(measure)
    measure.set_defaults(handler=show_measures)

    check = commands.add_parser(
        "check",
        help="check the faults against the content, and a store",
    )
    check.add_argument(
        "--store",
        type=Path,
        help="read every run of this store as well",
    )
    check.set_defaults(handler=check_all)

    records = commands.add_parser(
        "record",
        help="record runs as JSON files, one a run",
    )
    record.add_options(records)
    records.set_defaults(handler=record.run)

    pairs = commands.add_parser(
        "specimens",
        help="run the programs of the entries' examples and keep what they print",
    )
    specimens.add_options(pairs)
    pairs.set_defaults(handler=specimens.run)
    return top


def show_plan(options: argparse.Namespace) -> int:
    plan = _selected(options)
    sys.stdout.write(to_lines(plan))
    return 0


def make(options: argparse.Namespace) -> int:
    """Make the runs that are left. Return 1 when some of them failed."""
    require()
    plan = _selected(options)
    if options.plan:
        plan = _from_file(options)
    _refuse_unknown(plan)

    store = create_store(options.store, _note)
    left = without(plan, store.done())
    now = left[: options.limit]
    done = len(plan) - len(left)
    print(f"{len(plan)} runs planned, {done} in the store, {len(now)} to make now")
    job = Job(now, options.store, make_one)
    failed = make_runs(job, options.workers)
    if failed:
        _complain(f"{failed} runs or workers failed; run again to retry")
        return 1
    return 0


def make_one(run: Run) -> StoredRun:
    """Train until a run qualifies or the attempts are used up."""
    torch = require()
    torch.set_num_threads(1)
    attempts = list(runs.attempts(run))
    tries = [attempt.line for attempt in attempts]
    last = attempts[-1]
    return stored(
        run,
        tuple(tries),
        last.record,
        last.twin,
    )


def show_measures(options: argparse.Namespace) -> int:
    """Print the strengths in a store. Raises PlanError for a symptom that is not measured.

    The module that measures is only imported now, because it needs the whole engine.
    """
    from lab import measure

    store = open_store(options.store, _note)
    records = measure.records_of(store.runs())
    measures = measure.measure(records, labels_of_folder())
    measured = measures.strengths
    unknown = [symptom for symptom in options.symptom if symptom not in measured]
    if unknown:
        names = ", ".join(unknown)
        raise PlanError(f"no measured symptom is called {names}")

    for line in measure.table(measures, options.symptom):
        print(line)
    for line in measure.false_alarms(measures):
        print(line)
    if options.write:
        text = measure.likelihoods(measures)
        options.write.write_text(text, encoding="utf-8")
        print(f"wrote {options.write}")
    return 0


def check_all(options: argparse.Namespace) -> int:
    """Return 1 when a fault does not fit the content or a stored run does not fit the lab."""
    labels = labels_of_folder()
    errors = list(problems(faults.CHAPTERS, labels))
    if options.store:
        plan = _kept(options.store)
        errors += _unknown(plan)
        print(f"{len(plan)} kept runs in the store")
    for error in errors:
        _complain(error)
    print(f"{len(faults.ALL)} faults checked, {len(errors)} problems")
    if errors:
        return 1
    return 0


def _kept(folder: Path) -> Plan:
    """Return the runs of a store that qualified."""
    store = open_store(folder, _note)
    kept = [stored_run.run for stored_run in store.runs() if stored_run.record]
    return tuple(kept)


def _selected(options: argparse.Namespace) -> Plan:
    """Return the part of the plan that the options ask for."""
    seeds = range(options.first, options.first + options.seeds)
    plan = make_plan(runs.all_setups(), seeds, options.fault)
    return part_of(plan, *options.part)


def _from_file(options: argparse.Namespace) -> Plan:
    path: Path = options.plan
    text = path.read_text(encoding="utf-8")
    plan = from_lines(text, str(path))
    return part_of(plan, *options.part)


def _unknown(plan: Plan) -> list[str]:
    """Return a line for each run whose fault or setup the lab does not have."""
    setups = runs.all_setups()
    lines = []
    for run in plan:
        setups_of_fault = setups.get(run.fault, ())
        if run.setup not in setups_of_fault:
            lines.append(f"{run.name}: the lab has no such fault and setup")
    return lines


def _refuse_unknown(plan: Plan) -> None:
    unknown = _unknown(plan)
    if unknown:
        raise PlanError("\n".join(unknown))


def _complain(text: str) -> None:
    print(f"error: {text}", file=sys.stderr)


def _note(text: str) -> None:
    print(f"note: {text}", file=sys.stderr)
