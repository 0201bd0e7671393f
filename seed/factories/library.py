"""Pictures and documents made by code, for demo content and tests."""

import io

from django.core.files.base import ContentFile
from PIL import Image as Pillow

from library.licences import Licence
from library.models import Document, Image

CREDIT = "Drawing: European Alliance of Cities and Regions for Roma Inclusion"
SMALLEST_PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def picture_bytes(width=1600, height=1000, colour="#2b5a9e", kind="JPEG", **options):
    """Draw a plain picture.

    Args:
        width, height: pixels.
        colour: a colour Pillow knows.
        kind: Pillow's name of the format.
        options: passed on to Pillow when it writes, such as exif.

    Returns:
        bytes of the file.
    """
    written = io.BytesIO()
    Pillow.new("RGB", (width, height), colour).save(written, kind, **options)
    return written.getvalue()


def make_image(title="Bridge over a river", data=None, name="picture.jpg", **fields):
    """Make a picture with credit and licence.

    Args:
        title: its title.
        data: bytes of the file; None draws a plain one.
        name: the file's name.
        fields: other fields of library.Image.

    Returns:
        library.Image, saved.
    """
    fields = {"credit": CREDIT, "licence": Licence.OWN} | fields
    image = Image(title=title, file=ContentFile(data or picture_bytes(), name=name), **fields)
    image._set_image_file_metadata()
    image.save()
    return image


def make_document(title="Declaration of Mayors", data=SMALLEST_PDF, name="declaration.pdf", **fields):
    """Make a document with credit and licence.

    Args:
        title: its title.
        data: bytes of the file.
        name: the file's name.
        fields: other fields of library.Document.

    Returns:
        library.Document, saved.
    """
    fields = {"credit": "Council of Europe", "licence": Licence.COUNCIL_OF_EUROPE} | fields
    return Document.objects.create(title=title, file=ContentFile(data, name=name), **fields)
