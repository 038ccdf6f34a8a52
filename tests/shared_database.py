"""A database that every thread of a test can connect to."""

import sqlite3
from contextlib import closing, contextmanager

from django.db import connection


@contextmanager
def moved_to_file(folder):
    """Yield a function that moves what the test has stored to a file, where it is SQLite.

    Its database in memory belongs to one thread. A file is in the mode that `migrate` leaves: two
    first connections that both switch to it lock each other out at once, whatever their timeout.
    """
    if connection.vendor != "sqlite":
        yield lambda: None
        return
    settings, memory = connection.settings_dict, connection.settings_dict["NAME"]
    path = folder / "shared.sqlite3"

    def move():
        with closing(sqlite3.connect(path)) as file:
            connection.connection.backup(file)
            file.execute("PRAGMA journal_mode=WAL")
        settings["NAME"] = str(path)

    yield move
    settings["NAME"] = memory
