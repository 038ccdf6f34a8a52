"""What an operator meets: migrations at once, loads at once, broken content.

    python -m tests.endurance.faults --rounds 500                    on SQLite
    DATABASE_URL=postgres://... python -m tests.endurance.faults     on an empty PostgreSQL database

Every command must end with the edition before or the new one whole, and without a traceback. The
exit code is 1 when one does not.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.endurance.corrupt import corrupt_content, corrupt_models
from tests.endurance.server import ROOT

AT_ONCE = 4
ENVIRONMENT = {"SECRET_KEY": "only for this trial", "DEBUG": "0", "LOG_LEVEL": "CRITICAL"}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=500, help="corruptions (default: 500)")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lossary-faults-") as name:
        folder = Path(name)
        os.environ.update(ENVIRONMENT)
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/site.sqlite3")
        good = folder / "good"
        shutil.copytree(ROOT / "fixtures", good)
        faults = [
            *migrations_at_once(),
            *loads_at_once(folder, good),
            *corrupt_content(chosen.rounds, random.Random(chosen.seed)),
            *corrupt_models(chosen.rounds, random.Random(chosen.seed), folder),
        ]
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"faults: {len(faults)}\n")
    return int(bool(faults))


def begun(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 (our own command)
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def ended(processes: list[subprocess.Popen[str]]) -> list[tuple[int, str]]:
    outputs = [process.communicate()[0] for process in processes]
    return [(process.returncode, out) for process, out in zip(processes, outputs, strict=True)]


def faults_of(what: str, results: list[tuple[int, str]], codes: tuple[int, ...]) -> list[str]:
    return [
        f"{what}: exit code {code}, {out.strip().splitlines()[-1:]}"
        for code, out in results
        if code not in codes or "Traceback" in out
    ]


def migrations_at_once() -> list[str]:
    results = ended([begun("migrate", "--verbosity", "0") for _ in range(AT_ONCE)])
    sys.stdout.write(f"{AT_ONCE} first migrations at once: {[code for code, _ in results]}\n")
    return faults_of("migrate", results, (0,))


def loads_at_once(folder: Path, good: Path) -> list[str]:
    """Load two editions, twice each, and look whether one of them is whole."""
    other = folder / "other"
    shutil.copytree(good, other)
    for path in (other / "symptoms").glob("*.yaml"):
        path.write_text(path.read_text().replace("importance: 3", "importance: 4"))
    commands = [begun("load_dictionary", "--from", str(source)) for source in (good, other) * 2]
    results = ended(commands)
    sys.stdout.write(f"{len(results)} loads at once: {[code for code, _ in results]}\n")
    return faults_of("load_dictionary", results, (0,)) + not_whole([good, other])


def not_whole(folders: list[Path]) -> list[str]:
    """Return a line unless the database holds the content of one of the folders."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from content.content import hashed_content_of_folder
    from dictionary.editions import edition_in_force
    from dictionary.loading.from_database import content_of_database

    wanted = {read.hash: read.content for read in map(hashed_content_of_folder, folders)}
    edition = edition_in_force()
    if edition is None or content_of_database() != wanted.get(edition.content_hash):
        return [f"edition {edition} is not whole"]
    return []


if __name__ == "__main__":
    sys.exit(main())
