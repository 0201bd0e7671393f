"""Drawn pictures as images of the library."""

from io import BytesIO

from django.core.files.images import ImageFile

from library.licences import Licence
from library.models import Image
from seed.pictures.drawing import draw

CREDIT = "Alliance"


def picture(motif: str, key: str, title: str) -> Image:
    """Return the library's image for a motif, drawing it on first use.

    Args:
        motif: a name in `seed.pictures.MOTIFS`.
        key: what the picture is for.
        title: what the library calls it.
    """
    name = f"{motif}-{key}"[:80]
    known = Image.objects.filter(file__contains=f"/{name}.").first()
    if known:
        return known
    content = BytesIO()
    draw(motif, key).save(content, "PNG", optimize=False)
    content.seek(0)
    image = Image(title=title, credit=CREDIT, licence=Licence.OWN, file=ImageFile(content, name=f"{name}.png"))
    image.save()
    return image
