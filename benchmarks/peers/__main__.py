"""python -m benchmarks.peers: see `benchmarks.peers.command`."""

import sys

from benchmarks.peers.command import main

if __name__ == "__main__":
    sys.exit(main())
