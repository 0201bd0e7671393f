"""Pictures in named sizes: made when a page is published, only looked up when it is read."""

import logging
from dataclasses import dataclass, field

from wagtail.images import get_image_model
from wagtail.images.models import Filter, SourceImageIOError

logger = logging.getLogger(__name__)

MIME = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
FORMATS = ("avif", "webp", "jpeg")


@dataclass(frozen=True)
class RenditionSet:
    """A place on the page that pictures are made for.

    Attributes:
        name: how templates and tests call it.
        sizes: the crops or widths, in Wagtail's words, smallest first.
        width, height: the shape of the place; height 0 where the picture's own shape is kept.
        display: the `sizes` attribute: how wide the place is at which window width.
        formats: file formats, best first.
    """

    name: str
    sizes: tuple
    width: int
    height: int
    display: str
    formats: tuple = FORMATS

    def specs(self, formats=None):
        """Name every file of the set in Wagtail's words.

        Args:
            formats: formats to restrict to, or None for all.

        Returns:
            dict of filter specification to format.
        """
        wanted = formats or self.formats
        return {f"{size}|format-{kind}": kind for kind in self.formats if kind in wanted for size in self.sizes}


WIDE = RenditionSet("wide", ("fill-640x360", "fill-1280x720"), 1280, 720, "(min-width: 80rem) 76rem, 100vw")
CARD = RenditionSet("card", ("fill-640x427",), 640, 427, "(min-width: 60rem) 24rem, 100vw")
INLINE = RenditionSet("inline", ("width-640", "width-1280"), 1280, 0, "(min-width: 48rem) 44rem, 100vw")
PORTRAIT = RenditionSet("portrait", ("fill-320x400",), 320, 400, "10rem")
EMBLEM = RenditionSet("emblem", ("max-160x200", "max-320x400"), 160, 0, "10rem")
SOCIAL = RenditionSet("social", ("fill-1200x630",), 1200, 630, "1200px", ("jpeg",))
ALL_SETS = (WIDE, CARD, INLINE, PORTRAIT, EMBLEM, SOCIAL)


@dataclass(frozen=True)
class Candidate:
    """One file of a picture."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Source:
    """All files of a picture in one format, smallest first."""

    mime: str
    candidates: tuple

    @property
    def srcset(self):
        """Write the files as a `srcset` attribute.

        Returns:
            str.
        """
        return ", ".join(f"{one.url} {one.width}w" for one in self.candidates)


@dataclass(frozen=True)
class PictureSources:
    """What a template needs to show a picture, without asking the database.

    Attributes:
        sources: the modern formats, best first.
        fallback: the source every browser understands, or None while nothing has been made yet.
        width, height: the shape to keep free on the page.
        sizes: the `sizes` attribute.
        credit: whom the picture is by, where known.
    """

    width: int
    height: int
    sizes: str
    sources: tuple = field(default_factory=tuple)
    fallback: Source | None = None
    credit: str = ""

    @property
    def url(self):
        """Give the address of the largest file that every browser understands.

        Returns:
            str, empty while nothing has been made.
        """
        return self.fallback.candidates[-1].url if self.fallback else ""


def prepare(image, rendition_set, formats=None):
    """Make the files of a picture that a place needs and that are missing.

    A picture whose file is lost or unreadable is logged and left out: it must not stop a publication.

    Args:
        image: a library.Image.
        rendition_set: one of the named sets.
        formats: formats to restrict to, or None for all.

    Returns:
        int, how many files the set has now.
    """
    filters = [Filter(spec=spec) for spec in rendition_set.specs(formats)]
    made = set(image.renditions.values_list("filter_spec", "focal_point_key"))
    missing = [one for one in filters if (one.spec, one.get_cache_key(image)) not in made]
    try:
        image.create_renditions(*missing)
        return len(filters)
    except (SourceImageIOError, OSError, ValueError) as error:
        logger.warning("No renditions of picture %s: %s", image.pk, error)
        return len(filters) - len(missing)


def prepared(images, rendition_set):
    """Look up what has been made for a place, for many pictures in one query. Makes nothing.

    Args:
        images: library.Image objects or their ids; None among them is passed over.
        rendition_set: one of the named sets.

    Returns:
        dict of picture id to PictureSources. A picture for which nothing was made gets the largest
        file there is of it, else sources without any file: the template then draws a neutral shape.
    """
    return prepared_sets([(image, rendition_set) for image in images]).get(rendition_set.name, {})


def prepared_sets(wanted):
    """Look up what has been made for many places and pictures, in one query. Makes nothing.

    Args:
        wanted: pairs of (picture or its id, named set); pairs without a picture are passed over.

    Returns:
        dict of the set's name to what `prepared` gives for it.
    """
    pairs = {(getattr(image, "pk", image), kind): image for image, kind in wanted if image is not None}
    if not pairs:
        return {}
    specs = {spec for _, kind in pairs for spec in kind.specs()}
    made = _by_image(_rows({pk for pk, _ in pairs}, filter_spec__in=sorted(specs)))
    found = {(pk, kind): _of_set(made.get(pk), kind) for pk, kind in pairs}
    missing = {pk for (pk, _), rows in found.items() if not rows}
    stand_ins = _by_image(_rows(missing)) if missing else {}
    shown = {}
    for (pk, kind), image in pairs.items():
        rows = found[pk, kind] or _largest(stand_ins.get(pk))
        shown.setdefault(kind.name, {})[pk] = _sources(image, kind, rows)
    return shown


def _of_set(rows, rendition_set):
    specs = rendition_set.specs()
    return {spec: row for spec, row in (rows or {}).items() if spec in specs}


def _rows(ids, **conditions):
    rendition_model = get_image_model().get_rendition_model()
    rows = rendition_model.objects.filter(image_id__in=list(ids), **conditions).order_by("pk")
    return rows.only("image_id", "filter_spec", "file", "width", "height")


def _by_image(rows):
    found = {}
    for row in rows:
        found.setdefault(row.image_id, {})[row.filter_spec] = row
    return found


def _largest(rows):
    if not rows:
        return {}
    spec, row = max(rows.items(), key=lambda item: item[1].width)
    return {spec: row}


def _sources(image, rendition_set, rows):
    by_format = {}
    for row in rows.values():
        by_format.setdefault(_format(row), []).append(Candidate(row.url, row.width, row.height))
    sources = [
        Source(MIME[kind], tuple(sorted(by_format[kind], key=lambda one: one.width)))
        for kind in FORMATS
        if kind in by_format
    ]
    fallback = sources.pop() if sources else None
    width, height = _shape(image, rendition_set, fallback)
    credit = getattr(image, "credit", "")
    return PictureSources(width, height, rendition_set.display, tuple(sources), fallback, credit)


def _format(row):
    extension = row.file.name.rsplit(".", 1)[-1].lower()
    return extension if extension in MIME else "jpeg"


def _shape(image, rendition_set, fallback):
    if fallback:
        largest = fallback.candidates[-1]
        return largest.width, largest.height
    width = rendition_set.width
    own = getattr(image, "width", 0)
    return width, rendition_set.height or (round(width * image.height / own) if own else round(width * 9 / 16))
