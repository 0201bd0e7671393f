"""Forms, officers and applications, for demo content and tests."""

import uuid

from django.contrib.auth.models import Permission
from wagtail.models import Page

from accounts.jobs import ADMIN, KEEP_APPLICATIONS, OFFICERS
from applications.choices import State
from applications.models import Application, FormPage, Notice
from applications.receiving import describe
from applications.records import new_reference
from seed.factories.accounts import make_user

USUAL = {
    "organisation": "Municipality of Štip",
    "authority_kind": "municipality",
    "country": "MK",
    "population": 44_866,
    "population_year": 2021,
    "website": "https://stip.gov.mk",
    "leader": "Ivan Jordanov",
    "leader_office": "Mayor",
    "contact_name": "Elena Stojanova",
    "contact_function": "Head of social affairs",
    "contact_email": "elena@stip.gov.mk",
    "done": "A kindergarten.",
    "planned": "A bus to the school.",
    "themes": [],
}
NOTICE = "<p>We use your data to answer you, and delete it a year after.</p>"


def make_form_page(parent, kind="contact", *, live=True, **fields):
    """A page with a form.

    Args:
        parent: the page above it.
        kind: a FormKind.
        live: False for a draft.
        fields: further fields of FormPage.
    """
    parent = Page.objects.get(pk=parent.pk).specific
    words = {"title": kind.title(), "notice": NOTICE} | fields
    page = parent.add_child(instance=FormPage(kind=kind, locale_id=parent.locale_id, live=live, **words))
    revision = page.save_revision()
    if live:
        revision.publish()
    return FormPage.objects.get(pk=page.pk)


def make_officer(username="officer", **fields):
    """A membership officer with the rights of the job.

    Args:
        username: the name to log in with.
        fields: other fields of the user.
    """
    user = make_user(username, [OFFICERS], **fields)
    names = [name.split(".") for name in (ADMIN, *KEEP_APPLICATIONS)]
    for app, codename in names:
        user.groups.get().permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return user


def make_application(kind="join", state=State.NEW, language="en", answers=(), **fields):
    """An application as it is kept.

    Args:
        kind: a FormKind.
        state: a State.
        language: the applicant's language.
        answers: answers that differ from the usual ones, by field.
        fields: other fields of Application.
    """
    notice, _made = Notice.objects.get_or_create(
        kind=kind, language=language, digest="0", defaults={"text": NOTICE, "number": 1}
    )
    application = Application(
        kind=kind,
        state=state,
        language=language,
        answers={**USUAL, **dict(answers)},
        reference=new_reference(kind),
        key=uuid.uuid4().hex,
        notice=notice,
        **fields,
    )
    describe(application)
    application.save()
    return application
