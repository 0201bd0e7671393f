"""A stream of twenty blocks costs few queries, and its links lead to the reader's language."""

from django.utils.translation import override

from blocks.pictures import documents_in, images_in, related_pages_in
from common.localization import homes
from library import renditions
from seed.factories.blocks import body
from seed.factories.library import make_document, make_image
from seed.factories.pages import plant_trees
from tests.blocks.markup import render_stream
from tests.worlds import world


@world
def trees(collection):
    """Front pages in English, French and German; German is a draft."""
    trees = plant_trees("en", "fr", "de")
    trees.homes["de"].unpublish()
    homes()
    return trees


def twenty(trees):
    """Return a stream with every kind of reference, many times over."""
    images = [make_image(title=f"Picture {number}") for number in range(3)]
    document, page = make_document(), trees.home
    link = (
        f'<p>See <a linktype="page" id="{page.pk}">the front page</a>.</p>'
        f'<p>Read <a linktype="document" id="{document.pk}">the text</a>.</p>'
    )
    image = {"image": {"image": images[0].pk, "alt_text": "A bridge", "decorative": False}, "caption": ""}
    again = {"image": {"image": images[0].pk, "alt_text": "The same bridge", "decorative": False}, "caption": ""}
    pictures = [
        {"image": {"image": each.pk, "alt_text": each.title, "decorative": False}, "caption": ""} for each in images
    ]
    video = {"url": "https://youtu.be/1", "title": "Film", "poster": images[2].pk, "transcript": link}
    call = {"title": "Join", "text": "", "page": page.pk, "url": "", "label": "Join"}
    items = [
        ("paragraph", link),
        ("image", image),
        ("image", again),
        ("gallery", {"title": "", "pictures": pictures}),
        ("video", video),
        ("document", {"document": document.pk, "title": ""}),
        ("related", {"title": "More", "pages": [page.pk]}),
        ("call_to_action", call),
        ("quote", {"text": "Papers first", "language": "en", "speaker": "John Warmisham"}),
        ("heading", {"text": "Towns", "level": "2"}),
    ]
    return items * 2


def shown(stream):
    """Render a stream with its pictures as a page does."""
    pictures = renditions.prepared([image for image, _set in images_in(stream)], renditions.INLINE)
    return render_stream(stream, pictures={renditions.INLINE.name: pictures})


def test_twenty_blocks_cost_one_query_for_each_kind_of_object(trees, django_assert_num_queries):
    items = twenty(trees)
    for image, kind in images_in(body(items)):
        renditions.prepare(image, kind)
    shown(body(items))
    # Pictures, documents, pages with their translations, renditions.
    with django_assert_num_queries(4):
        shown(body(items))


def test_each_use_of_a_picture_keeps_its_own_words(trees):
    html = shown(body(twenty(trees)))
    assert "A bridge" in html
    assert "The same bridge" in html


def test_links_lead_to_the_page_in_the_readers_language(trees):
    with override("fr"):
        html = shown(body(twenty(trees)))
    assert html.count('href="/fr/"') == 8
    assert "/en/" not in html
    assert "Alliance fr" in html


def test_a_link_says_so_when_the_page_exists_only_in_another_language(trees):
    with override("de"):
        html = shown(body(twenty(trees)))
    assert html.count('href="/en/"') == html.count('hreflang="en"') == 8
    assert '<a href="/en/" lang="de" hreflang="en">' in html
    assert '<a href="/en/" hreflang="en" lang="en" dir="ltr">Alliance</a>' in html


def test_a_page_that_readers_may_not_see_is_no_link(trees):
    trees.home.unpublish()
    html = shown(body(twenty(trees)))
    assert "See <a>the front page</a>." in html
    assert 'href="/' not in html.replace('href="/documents', "")


def test_a_stream_that_was_loaded_is_stored_as_it_was(trees):
    items = twenty(trees)
    stream = body(items, key="story")
    before = list(stream.raw_data)
    list(stream)
    after = stream.get_prep_value()
    assert [each["id"] for each in after] == [each["id"] for each in before]
    assert after[3]["value"]["pictures"] == before[3]["value"]["pictures"]
    assert body(items, key="story").get_prep_value() == before


def test_what_a_stream_refers_to_is_listed(trees):
    stream = body(twenty(trees)[:10])
    assert len(images_in(stream)) == 6
    assert [document.title for document in documents_in(stream)] == ["Declaration of Mayors"]
    assert related_pages_in(stream) == [trees.home.page_ptr, trees.home.page_ptr]


def test_a_link_in_a_text_leads_to_the_document(trees):
    document = make_document(language="ro")
    link = f'<p><a linktype="document" id="{document.pk}">Text</a> <a linktype="document" id="999999">gone</a></p>'
    html = render_stream(body([("paragraph", link)]))
    assert f'<a href="{document.url}" lang="en" hreflang="ro">Text</a> <a>gone</a>' in html


def test_a_document_says_format_size_and_language(trees):
    document = make_document(language="ro")
    html = render_stream(body([("document", {"document": document.pk, "title": ""})]))
    assert f'href="{document.url}" hreflang="ro" download' in html
    assert "PDF" in html
    assert '<span lang="ro">Română</span>' in html
