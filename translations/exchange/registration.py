"""Registration of the translators' files with the admin."""

from django.urls import path, register_converter, reverse
from django.urls.converters import StringConverter
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from translations.exchange.exporting import FORMATS
from translations.exchange.views import files, interface, memory
from translations.exchange.views.answers import may_exchange

ORDER = 891


class FormatConverter(StringConverter):
    """A kind of file in an address."""

    regex = "|".join(FORMATS)


register_converter(FormatConverter, "translation_format")


@hooks.register("register_admin_urls")
def addresses():
    """The screens and the downloads."""
    room, kind = "translations/files/", "<translation_format:name>"
    return [
        path(room, files.files, name="translations_files"),
        path(f"{room}kit/", files.kit, name="translations_kit"),
        path(f"{room}<int:translation_id>/{kind}/", files.download, name="translations_file"),
        path(f"{room}memory/", memory.memory, name="translations_memory"),
        path(f"{room}memory/<slug:language>.tmx", memory.download, name="translations_memory_file"),
        path(f"{room}interface/", interface.interface, name="translations_interface"),
        path(f"{room}interface/<slug:language>/{kind}/", interface.download, name="translations_interface_file"),
    ]


class FilesItem(MenuItem):
    """The entry of the menu, for those who translate."""

    def is_shown(self, request) -> bool:
        """Whether the person translates into any language.

        Args:
            request: The request of the person.
        """
        return may_exchange(request.user)


@hooks.register("register_reports_menu_item")
def files_menu_item():
    """The entry of the menu."""
    address = reverse("translations_files")
    return FilesItem(_("Translators’ files"), address, name="translators-files", icon_name="download", order=ORDER)
