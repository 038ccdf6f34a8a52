"""Uploaded files under their relative paths: a folder may be all that tells a split.

Browsers send the path of a file of a chosen folder as its name, and so does
`curl -F 'files=@loss.csv;filename=validation/loss.csv'`. Django keeps the last part only, since a
path is dangerous where it is written to; here it is a label, and `..` is taken out of it.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Protocol

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParser
from django.utils.datastructures import MultiValueDict

from engine.read import NamedFile
from engine.read.stores.members import clean_path


class _TakesHandlers(Protocol):
    """A request of Django, or the one that REST framework wraps around it."""

    upload_handlers: Any


class FolderFile(InMemoryUploadedFile):
    """An upload that remembers the path that it was sent under."""

    path: str = ""


class FolderParser(MultiPartParser):
    def sanitize_file_name(self, file_name: str) -> str | None:
        plain = html.unescape(file_name)
        printable = "".join(filter(str.isprintable, plain))
        if not printable.strip("./\\ "):
            return None
        return clean_path(printable)


class _MemoryHandler(FileUploadHandler):
    """Keeps each file in memory: the body is not larger than the limit, which is asked before."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._buffer = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._buffer.write(raw_data)

    def file_complete(self, file_size: int) -> FolderFile:
        self._buffer.seek(0)
        file = FolderFile(
            self._buffer,
            self.field_name,
            self.file_name,
            self.content_type,
            file_size,
            self.charset,
            self.content_type_extra,
        )
        file.path = self.file_name or ""
        return file


class FolderHandler(FileUploadHandler):
    """Parses the whole form with FolderParser, as Django allows the first handler to do."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Mapping[str, Any],  # noqa: N803  # Django's name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> tuple[QueryDict, MultiValueDict[str, Any]]:
        handlers = [_MemoryHandler(self.request)]
        parser = FolderParser(META, input_data, handlers, encoding)
        return parser.parse()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def keep_folders(request: _TakesHandlers) -> None:
    """Make a request keep the paths of its files; call it before its form is looked at."""
    inner = request if isinstance(request, HttpRequest) else None
    request.upload_handlers = [FolderHandler(inner)]


def named_files(uploads: list[Any]) -> list[NamedFile]:
    files = []
    for upload in uploads:
        path = getattr(upload, "path", "") or upload.name or "file"
        content = upload.read()
        files.append(NamedFile(path, content))
    return files
