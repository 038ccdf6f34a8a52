"""How hard the property tests try: quickly at every desk, three times as long in CI; the same examples every time."""

import os

from hypothesis import settings

settings.register_profile("desk", max_examples=40, deadline=None, derandomize=True)
settings.register_profile("ci", max_examples=120, deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
