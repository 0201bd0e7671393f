"""A small newsroom: people with their rights, and a page to translate."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import GroupPagePermission
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from accounts.roles import ensure_workflow
from seed.factories.pages import make_page, plant_trees
from tests.worlds import world


def permission(name):
    app, codename = name.split(".")
    found = Permission.objects.filter(content_type__app_label=app, codename=codename).first()
    # wagtail-localize makes this one in a migration, which tests may leave out.
    kind = ContentType.objects.get_for_model(TranslationSource)
    return found or Permission.objects.create(codename=codename, content_type=kind, name=codename)


def make_person(name, pages=None, rights=()):
    """An account with rights on pages, as {page: ["change_page", …]}, and on models."""
    group = Group.objects.create(name=f"Group of {name}")
    group.permissions.set([permission(right) for right in ("wagtailadmin.access_admin", *rights)])
    for page, codenames in (pages or {}).items():
        for codename in codenames:
            right = permission(f"wagtailcore.{codename}")
            GroupPagePermission.objects.create(group=group, page=page, permission=right)
    user = get_user_model().objects.create_user(name, email=f"{name}@example.org", password="x")
    user.groups.add(group)
    return user


def start(page, locale):
    """Start a translation the way the submit view does, as a draft."""
    source, _made = TranslationSource.update_or_create_from_instance(page)
    translation, _made = Translation.objects.get_or_create(source=source, target_locale=locale)
    translation.save_target(publish=False)
    return translation


def translate(translation, **words):
    """Write words into the segments of a translation; without words every segment gets its own, marked."""
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string", "context"):
        data = words.get(segment.context.path) if words else f"fr {segment.string.data}"
        if data is not None:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=translation.target_locale,
                context=segment.context,
                defaults={"data": data, "translation_type": "manual"},
            )


@world
def trees(db):
    trees = plant_trees("en", "fr", "de")
    ensure_workflow()
    return trees


@world
def about(trees):
    return make_page(trees.home, "About us", summary="Who we are", introduction="First words")


@world
def french(about, trees):
    """The translation of the page into French, as a draft without words."""
    return start(about, trees.locale("fr"))


@world
def translator(trees):
    return make_person("translator-fr", {trees.homes["fr"]: ["change_page"]}, ["navigation.change_frame"])


@world
def reviewer(trees):
    return make_person("reviewer-fr", {trees.homes["fr"]: ["change_page", "publish_page"]})


@world
def coordinator(trees):
    pages = {
        trees.home: ["add_page", "change_page"],
        trees.homes["fr"]: ["add_page", "change_page", "publish_page"],
    }
    return make_person("coordinator", pages, ["wagtail_localize.submit_translation"])
