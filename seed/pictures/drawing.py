"""From a motif's name to a picture."""

from collections.abc import Callable

from PIL import Image

from seed.pictures import interiors, landscapes
from seed.pictures.canvas import Canvas

MOTIFS: dict[str, Callable[[Canvas], None]] = {
    "map": landscapes.map_sheet,
    **{name: getattr(room, name) for room in (landscapes, interiors) for name in room.__all__ if name != "map_sheet"},
}


def draw(motif: str, key: str) -> Image.Image:
    """Draw a motif.

    Args:
        motif: a name in `MOTIFS`.
        key: what the picture is for; each key gets its own light and arrangement, the same one every time.

    Returns:
        A picture 1280 pixels wide and 854 high.

    Raises:
        KeyError: if there is no such motif.
    """
    canvas = Canvas(f"{motif}/{key}")
    MOTIFS[motif](canvas)
    return canvas.finished()
