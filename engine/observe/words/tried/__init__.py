"""What somebody tried, and what it did."""

from engine.observe.words.tried.attempts import tried

__all__ = ["tried"]
