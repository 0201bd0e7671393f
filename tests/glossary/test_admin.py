"""The flat list of terms that editors work with."""

from django.urls import reverse

from accounts.models import User
from seed.factories.glossary import make_glossary, make_term


def test_editors_see_which_terms_are_under_review(client, site_tree):
    client.force_login(User.objects.create_superuser("chief", "chief@example.org", "x"))
    make_term(make_glossary(site_tree.home), "Resande", status="under_review")
    text = client.get(reverse("term_pages:index")).content.decode()
    assert "Resande" in text
    assert "Under review" in text


def test_the_page_editor_opens_with_its_panels(client, site_tree):
    client.force_login(User.objects.create_superuser("chief", "chief@example.org", "x"))
    page = make_term(make_glossary(site_tree.home), "Resande", variants=[("sv", "resande")])
    text = client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content.decode()
    assert "One neutral sentence that can stand alone." in text
