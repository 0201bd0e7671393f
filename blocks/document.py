"""A file to download."""

from pathlib import PurePath

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock

from blocks.groups import FACTS
from blocks.preview import PreviewedBlock
from blocks.validation import ClearMessages
from common.localization import text_direction

__all__ = ["DocumentBlock"]


def _preview():
    title = gettext("Declaration of mayors against anti-Gypsyism")
    document = get_document_model()(title=title, file_size=284_000, collection_id=None)
    document.file.name = "documents/declaration.pdf"
    return {"document": document, "title": ""}


class DocumentBlock(ClearMessages, PreviewedBlock, StructBlock):
    """A document with its format, size and language."""

    document = DocumentChooserBlock(label=_("Document"))
    title = CharBlock(
        required=False, max_length=160, label=_("Title"), help_text=_("Leave empty to use the document’s own title.")
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        group = FACTS
        description = _("A file to download, with format, size and language.")
        template = "blocks/document.html"
        required_messages = {"document": _("Choose a document, or remove this block.")}
        preview_value = staticmethod(_preview)

    def get_context(self, value, parent_context=None):
        """Say what a reader would download.

        Args:
            value: The struct value.
            parent_context: The context of the page.

        Returns:
            The context with `file`, or `file` None where no document is chosen.
        """
        context = super().get_context(value, parent_context)
        document = value.get("document")
        context["file"] = document and _file(document, value.get("title"))
        return context


def _file(document, title):
    language = getattr(document, "language", "") or ""
    return {
        "title": title or document.title,
        "url": document.url if document.pk else "#",
        "kind": PurePath(document.file.name or "").suffix.lstrip(".").upper(),
        "size": document.file_size,
        "credit": getattr(document, "credit", "") or "",
        "language": language,
        "title_language": "" if title else language,
        "title_direction": "" if title or not language else text_direction(language),
    }
