"""Checks of the fields of a story: title, summary, theme, city, embargo."""

from django.utils.translation import gettext as _

from news.checks.registry import check, error, warning

LONG_TITLE = 90
LONG_SUMMARY = 300


@check
def summary(page):
    """A story needs a summary, and a short one."""
    if not page.summary.strip():
        yield error("summary", "summary", _("Write a summary: lists, feeds and search engines show it."))
    elif len(page.summary) > LONG_SUMMARY:
        yield warning(
            "long_summary",
            "summary",
            _("The summary has %(length)d characters; more than %(most)d are cut off in lists.")
            % {"length": len(page.summary), "most": LONG_SUMMARY},
        )


@check
def title(page):
    """A long title is cut off where stories are shared."""
    if len(page.title) > LONG_TITLE:
        yield warning(
            "long_title",
            "title",
            _("The title has %(length)d characters; more than %(most)d are cut off where it is shared.")
            % {"length": len(page.title), "most": LONG_TITLE},
        )


@check
def theme(page):
    """A story needs a theme, or readers who follow themes never meet it."""
    if not page.story_themes.all():
        yield error("theme", "story_themes", _("Choose at least one theme."))


@check
def city(page):
    """Most stories are about a city or region."""
    if not page.story_members.all():
        yield warning("city", "story_members", _("No city or region is named. Is the story about none?"))


@check
def late_embargo(page):
    """What is public cannot be embargoed any more."""
    if page.pk and page.live and page.embargoed:
        yield error(
            "late_embargo",
            "embargo_until",
            _("The story is public already, so an embargo comes too late. Unpublish it first."),
        )
