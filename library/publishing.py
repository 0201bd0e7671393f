"""What publishing a page or changing a picture sets in motion: sizes are made then, not when a reader asks."""

import logging
from functools import partial

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published

from library.renditions import INLINE, prepare

logger = logging.getLogger(__name__)


def pictures_of(page):
    """Ask a page which pictures it shows, and where.

    Args:
        page: a specific page.

    Returns:
        list of (image, set) pairs without repetitions, empty for pages that show none.
    """
    ask = getattr(page, "pictures", None)
    pairs = ask() if callable(ask) else []
    return list({(image.pk, one.name): (image, one) for image, one in pairs if image is not None}.values())


def prepare_page(page):
    """Make every size of every picture that a page shows.

    Args:
        page: a specific page.

    Returns:
        int, how many picture and place pairs were gone through.
    """
    pairs = pictures_of(page)
    for image, rendition_set in pairs:
        prepare(image, rendition_set)
    return len(pairs)


def refresh(image):
    """Make a picture's sizes anew for the live pages that show it, after its file or crop changed.

    Args:
        image: a library.Image whose stored sizes are out of date.
    """
    image.renditions.all().delete()
    _make_first_sizes(image)
    references = ReferenceIndex.get_references_to(image).values_list("object_id", flat=True)
    ids = {int(pk) for pk in references if str(pk).isdigit()}
    for page in Page.objects.filter(pk__in=ids).live().specific():
        for shown, rendition_set in pictures_of(page):
            if shown.pk == image.pk:
                prepare(image, rendition_set)


def _make_first_sizes(image):
    prepare(image, INLINE, formats=("jpeg",))


def on_page_published(sender, instance, **kwargs):
    """Make the sizes of a page's pictures once its publication is stored.

    Args:
        sender: the page's class.
        instance: the page.
        kwargs: what else the signal carries.
    """
    transaction.on_commit(partial(prepare_page, instance), robust=True)


def on_image_saved(sender, instance, created, raw=False, **kwargs):
    """Give a new picture its plain sizes at once, so that a preview has something to show.

    Args:
        sender: the image model.
        instance: the picture.
        created: whether it is new.
        raw: whether a fixture is being loaded.
        kwargs: what else the signal carries.
    """
    if created and not raw:
        transaction.on_commit(partial(_make_first_sizes, instance), robust=True)


def connect():
    """Listen to publications and new pictures. Called once, when the app is ready."""
    page_published.connect(on_page_published, dispatch_uid="library.page_published")
    post_save.connect(on_image_saved, sender=get_image_model(), dispatch_uid="library.image_saved")
