"""Packed files: zip, tar, gzip, bzip2 and xz. What is in them is read next."""

from __future__ import annotations

import io
from pathlib import PurePosixPath
from typing import IO, cast

from engine.read.errors import ReadError
from engine.read.inputs import NamedFile, Reading
from engine.read.parts.limits import MAX_UNPACKED
from engine.read.source import Format, Source
from engine.read.stores.members import (
    ZIP_START,
    Members,
    members_of_tar,
    members_of_zip,
    opened_zip,
    starts_like_tar,
)
from engine.read.stores.refusals import reason_of_members
from engine.read.stores.unpacking import Packing, Unpacked, packing_of

# A tar may hold so many times its packed size: weights, which are gone past, do not shrink.
_STREAMED = 4


def sniff(source: Source) -> bool:
    content = source.content
    if content.startswith(ZIP_START) or starts_like_tar(content):
        return True
    return packing_of(content) is not None


def read(source: Source) -> Reading:
    """Return the members. Raises ReadError for what is broken, too large or no archive of a run."""
    packing = packing_of(source.content)
    if packing is not None:
        return _read_packed(source, packing)
    if source.content.startswith(ZIP_START):
        return _reading(_members_of_zip(source))
    stream = io.BytesIO(source.content)
    return _reading(members_of_tar(source.name, stream, len(source.content)))


def _read_packed(source: Source, packing: Packing) -> Reading:
    packed = len(source.content)
    most = max(MAX_UNPACKED, _STREAMED * packed)
    stream = Unpacked(source.name, source.content, packing, most)
    if starts_like_tar(stream.peek()):
        members = members_of_tar(source.name, cast(IO[bytes], stream), packed)
        return _reading(members)
    file = NamedFile(_name_inside(source.name, packing), stream.readall())
    warnings = []
    if stream.breaks_off:
        warnings.append(f"{source.name}: breaks off (read as far as it goes)")
    return Reading(
        inner=(file,),
        warnings=tuple(warnings),
    )


def _name_inside(name: str, packing: Packing) -> str:
    """Return the name of the file that was packed: train.log of train.log.gz."""
    last = PurePosixPath(name).name
    for suffix in packing.suffixes:
        if last.lower().endswith(suffix):
            return last[: -len(suffix)] or last
    return last


def _members_of_zip(source: Source) -> Members:
    """Raises ReadError for a zip that is a file of a program and no archive."""
    content = source.content
    with opened_zip(source.name, content) as archive:
        reason = reason_of_members(archive.namelist())
        if reason:
            raise ReadError((source.name, reason))
        return members_of_zip(source.name, archive, len(content))


def _reading(members: Members) -> Reading:
    """Raises ReadError where no member is left to be read."""
    warnings = tuple(members.all_warnings())
    if not members.kept:
        detail = "; ".join(warnings).removeprefix(f"{members.name}: ")
        raise ReadError((members.name, detail or "is an empty archive"))
    return Reading(
        inner=tuple(members.kept),
        warnings=warnings,
    )


FORMAT = Format(
    name="archive",
    label="an archive",
    sniff=sniff,
    read=read,
)
