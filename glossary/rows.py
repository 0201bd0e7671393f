"""The rows below a page of a term: its forms, and the terms to read next."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from glossary import panels
from glossary.choices import LANGUAGE_CODE, SEVERITIES, FormKind, Relation, Status, variety_choices


class TermVariant(Orderable):
    """A form of a term beside its title, in the language of the page or in another one."""

    page = ParentalKey("glossary.TermPage", on_delete=models.CASCADE, related_name="variants")
    form = models.CharField(_("form"), max_length=160)
    kind = models.CharField(_("kind"), max_length=16, choices=FormKind, default=FormKind.SYNONYM)
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        validators=[LANGUAGE_CODE],
        help_text=_("Code such as fr or rom. Empty: the language of the page."),
    )
    variety = models.CharField(
        _("variety of Romani"),
        max_length=3,
        choices=variety_choices,
        blank=True,
        help_text=_("Only for forms in Romani."),
    )
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("Why: for example singular, older, own name, felt as an insult."),
    )
    instead = models.CharField(
        _("write instead"),
        max_length=160,
        blank=True,
        help_text=_("For a form to avoid. Empty: the preferred form of the term."),
    )
    where_used = models.CharField(_("where it is used"), max_length=160, blank=True)
    status = models.CharField(_("status"), max_length=16, choices=Status, default=Status.APPROVED)

    panels = panels.VARIANT_PANELS

    class Meta(Orderable.Meta):
        verbose_name = _("form")
        verbose_name_plural = _("forms")

    def __str__(self):
        return self.form

    @property
    def severity(self):
        """What the terminology guard does about the form: "", "warn" or "block"."""
        return SEVERITIES.get(self.kind, "")


class RelatedTerm(Orderable):
    """A term to read next; shown in the page's language."""

    page = ParentalKey("glossary.TermPage", on_delete=models.CASCADE, related_name="related_terms")
    term = models.ForeignKey("glossary.TermPage", verbose_name=_("term"), on_delete=models.CASCADE, related_name="+")
    relation = models.CharField(_("relation"), max_length=16, choices=Relation, default=Relation.RELATED)

    panels = panels.RELATED_PANELS

    class Meta(Orderable.Meta):
        verbose_name = _("related term")
        verbose_name_plural = _("related terms")

    def __str__(self):
        return self.term.title
