"""Publishing makes the sizes; a changed picture renews them."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from library import publishing
from library.publishing import pictures_of, prepare_page
from library.renditions import CARD, SOCIAL
from seed.factories.library import make_image, picture_bytes
from tests.worlds import world


class PageWithPictures:
    """Stands for any page type that says which pictures it shows."""

    def __init__(self, *pairs):
        self.pairs = list(pairs)

    def pictures(self):
        return self.pairs


@world
def image(root):
    return make_image(data=picture_bytes(700, 500))


@pytest.fixture
def shows(monkeypatch):
    """Let plain pages show pictures, as the site's own page types do."""

    def arrange(*pairs):
        monkeypatch.setattr(Page, "pictures", lambda self: list(pairs), raising=False)

    return arrange


def specs(image):
    return set(image.renditions.values_list("filter_spec", flat=True))


def test_a_picture_shown_twice_is_made_once(image):
    page = PageWithPictures((image, CARD), (image, CARD), (None, CARD), (image, SOCIAL))
    assert len(pictures_of(page)) == 2
    assert prepare_page(page) == 2
    assert specs(image) == {*CARD.specs(), *SOCIAL.specs()}


def test_pages_that_show_no_pictures_are_passed_over(root):
    assert prepare_page(root) == 0


def test_publishing_makes_the_sizes(image, root, shows, django_capture_on_commit_callbacks):
    shows((image, CARD))
    page = root.add_child(instance=Page(title="Story", slug="story", live=False))
    assert not specs(image)
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert set(CARD.specs()) <= specs(image)


def test_a_new_picture_has_something_to_show_in_a_preview(root, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = make_image(data=picture_bytes(700, 500))
    assert specs(image) == {"width-640|format-jpeg", "width-1280|format-jpeg"}


def test_the_command_goes_through_all_live_pages(image, root, shows, capsys):
    shows((image, CARD))
    root.add_child(instance=Page(title="Draft", slug="draft", live=False))
    live = Page.objects.live().filter(depth__gt=1).count()
    call_command("make_renditions")
    assert f"{live} pictures on {live} pages" in capsys.readouterr().out
    assert set(CARD.specs()) <= specs(image)


def test_moving_the_crop_renews_the_sizes_of_live_pages(admin, image, root, shows, monkeypatch):
    page = Page.objects.live().get(depth=2)
    shows((image, CARD))
    references = type("References", (), {"values_list": lambda self, *names, **options: [str(page.pk)]})
    monkeypatch.setattr(ReferenceIndex, "get_references_to", classmethod(lambda cls, item: references()))
    publishing.prepare(image, CARD, formats=("jpeg",))
    old = image.renditions.get(filter_spec="fill-640x427|format-jpeg").pk
    fields = {"title": "Bridge", "credit": "Ana Horvat", "licence": "own"}
    crop = {"focal_point_x": 100, "focal_point_y": 100, "focal_point_width": 50, "focal_point_height": 50}
    response = admin.post(reverse("wagtailimages:edit", args=(image.pk,)), fields | crop)
    assert response.status_code == 302
    assert image.renditions.get(filter_spec="fill-640x427|format-jpeg").pk != old
