"""What the search keeps: a document for each page that every reader may see, what it is found by, and its words."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from search.promotions import Promotion

__all__ = ["FacetKind", "Promotion", "SearchDoc", "SearchFacet", "SearchMark", "SearchTerm", "SearchedFor"]


class FacetKind(models.TextChoices):
    """What results are narrowed by; the values are the names in the address."""

    TYPE = "type", pgettext_lazy("narrowing a search", "Kind")
    THEME = "theme", pgettext_lazy("narrowing a search", "Theme")
    COUNTRY = "country", pgettext_lazy("narrowing a search", "Country")
    CITY = "city", pgettext_lazy("narrowing a search", "City or region")
    PERSON = "person", pgettext_lazy("narrowing a search", "Person")
    YEAR = "year", pgettext_lazy("narrowing a search", "Year")
    TAG = "tag", pgettext_lazy("narrowing a search", "Tag")


class SearchDoc(models.Model):
    """A page as it is found and shown in results. The last five columns are what the database searches.

    Short columns come first: SQLite walks through the long ones to reach what lies behind them.
    A trigger keeps the index of the database in step with them, so that whoever writes a row need not know it.
    """

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=12)
    translation_key = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=12)
    date = models.DateField(null=True)
    precision = models.CharField(max_length=8, default="day")
    country = models.CharField(max_length=2, blank=True)
    length = models.IntegerField(default=0)
    version = models.SmallIntegerField()
    fingerprint = models.CharField(max_length=32)
    place = models.CharField(max_length=160, blank=True)
    url = models.TextField()
    title = models.TextField()
    keywords = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    t_title = models.TextField(blank=True)
    t_keywords = models.TextField(blank=True)
    t_body = models.TextField(blank=True)
    t_further = models.TextField(blank=True)
    t_scope = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["language", "length"], name="search_doc_by_language")]

    def __str__(self):
        return self.title


class SearchFacet(models.Model):
    """One value by which results of a language are narrowed.

    ``key`` never changes: a translation key, a country, a number. ``slug`` and ``label`` are what readers see of it;
    both are empty while the thing named is not public in this language.
    """

    language = models.CharField(max_length=12)
    kind = models.CharField(max_length=10, choices=FacetKind)
    key = models.CharField(max_length=40)
    slug = models.CharField(max_length=255, blank=True)
    label = models.CharField(max_length=255, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "kind", "key"], name="search_facet_once")]
        indexes = [models.Index(fields=["language", "kind", "slug"], name="search_facet_by_slug")]

    def __str__(self):
        return f"{self.kind} {self.label or self.key}"


class SearchMark(models.Model):
    """A document has a value."""

    doc = models.ForeignKey(SearchDoc, on_delete=models.CASCADE, related_name="marks", db_index=False)
    facet = models.ForeignKey(SearchFacet, on_delete=models.CASCADE, related_name="marks")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["doc", "facet"], name="search_mark_once")]

    def __str__(self):
        return f"{self.doc_id} has {self.facet_id}"


class SearchTerm(models.Model):
    """A word of the public pages of a language, without accents; its token, and how many pages have it."""

    language = models.CharField(max_length=12)
    word = models.CharField(max_length=60)
    token = models.CharField(max_length=60)
    pages = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "word", "token"], name="search_term_once")]
        indexes = [models.Index(fields=["language", "token", "pages"], name="search_term_by_token")]

    def __str__(self):
        return f"{self.word}: {self.pages}"


class SearchedFor(models.Model):
    """How often something was looked for on a day. Nothing in it says who did; it is deleted after half a year."""

    language = models.CharField(_("language"), max_length=12)
    day = models.DateField(_("day"))
    query = models.CharField(_("words looked for"), max_length=80)
    times = models.IntegerField(_("times"), default=0)
    results = models.IntegerField(_("results"), default=0)

    class Meta:
        verbose_name = _("words looked for")
        verbose_name_plural = _("words looked for")
        constraints = [models.UniqueConstraint(fields=["language", "day", "query"], name="search_asked_once_a_day")]
        indexes = [models.Index(fields=["day"], name="search_asked_by_day")]

    def __str__(self):
        return self.query
