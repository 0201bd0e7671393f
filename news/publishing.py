"""The only place that reacts when stories, and what they name, are published, moved, hidden or deleted.

An embargoed or withdrawn story is not live, so it leaves the index by the same signals as any other. Whoever changes
stories past these signals, in bulk, calls ``refresh`` with their numbers, or ``rebuild``.
"""

from django.apps import apps
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from news.facets import PAGES, name_facets
from news.models import NewsPage, StoryTag, StoryTheme, Theme
from news.row_writer import forget, rebuild, refresh, refresh_below
from news.story_rows import FacetKind, StoryRow

__all__ = ["forget", "listen", "rebuild", "refresh", "refresh_below"]


def on_page(instance, **_signal):
    """Take a page that was published, unpublished or renamed into account.

    Args:
        instance: the page.
        _signal: what else the signal carries; not used.
    """
    if isinstance(instance, NewsPage):
        refresh([instance.pk])
    for kind, model, _link, _name in _named_pages():
        if isinstance(instance, model):
            name_facets(kind, [instance.translation_key])


def on_hidden(instance, **signal):
    """Take a page out that was unpublished; one that is about to be deleted still says that it is live.

    Args:
        instance: the page.
        signal: what else the signal carries.
    """
    if isinstance(instance, NewsPage):
        forget([instance.pk])
    else:
        on_page(instance, **signal)


def on_tree(instance, **_signal):
    """Take a part of the tree that was moved into account.

    Args:
        instance: the page that was moved.
        _signal: what else the signal carries; not used.
    """
    refresh_below(Page.objects.values_list("path", flat=True).get(pk=instance.pk))
    for kind, _model, _link, _name in _named_pages():
        name_facets(kind)


def on_restriction(instance, **_signal):
    """Take into account that a part of the tree has other readers now.

    Args:
        instance: the restriction that was saved or deleted.
        _signal: what else the signal carries; not used.
    """
    if Page.objects.filter(pk=instance.page_id).exists():
        on_tree(instance.page)


def before_story_goes(instance, **_signal):
    """Take a story out of the index before it is deleted.

    Args:
        instance: the story.
        _signal: what else the signal carries; not used.
    """
    forget([instance.pk])


def on_theme(instance, **_signal):
    """Show a theme in its new words and at its new address.

    Args:
        instance: the theme that was saved.
        _signal: what else the signal carries; not used.
    """
    name_facets(FacetKind.THEME, [instance.translation_key])


def on_tag(instance, **_signal):
    """Show a tag in its new words and at its new address.

    Args:
        instance: the tag that was saved.
        _signal: what else the signal carries; not used.
    """
    name_facets(FacetKind.TAG, [instance.pk])


def before_named_goes(instance, **_signal):
    """Note which stories name something, before it and its links are deleted.

    Args:
        instance: a theme, a tag, a city or a person.
        _signal: what else the signal carries; not used.
    """
    for kind, model, link, name in _named():
        if isinstance(instance, model):
            page = "content_object_id" if kind == FacetKind.TAG else "page_id"
            instance.stories_to_refresh = list(link.objects.filter(**{name: instance.pk}).values_list(page, flat=True))


def after_named_went(instance, **_signal):
    """Take the name of something that was deleted off its stories.

    Args:
        instance: a theme, a tag, a city or a person.
        _signal: what else the signal carries; not used.
    """
    refresh(getattr(instance, "stories_to_refresh", ()))
    for kind, model, _link, _name in _named():
        if isinstance(instance, model):
            name_facets(kind, [instance.pk if kind == FacetKind.TAG else instance.translation_key])


def after_migrating(**_signal):
    """Write the index for stories that were there before it.

    Args:
        _signal: what the signal carries; not used.
    """
    if not StoryRow.objects.exists() and NewsPage.objects.exists():
        rebuild()


def _named_pages():
    models = apps.all_models
    return [
        (kind, models[room][page.lower()], models["news"][link.lower()], name)
        for kind, (room, page, link, name) in PAGES.items()
        if page.lower() in models.get(room, {}) and link.lower() in models["news"]
    ]


def _named():
    return [*_named_pages(), (FacetKind.THEME, Theme, StoryTheme, "theme"), (FacetKind.TAG, Tag, StoryTag, "tag")]


def listen():
    """Connect the reactions; called once when the app is ready."""
    for signal in (page_published, page_slug_changed):
        signal.connect(on_page)
    page_unpublished.connect(on_hidden)
    post_page_move.connect(on_tree)
    for signal in (post_save, post_delete):
        signal.connect(on_restriction, sender=PageViewRestriction)
    pre_delete.connect(before_story_goes, sender=NewsPage)
    post_migrate.connect(after_migrating, sender=apps.get_app_config("news"))
    post_save.connect(on_theme, sender=Theme)
    post_save.connect(on_tag, sender=Tag)
    for _kind, model, _link, _name in _named():
        pre_delete.connect(before_named_goes, sender=model)
        post_delete.connect(after_named_went, sender=model)
