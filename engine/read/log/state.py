"""Where a log stands: the section, the run and the position that hold for its next lines."""

from __future__ import annotations

import math
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from engine.read.log.bars import Bars
from engine.read.log.headings import run_of_heading, split_of_heading
from engine.read.log.plan import Count, Plan
from engine.read.log.recorder import Recorder
from engine.read.log.slots import SUMMARY
from engine.read.metric_names.words import SPLIT_WORDS, words_of

HELD_OUT = frozenset({"val", "test"})


@dataclass
class LogState:
    """What the lines so far say of the lines that follow.

    section: the split of the last heading. section_epoch: the epoch in which it began.
    held_out: the split of the last line of held-out data.
    run: the fold or run of the last heading.
    open_steps: the last step of each kind of lines outside of sections.
    """

    recorder: Recorder = field(default_factory=Recorder)
    bars: Bars = field(default_factory=Bars)
    section: str = ""
    section_epoch: float = math.nan
    held_out: str = "val"
    run: str = ""
    step: float = math.nan
    open_steps: dict[str, float] = field(default_factory=dict)

    def splits_of(self, plan: Plan) -> list[str]:
        """Return the split of each metric: of its line, its section, or the summary of one."""
        unsaid = self.section
        if not unsaid and plan.group.startswith(SUMMARY):
            unsaid = self.held_out
        return [slot.split or unsaid for slot in plan.metrics]

    def run_of(self, rank: str) -> str:
        """Return the name of the run of a line that a rank has printed, empty for no rank."""
        if not rank:
            return self.run
        return f"{self.run} rank {rank}".lstrip()

    def see_heading(self, line: str) -> None:
        split = split_of_heading(line)
        self.open_section(split)
        self.see_run(line)

    def see_run(self, line: str) -> None:
        run = run_of_heading(line)
        self.open_run(run)

    def open_run(self, run: str) -> None:
        """Open the run that a line names, if it is another than that of the lines so far."""
        if not run or run == self.run:
            return
        self.run = run
        self.recorder.epoch = math.nan
        self.recorder.first_epoch = math.nan
        self.step = math.nan

    def open_section(self, split: str) -> None:
        """Open the section of held-out data, or end it: training is what goes without saying."""
        if not split:
            return
        self.section = ""
        if split in HELD_OUT:
            self.section = split
        self.section_epoch = self.recorder.epoch

    def see_header(self, epoch: float) -> None:
        """Begin an epoch that a line without values announces."""
        self.step = math.nan
        self.recorder.see_epoch(math.floor(epoch))
        self.bars.header += 1
        self.section = ""
        self.section_epoch = math.inf

    def close_section_of(self, epoch: float) -> None:
        """End a section where a line of a later epoch than its own follows."""
        if self.section and epoch > self.section_epoch:
            self.section = ""

    def close_section(self, group: str, step: float) -> None:
        """End a section where lines from outside of it go on with their next step."""
        if not self.section:
            self.open_steps[group] = step
        elif step > self.open_steps.get(group, math.inf):
            self.section = ""
            self.open_steps[group] = step

    def see_splits(self, splits: Sequence[str]) -> None:
        """Remember the split of held-out data that a line has."""
        if not HELD_OUT.isdisjoint(splits):
            held_out = filter(HELD_OUT.__contains__, splits)
            self.held_out = next(held_out)


def is_held_out(splits: Sequence[str]) -> bool:
    """Say whether a line with values of these splits is of an evaluation."""
    return "train" not in splits and not HELD_OUT.isdisjoint(splits)


def has_total(kinds: Container[Count]) -> bool:
    """Say whether a line with these counts has the total of its steps."""
    return "steps" in kinds or "indices" in kinds


def split_of_head(head: str) -> str:
    """Return the split that the text in front of a bar or dict names, empty for none or several."""
    words = filter(SPLIT_WORDS.__contains__, words_of(head))
    splits = {SPLIT_WORDS[word] for word in words}
    if len(splits) != 1:
        return ""
    return splits.pop()
