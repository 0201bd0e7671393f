"""Where the stories of a language go: its list of news; and how a configured language is opened."""

from dataclasses import dataclass, field

from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.utils.translation import override, pgettext
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from common.localization import everyones, forget_homes, homes
from common.slugs import slug_for
from news.legacy.records import RefusedError

__all__ = ["Place", "Places"]

RESERVED = {"calendar", "city", "country", "feed", "feeds", "kind", "person", "tag", "theme", "year"}


@dataclass
class Place:
    """The list that the stories of a language stand in.

    Attributes:
        locale: The language.
        index: The list; None in a dry run where the language would first be opened.
        slugs: Addresses that are taken.
    """

    locale: Locale | None
    index: Page | None
    slugs: set[str] = field(default_factory=set)

    def free_slug(self, title: str, language: str, legacy_id: int) -> str:
        """An address that is free, without asking the database.

        Args:
            title: What it is made of.
            language: The language of the title.
            legacy_id: Makes it unique where the title alone does not.
        """
        slug = slug_for(title, language) or "story"
        candidate, count = slug, 1
        while candidate in self.slugs or candidate in RESERVED or candidate == "story":
            ending = f"-{legacy_id}" if count == 1 else f"-{legacy_id}-{count}"
            candidate, count = f"{slug[: 80 - len(ending)].rstrip('-')}{ending}", count + 1
        self.slugs.add(candidate)
        return candidate


class Places:
    """The lists of all languages, each looked up once."""

    def __init__(self, *, opening: bool, writing: bool) -> None:
        """Set the rules.

        Args:
            opening: Whether configured languages that are not open are opened.
            writing: False in a dry run.
        """
        self.opening, self.writing = opening, writing
        self.known: dict[str, Place] = {}
        self.opened: list[str] = []

    def of(self, code: str) -> Place:
        """The list of a language.

        Args:
            code: A configured language.

        Raises:
            RefusedError: If the language is not open and shall not be opened.
        """
        if code not in self.known:
            self.known[code] = self._found(code) or self._new(code)
        return self.known[code]

    def _found(self, code: str) -> Place | None:
        if code not in homes():
            return None
        indexes = everyones(apps.get_model("news", "NewsIndexPage").objects.filter(locale__language_code=code))
        index = indexes.select_related("locale").order_by("path").first()
        if index is None:
            return None
        slugs = Page.objects.filter(path__startswith=index.path, depth=index.depth + 1).values_list("slug", flat=True)
        return Place(index.locale, index, set(slugs))

    def _new(self, code: str) -> Place:
        if not self.opening:
            raise RefusedError(f"language {code} is not open, or has no list of news; --add-languages opens it")
        self.opened.append(code)
        if not self.writing:
            return Place(None, None)
        open_language(code)
        place = self._found(code)
        if place is None:
            raise RefusedError(f"language {code} could not be opened")
        return place


def source_index() -> Page | None:
    """The list of news in the site's own language, from which those of other languages are made."""
    model = apps.get_model("news", "NewsIndexPage")
    return everyones(model.objects.filter(locale__language_code=settings.LANGUAGE_CODE)).order_by("path").first()


@transaction.atomic
def open_language(code: str) -> None:
    """Open a configured language: its front page and its list of news, as translations that are still to be made.

    What has no words in the language yet stands in those of the source, and the report of translations says so.

    Args:
        code: A configured language.

    Raises:
        RefusedError: If there is nothing that could be translated.
    """
    locale, _made = Locale.objects.get_or_create(language_code=code)
    site, index = Site.objects.filter(is_default_site=True).first(), source_index()
    if site is None or index is None:
        raise RefusedError("the site has no list of news in its own language")
    with override(code):
        title = pgettext("kind of search result", "News")
    _published(site.root_page.specific, locale, {"slug": f"home-{code}"})
    _published(index, locale, {"title": title, "slug": slug_for(title, code) or "news"})
    forget_homes()


def _published(source: Page, locale: Locale, words: dict[str, str]) -> None:
    found = source.get_translations().filter(locale=locale, alias_of=None).specific().first()
    if found is None:
        record, _made = TranslationSource.update_or_create_from_instance(source)
        translation, _made = Translation.objects.get_or_create(source=record, target_locale=locale)
        for segment in StringSegment.objects.filter(source=record, context__path__in=words):
            StringTranslation.objects.get_or_create(
                translation_of_id=segment.string_id,
                context_id=segment.context_id,
                locale=locale,
                defaults={"data": words[segment.context.path]},
            )
        translation.save_target(publish=False)
        found = translation.get_target_instance()
    if not found.live:
        found.get_latest_revision_as_object().save_revision().publish()
