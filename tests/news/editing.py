"""What the editor of a story sends."""

from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

EMPTY = (
    "story_themes",
    "story_members",
    "story_countries",
    "story_persons",
    "related_stories",
    "story_attachments",
    "story_notes",
    "comments",
)


def rows(**values):
    """One row of an inline panel."""
    return inline_formset([{**values, "ORDER": 1}])


def story_data(newsroom, **fields):
    """A story that passes every check but that of the picture; `fields` replace what is sent."""
    data = {
        "title": "City of Innsbruck joins",
        "slug": "city-of-innsbruck-joins",
        "summary": "Innsbruck takes part from now on.",
        "date": "2013-04-26",
        "date_precision": "day",
        "place": "Innsbruck, Austria",
        "kind": "new_participant",
        "body": streamfield([("paragraph", rich_text("<p>We came to a school.</p>"))]),
        **{name: inline_formset([]) for name in EMPTY},
        "story_themes": rows(theme=newsroom.rights.pk),
        "story_members": rows(member=newsroom.tirana.pk),
        "tags": "",
        **fields,
    }
    return nested_form_data({name: value for name, value in data.items() if value is not None})


def add_url(index):
    """Where a new story is written."""
    return reverse("wagtailadmin_pages:add", args=("news", "newspage", index.pk))


def edit_url(story):
    """Where a story is edited."""
    return reverse("wagtailadmin_pages:edit", args=(story.pk,))
