"""The known defects of wagtail-localize, D1 to D30: each has a test that fails without this room, or a reason.

D1 D2    test_permissions.py: starting, syncing and publishing follow the rights on source and target
D3       test_permissions.py and test_segments.py: snippets open only in own languages
D4 D5    test_starting.py: a translation begins as a draft; a copy of the source goes offline
D6 D7    test_source_changes.py: a change is taken over at once; words survive a comma as fuzzy
D8       test_gate.py: gaps are not published
D9 D17   test_segments.py: unclear entries stay open; a file without its header, or none, is no error page
D10      test_gate.py and test_writing.py: lost links block
D11      test_review.py: hand in, approve
D12      test_following.py and test_memory.py: unpublish, move, delete; the memory stays
D13 D14  test_following.py: page types have no relation that does not follow (system checks E010, E011)
D15      here
D16      test_starting.py: a translation is no second source
D18      test_starting.py: what cannot be translated is a message
D19      docs/decisions/0038: the editor does not offer tags that split sentences; here
D20      test_segments.py and here: slugs of other scripts
D21 D22  test_pretranslating.py: never slugs, nothing counts as done; failures are messages
D23      test_segments.py and test_workbench.py: words are closed while a reviewer reads
D24      test_source_changes.py: drafts change nothing for readers; test_writing.py: history
D25      test_writing.py: a sentence may stay as it is
D26      test_following.py: translations expire with their source
D27 D30  docs/decisions/0002: no aliases; test_permissions.py: none can be made
D28      test_starting.py: the parent comes first
D29      test_following.py: deleting the source deletes translations
"""

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation
from wagtail_localize.strings import INLINE_TAGS

from common import rich_text
from seed.factories.pages import make_page, plant_trees
from translations.saving import save_draft
from translations.segments import segments_of

from .conftest import start, translate

pytestmark = pytest.mark.django_db
SPLITTING = {"superscript", "subscript", "strikethrough"}


def test_d15_words_written_while_a_translation_was_stopped_are_kept(client, french, reviewer):
    translate(french)
    client.force_login(reviewer)
    client.post(reverse("wagtail_localize:stop_translation", args=[french.pk]))
    page = french.get_target_instance().specific
    page.summary = "Écrit à la main"
    page.save_revision(user=reviewer)
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"localize-restart-translation": "1"})
    assert Translation.objects.get(pk=french.pk).enabled
    assert "Écrit à la main" in {one.text for one in segments_of(french)}
    assert save_draft(french).summary == "Écrit à la main"


def test_d19_the_editor_offers_no_tag_that_splits_sentences():
    offered = {*rich_text.FEATURES, *rich_text.SHORT_FEATURES, *rich_text.SPOKEN_FEATURES}
    assert not offered & SPLITTING
    assert {"b", "i", "a"} <= set(INLINE_TAGS)


def test_d20_slugs_of_other_scripts():
    trees = plant_trees("en", "uk")
    ukrainian = start(make_page(trees.home, "Voices"), trees.locale("uk"))
    translate(ukrainian, title="Голоси ромських жінок 2026")
    assert save_draft(ukrainian).slug == "holosy-romskykh-zhinok-2026"
