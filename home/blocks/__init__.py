"""The sections that a front page is composed of."""

from home.blocks.home import HomeBlock

__all__ = ["HomeBlock"]
