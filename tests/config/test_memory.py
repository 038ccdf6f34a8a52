import platform
import subprocess
import sys

import pytest

GROW = """
import threading
from config.memory import give_back_large_blocks

def resident():
    with open("/proc/self/statm") as sizes:
        return int(sizes.read().split()[1]) * 4096 >> 20

def hold():
    for size in range(1, 24):
        kept = [bytearray(size << 20) for _ in range(4)]
        small.append(bytearray(100_000))

small = []
assert give_back_large_blocks()
before = resident()
threads = [threading.Thread(target=hold) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(resident() - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps large blocks")
def test_large_blocks_are_given_back():
    """Without the call this process keeps hundreds of MB."""
    done = subprocess.run(  # noqa: S603  # this Python, with the text above
        [sys.executable, "-c", GROW],
        capture_output=True,
        text=True,
        check=True,
    )

    assert int(done.stdout) < 48
