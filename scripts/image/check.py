"""Take the steps of the Dockerfile where no container engine runs, and try what they make.

Each stage is a folder. Its commands run in a sandbox (bubblewrap) as user 10001, with the system of
this machine in place of the base image, read-only; what the site may write is what the image says.
The site is then started, probed, asked and stopped. What this does not check: the base image, the
format of the image, and the engine's own read_only and HEALTHCHECK. Needs root, bwrap, setpriv.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.image.folders import listing, size_of
from scripts.image.sandbox import Sandbox
from scripts.image.steps import Stage, Step, stages_of

ROOT = Path(__file__).resolve().parents[2]
LIST = (
    "git",
    "ls-files",
    "--cached",
    "--others",
    "--exclude-standard",
    "-z",
)
ADDRESS = "http://127.0.0.1:{port}"
ASKED = (
    "/healthz",
    "/readyz",
    "/",
    "/e/overfitting/",
    "/search/?q=loss",
)
DIAGNOSIS = b'{"description": "the loss is NaN from step 400 on"}'
JSON = {
    "Content-Type": "application/json",
}
SECONDS = 300
PROBES = 5


def main() -> int:
    first, _, _ = __doc__.partition("\n\n")
    parser = argparse.ArgumentParser(description=first)
    parser.add_argument(
        "--port",
        type=int,
        default=18431,
        help="port to try the site on",
    )
    parser.add_argument(
        "--database",
        default="",
        help="DATABASE_URL to try; SQLite without",
    )
    options = parser.parse_args()
    temporary = tempfile.TemporaryDirectory(
        prefix="lossary-image.",
    )
    with temporary as folder:
        place = Path(folder)
        place.chmod(0o755)
        image, stage = build(place)
        megabytes = size_of(image.folder)
        print(f"built: {megabytes:.0f} MB")
        try_image(image, stage, options)
    print("The steps of the image work, and its commands.")
    return 0


def build(place: Path) -> tuple[Sandbox, Stage]:
    """Return the last stage, built, and its steps."""
    context = place / "context"
    _check_out(context)
    dockerfile = context / "Dockerfile"
    text = dockerfile.read_text()
    stages = stages_of(text)
    built: dict[str, Sandbox] = {}
    for number, stage in enumerate(stages):
        folder = place / f"stage-{number}"
        folder.mkdir()
        sandbox = Sandbox(folder)
        for step in stage.steps:
            take(step, sandbox, context, built)
        built[stage.name] = sandbox
    return sandbox, stages[-1]


def _check_out(context: Path) -> None:
    """Copy what git knows, as it stands in the working tree: a context without leftovers."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    sandbox = Sandbox(context)
    names = listed.stdout.split("\0")
    for name in filter(None, names):
        file = ROOT / name
        if file.is_file():
            sandbox.copy(file, name)


def take(step: Step, sandbox: Sandbox, context: Path, built: dict[str, Sandbox]) -> None:
    """Do to the folder what the step does to an image. Metadata is read where it is needed."""
    if step.word == "WORKDIR":
        sandbox.workdir = step.text
        sandbox.own(step.text)
    elif step.word == "ENV":
        for word in step.words:
            name, _, value = word.partition("=")
            sandbox.environment[name] = value
    elif step.word == "COPY":
        _copy(step.words, sandbox, context, built)
    elif step.word == "RUN" and step.text.startswith("install -d"):
        sandbox.own(step.words[-1])
    elif step.word == "RUN":
        print(f"RUN {step.text}", flush=True)
        workdir = sandbox.workdir
        sandbox.own(workdir)
        command = ["/bin/sh", "-c", step.text]
        sandbox.run([workdir], command)


def _copy(words: list[str], sandbox: Sandbox, context: Path, built: dict[str, Sandbox]) -> None:
    source = context
    if words[0].startswith("--from="):
        first = words.pop(0)
        name = first.removeprefix("--from=")
        source = built[name].folder
    *names, target = words
    if not target.startswith("/"):
        target = f"{sandbox.workdir}/{target}"
    for name in names:
        inner = name.lstrip("/")
        sandbox.copy(source / inner, target)


def try_image(image: Sandbox, stage: Stage, options: argparse.Namespace) -> None:
    """Start the command of the image, ask it, and run its other commands beside it."""
    var = stage.last("VOLUME").text
    image.environment |= {
        "SECRET_KEY": "only-for-the-check-of-the-image",
        "BIND": f"127.0.0.1:{options.port}",
        "DATABASE_URL": options.database,
    }
    before = listing(image.folder / "app")
    entry = stage.last("ENTRYPOINT").words
    command = stage.last("CMD").words
    health = stage.last("HEALTHCHECK").text
    _, _, probe = health.partition("CMD ")
    address = ADDRESS.format(port=options.port)
    backup = f"{var}/a.zip"
    start = [*entry, *command]
    with started(image, var, start):
        probing = Step("CMD", probe)
        wait_until_healthy(image, var, probing.words)
        ask(address)
        save = [*entry, "backup", backup]
        image.run([var], save)
        check = [*entry, "restore", "--check", backup]
        image.run([var], check)
    after = listing(image.folder / "app")
    if after != before:
        sys.exit("error: the site changed its own files")


def wait_until_healthy(image: Sandbox, var: str, probe: list[str]) -> None:
    """Probe as an engine does while a container starts: each probe waits for an answer itself."""
    line = image.command([var], probe)
    for _ in range(PROBES):
        ran = subprocess.run(line, check=False)  # noqa: S603
        if ran.returncode == 0:
            return
    sys.exit(f"error: the site is not healthy after {PROBES} probes")


@contextmanager
def started(image: Sandbox, var: str, words: list[str]) -> Iterator[None]:
    """Run the server until the block ends; it must then stop by itself, with exit code 0."""
    line = image.command([var], words)
    process = subprocess.Popen(  # noqa: S603
        line,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None  # noqa: S101 (for the type checker)
        for said in process.stdout:
            print(said, end="", flush=True)
            if said.startswith("Lossary is at"):
                break
        else:
            code = process.wait()
            sys.exit(f"error: the site did not start: exit code {code}")
        yield
    finally:
        if process.poll() is None:
            stop(process)


def stop(process: subprocess.Popen[str]) -> None:
    """Send SIGTERM to the server, which is the child of the sandbox, and wait for both."""
    for child in children_of(process.pid):
        for server in children_of(child):
            os.kill(server, signal.SIGTERM)
    code = process.wait(timeout=SECONDS)
    if code:
        sys.exit(f"error: the site ended with exit code {code}")


def children_of(pid: int) -> list[int]:
    file = Path(f"/proc/{pid}/task/{pid}/children")
    pids = file.read_text().split()
    return list(map(int, pids))


def ask(address: str) -> None:
    """Get pages and a static file, and send a diagnosis. Raises HTTPError for any refusal."""
    for path in ASKED:
        page = answer_of(address + path)
    _, _, rest = page.partition('rel="stylesheet" href="')
    style, _, _ = rest.partition('"')
    answer_of(address + style)
    endpoint = f"{address}/api/v1/diagnoses/"
    diagnosis = urllib.request.Request(  # noqa: S310 (our own address)
        endpoint,
        data=DIAGNOSIS,
        headers=JSON,
    )
    answer_of(diagnosis)


def answer_of(request: str | urllib.request.Request) -> str:
    answer = urllib.request.urlopen(request, timeout=SECONDS)  # noqa: S310 (our own address)
    with answer:
        print(f"{answer.status} {answer.url}")
        text: str = answer.read().decode()
    return text


if __name__ == "__main__":
    sys.exit(main())
