"""Pictures of the demo content, drawn by code: places and things, never people."""

from seed.pictures.drawing import MOTIFS, draw

__all__ = ["MOTIFS", "draw"]
