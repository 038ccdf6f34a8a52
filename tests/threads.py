"""Work in several threads, each with a connection of its own to the database."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection


def in_threads(count, work):
    """What each thread's call gave, in any order."""

    def one(_):
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))
