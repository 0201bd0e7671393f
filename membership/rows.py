"""The index of members: one row for each member and language, with all that lists, maps and counts need of it.

A row of a language without a page of its own leads to the page in the language of the source, so that lists, maps and
numbers say the same in every language. Only ``membership.row_writer`` writes rows.
"""

from django.db import models

from membership.choices import Kind, Precision, State

__all__ = ["BANDS", "MemberRow", "MemberTheme", "band_of"]

# Up to how many inhabitants a band of sizes goes; the last one has no end, and 0 means that no figure is on record.
BANDS = (10_000, 50_000, 100_000, 500_000)


def band_of(population):
    """Return the number of the band of sizes, from 1 for the smallest; 0 where no figure is on record.

    Args:
        population: inhabitants, or None.
    """
    return 1 + sum(population >= limit for limit in BANDS) if population else 0


class MemberRow(models.Model):
    """A participant or signatory that every reader may see, as readers of one language see it."""

    key = models.UUIDField()
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", db_index=False)
    page = models.ForeignKey("membership.MemberPage", on_delete=models.CASCADE, related_name="+")
    page_locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+", db_index=False)
    url_path = models.TextField()
    name = models.CharField(max_length=255)
    local_name = models.CharField(max_length=160, blank=True)
    local_language = models.CharField(max_length=12, blank=True)
    summary = models.TextField(blank=True)
    country = models.CharField(max_length=2)
    kind = models.CharField(max_length=16, choices=Kind)
    state = models.CharField(max_length=16, choices=State)
    signed = models.BooleanField(default=False)
    since = models.DateField(null=True)
    precision = models.CharField(max_length=8, choices=Precision, default=Precision.DAY)
    number = models.PositiveSmallIntegerField(null=True)
    population = models.PositiveIntegerField(null=True)
    band = models.PositiveSmallIntegerField(default=0)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    x = models.FloatField(null=True)
    y = models.FloatField(null=True)
    by_name = models.CharField(max_length=700)
    by_country = models.CharField(max_length=960)
    words = models.TextField()
    foreign = models.TextField(blank=True, default="")
    card = models.CharField(max_length=80, blank=True, default="")
    drawn = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["locale", "key"], name="membership_row_once")]
        indexes = [
            models.Index(fields=["locale", "state", "by_name"], name="membership_row_by_state"),
            models.Index(fields=["locale", "country", "by_name"], name="membership_row_in_country"),
            models.Index(fields=["locale", "by_name"], name="membership_row_by_name"),
            models.Index(fields=["locale", "by_country"], name="membership_row_by_country"),
            models.Index(fields=["id"], condition=models.Q(drawn=False), name="membership_row_undrawn"),
        ]

    def __str__(self):
        return self.name


class MemberTheme(models.Model):
    """A member has a good practice on a theme, which stands here by its translation key."""

    row = models.ForeignKey(MemberRow, on_delete=models.CASCADE, related_name="themes", db_index=False)
    theme = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["row", "theme"], name="membership_theme_once")]
        indexes = [models.Index(fields=["theme", "row"], name="membership_by_theme")]

    def __str__(self):
        return f"{self.row_id}: {self.theme}"
