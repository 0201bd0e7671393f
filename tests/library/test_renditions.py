"""Named sizes: made ahead, looked up in one query, never made while someone reads."""

import pytest
from django.template import Context, Template

from library.renditions import CARD, INLINE, PORTRAIT, SOCIAL, WIDE, PictureSources, prepare, prepared
from seed.factories.library import make_image, picture_bytes

pytestmark = pytest.mark.usefixtures("root")


def show(sources, tag="{% picture_of sources 'A bridge' %}"):
    return Template("{% load alliance %}" + tag).render(Context({"sources": sources}))


def small(**fields):
    """A picture made quickly, still larger than every named size needs."""
    return make_image(data=picture_bytes(1300, 820), **fields)


def test_every_file_of_a_set_is_made_once():
    image = small()
    assert prepare(image, WIDE) == 6
    made = set(image.renditions.values_list("pk", flat=True))
    assert prepare(image, WIDE) == 6
    assert set(image.renditions.values_list("pk", flat=True)) == made


@pytest.mark.parametrize(
    ("rendition_set", "size"), [(WIDE, (1280, 720)), (CARD, (640, 427)), (PORTRAIT, (320, 400)), (SOCIAL, (1200, 630))]
)
def test_sets_have_their_shape(rendition_set, size):
    image = small()
    prepare(image, rendition_set, formats=("jpeg",))
    sources = prepared([image], rendition_set)[image.pk]
    assert (sources.width, sources.height) == size
    assert sources.url.endswith(".jpg")


def test_inline_pictures_keep_their_own_shape():
    image = small()
    prepare(image, INLINE, formats=("jpeg",))
    sources = prepared([image], INLINE)[image.pk]
    assert (sources.width, sources.height) == (1280, 807)


def test_many_pictures_are_looked_up_in_one_query(django_assert_num_queries):
    images = [small(), small()]
    for image in images:
        prepare(image, CARD, formats=("webp", "jpeg"))
    with django_assert_num_queries(1):
        found = prepared([*images, None], CARD)
    assert set(found) == {image.pk for image in images}
    with django_assert_num_queries(0):
        assert prepared([], CARD) == {}


def test_ids_do_as_well_as_pictures():
    image = small()
    prepare(image, CARD, formats=("jpeg",))
    assert prepared([image.pk], CARD)[image.pk].url == prepared([image], CARD)[image.pk].url


def test_the_picture_element_offers_modern_formats_first():
    image = small()
    prepare(image, WIDE)
    html = show(prepared([image], WIDE)[image.pk])
    assert html.index("image/avif") < html.index("image/webp") < html.index("<img")
    assert " 640w" in html
    assert " 1280w" in html
    assert 'width="1280" height="720"' in html
    assert 'alt="A bridge"' in html
    assert 'loading="lazy"' in html
    assert "fetchpriority" not in html
    assert "style=" not in html


def test_the_first_picture_of_a_page_is_fetched_eagerly():
    image = small()
    prepare(image, CARD, formats=("jpeg",))
    html = show(prepared([image], CARD)[image.pk], "{% picture_of sources '' eager=True %}")
    assert 'fetchpriority="high"' in html
    assert "lazy" not in html
    assert 'alt=""' in html


def test_words_in_alternative_text_cannot_break_out():
    image = small()
    prepare(image, CARD, formats=("jpeg",))
    sources = prepared([image], CARD)[image.pk]
    context = Context({"sources": sources, "alt": '"><script>alert(1)</script>'})
    assert "<script>" not in Template("{% load alliance %}{% picture_of sources alt %}").render(context)


def test_a_picture_that_was_not_made_for_this_place_falls_back_to_another_size():
    image = small()
    image.renditions.all().delete()
    prepare(image, INLINE, formats=("jpeg",))
    before = image.renditions.count()
    sources = prepared([image], WIDE)[image.pk]
    assert sources.width == 1280
    assert "<img" in show(sources)
    assert image.renditions.count() == before


def test_a_picture_without_any_file_leaves_a_quiet_shape_and_makes_nothing():
    image = small()
    image.renditions.all().delete()
    sources = prepared([image], WIDE)[image.pk]
    html = show(sources)
    assert (sources.width, sources.height) == (1280, 720)
    assert "<img" not in html
    assert 'aria-label="A bridge"' in html
    assert not image.renditions.exists()


def test_no_picture_is_no_markup():
    assert show(None).strip() == ""


def test_a_lost_file_does_not_stop_a_publication(caplog):
    image = small()
    image.renditions.all().delete()
    image.file.storage.delete(image.file.name)
    assert prepare(image, CARD) == 0
    assert "No renditions of picture" in caplog.text
    assert isinstance(prepared([image], CARD)[image.pk], PictureSources)
