"""What a member is joined to: further names, the persons who lead it, the languages of its administration."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from blocks.languages import language_choices
from membership import panels
from membership.choices import NameUse

__all__ = ["MemberLanguage", "MemberLeader", "MemberName"]


class MemberName(TranslatableMixin, Orderable):
    """A further name under which readers look for a member; never translated."""

    page = ParentalKey("membership.MemberPage", on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=200)
    language = models.CharField(
        _("language of that name"), max_length=12, blank=True, help_text=_("Code of the language, for example sr-Latn.")
    )
    use = models.CharField(_("what sort of name"), max_length=10, choices=NameUse, default=NameUse.OFFICIAL)

    translatable_fields = [SynchronizedField(name, overridable=False) for name in ("name", "language", "use")]
    panels = panels.NAME_PANELS

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("further name")
        verbose_name_plural = _("further names")

    def __str__(self):
        return self.name


class MemberLeader(TranslatableMixin, Orderable):
    """A person who leads the authority; offices and their dates stand on the person's own page."""

    page = ParentalKey("membership.MemberPage", on_delete=models.CASCADE, related_name="leaders")
    person = models.ForeignKey(
        "people.PersonPage", on_delete=models.CASCADE, related_name="+", verbose_name=_("person")
    )
    office = models.CharField(
        _("office"),
        max_length=200,
        blank=True,
        help_text=_("Empty: the offices of the person's own page that name this authority."),
    )

    translatable_fields = [TranslatableField("office"), SynchronizedField("person", overridable=False)]
    panels = panels.LEADER_PANELS

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("political leadership")
        verbose_name_plural = _("political leadership")


class MemberLanguage(TranslatableMixin, Orderable):
    """A language in which the administration can be written to."""

    page = ParentalKey("membership.MemberPage", on_delete=models.CASCADE, related_name="languages")
    language = models.CharField(_("language"), max_length=12, choices=language_choices)

    translatable_fields = [SynchronizedField("language", overridable=False)]
    panels = panels.LANGUAGE_PANELS

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("language of the administration")
        verbose_name_plural = _("languages of the administration")

    def __str__(self):
        return self.get_language_display()
