"""A stage of an image as a folder, and commands in it: as another user, with all else read-only."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

USER = 10001
AS_USER = (
    "setpriv",
    f"--reuid={USER}",
    f"--regid={USER}",
    "--clear-groups",
)
# The system is that of this machine, in place of the base image.
ISOLATED = (
    "bwrap",
    "--unshare-pid",
    "--die-with-parent",
    "--clearenv",
    "--tmpfs",
    "/",
    "--proc",
    "/proc",
    "--dev",
    "/dev",
    "--tmpfs",
    "/tmp",  # noqa: S108 (inside of the sandbox)
    "--ro-bind",
    "/usr",
    "/usr",
    "--ro-bind",
    "/etc",
    "/etc",
    "--ro-bind-try",
    "/opt",
    "/opt",
    "--symlink",
    "usr/bin",
    "/bin",
    "--symlink",
    "usr/lib",
    "/lib",
    "--symlink",
    "usr/lib64",
    "/lib64",
    "--symlink",
    "usr/sbin",
    "/sbin",
)
VARIABLES = {
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "HOME": "/tmp",  # noqa: S108 (inside of the sandbox)
    "LANG": "C.UTF-8",
}


@dataclass
class Sandbox:
    """`folder` stands for the root of the image; what is in `writable` may be written."""

    folder: Path
    workdir: str = "/"
    environment: dict[str, str] = field(default_factory=dict)

    def command(self, writable: list[str], words: list[str]) -> list[str]:
        """Return the command line that runs the words in the stage, as USER."""
        line = [*AS_USER, *ISOLATED]
        for name in sorted(self._top_folders()):
            line += self._bound("--ro-bind", f"/{name}")
        for path in writable:
            line += self._bound("--bind", path)
        for name, value in self._variables().items():
            line += ["--setenv", name, value]
        line += ["--remount-ro", "/", "--chdir", self.workdir]
        return [*line, "--", *words]

    def place(self, path: str) -> Path:
        """Return the path outside of the sandbox."""
        inner = path.lstrip("/")
        return self.folder / inner

    def run(self, writable: list[str], words: list[str]) -> None:
        """Raises CalledProcessError where the command fails."""
        line = self.command(writable, words)
        subprocess.run(line, check=True)  # noqa: S603 (the steps of our own Dockerfile)

    def copy(self, source: Path, target: str) -> None:
        place = self.place(target)
        if target.endswith("/"):
            place = place / source.name
        place.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(
                source,
                place,
                symlinks=True,
                dirs_exist_ok=True,
            )
        else:
            shutil.copy2(source, place)

    def own(self, path: str) -> None:
        """Give a folder to USER, as `install -d -o` or a build as root would."""
        place = self.place(path)
        place.mkdir(parents=True, exist_ok=True)
        os.chown(place, USER, USER)
        for inner in place.rglob("*"):
            os.lchown(inner, USER, USER)

    def _top_folders(self) -> set[str]:
        names = {path.name for path in self.folder.iterdir()}
        return names - {"var"}

    def _bound(self, how: str, path: str) -> list[str]:
        outside = self.place(path)
        return [how, str(outside), path]

    def _variables(self) -> dict[str, str]:
        """The settings of the stage, and how pip finds packages on this machine."""
        of_pip = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
        return VARIABLES | of_pip | self.environment
