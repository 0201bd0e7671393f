"""What stands around every page, one row a language: names, menu, boxes, contact persons and the terminology notice."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, RevisionMixin, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from common.rich_text import SHORT_FEATURES


def page_link(**options):
    """Return a foreign key to a page that clears itself when the page is deleted.

    Args:
        options: further keyword arguments of the field, such as `verbose_name`.
    """
    return models.ForeignKey(
        "wagtailcore.Page", on_delete=models.SET_NULL, null=True, blank=True, related_name="+", **options
    )


class Frame(RevisionMixin, TranslatableMixin, ClusterableModel):
    """The words and links around every page, in one language."""

    site_name = models.CharField(_("site name"), max_length=120)
    congress_line = models.CharField(_("line above the name"), max_length=160, blank=True)
    mission = models.TextField(_("mission statement"), max_length=400, blank=True)

    follow_title = models.CharField(_("heading of “Follow us”"), max_length=60, blank=True)

    join_title = models.CharField(_("heading of “Join the Alliance”"), max_length=80, blank=True)
    join_text = models.TextField(_("text of “Join the Alliance”"), max_length=240, blank=True)
    join_page = page_link(verbose_name=_("page that opens from “Join the Alliance”"))

    cooperate_title = models.CharField(_("heading of “Cooperate as NGO”"), max_length=80, blank=True)
    cooperate_text = models.TextField(_("text of “Cooperate as NGO”"), max_length=240, blank=True)
    cooperate_page = page_link(verbose_name=_("page that opens from “Cooperate as NGO”"))

    contact_title = models.CharField(_("heading of the contact persons"), max_length=80, blank=True)
    contact_text = models.TextField(_("text above the contact persons"), max_length=240, blank=True)

    notice_title = models.CharField(_("heading of the notice"), max_length=120, blank=True)
    notice_text = RichTextField(_("text of the notice"), features=SHORT_FEATURES, blank=True)
    notice_date = models.DateField(_("date of the notice"), null=True, blank=True)
    notice_page = page_link(verbose_name=_("page that explains the words"))

    footer_note = models.TextField(_("last line of the page"), max_length=320, blank=True)

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("frame")
        verbose_name_plural = _("frames")

    def __str__(self):
        return self.site_name

    def clean(self):
        """Refuse a second frame in the same language.

        Raises:
            ValidationError: when another row of this language exists.
        """
        super().clean()
        if self.locale_id and Frame.objects.filter(locale=self.locale_id).exclude(pk=self.pk).exists():
            raise ValidationError(_("This language has its frame already. Change that one instead of adding another."))


class PageLink(TranslatableMixin, Orderable):
    """A word or two that lead to a page of this site."""

    title = models.CharField(_("words of the link"), max_length=60)
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.title


class MenuItem(PageLink):
    """One entry of the main menu."""

    frame = ParentalKey(Frame, on_delete=models.CASCADE, related_name="menu_items")

    class Meta(PageLink.Meta):
        abstract = False
        verbose_name = _("menu entry")
        verbose_name_plural = _("menu entries")


class LegalLink(PageLink):
    """One entry of the line of legal pages at the foot."""

    frame = ParentalKey(Frame, on_delete=models.CASCADE, related_name="legal_links")

    class Meta(PageLink.Meta):
        abstract = False
        verbose_name = _("legal page")
        verbose_name_plural = _("legal pages")


class NetworkLink(Orderable):
    """A channel of the Alliance on a network outside this site; the same in every language."""

    frame = ParentalKey(Frame, on_delete=models.CASCADE, related_name="network_links")
    name = models.CharField(_("name of the network"), max_length=40)
    url = models.URLField(_("address"), max_length=300)

    class Meta(Orderable.Meta):
        verbose_name = _("network")
        verbose_name_plural = _("networks")

    def __str__(self):
        return self.name


class Contact(TranslatableMixin, Orderable):
    """Someone readers may write to or call, until a date when that ends."""

    frame = ParentalKey(Frame, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=100, blank=True)
    role = models.CharField(_("role"), max_length=160)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail of the role"), blank=True)
    until = models.DateField(_("last day shown"), null=True, blank=True)

    override_translatable_fields = [
        SynchronizedField("name", overridable=False),
        SynchronizedField("telephone", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")

    def __str__(self):
        return self.name or self.role

    def clean(self):
        """Ask for a way to reach the person.

        Raises:
            ValidationError: when neither telephone nor e-mail is given.
        """
        super().clean()
        if not (self.telephone or self.email):
            raise ValidationError({"email": _("Give an e-mail address or a telephone number, or both.")})
