"""python -m benchmarks.page: see `benchmarks.page.command`."""

import sys

from benchmarks.page.command import main

if __name__ == "__main__":
    sys.exit(main())
