"""How a marked term is stored, how the editor holds it, and what it is before the page is put together."""

from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.models import Page
from wagtail.rich_text import LinkHandler

from common.rich_text import TERM, TERM_KEY
from glossary.models import TermPage
from glossary.records import titles

ENTITY = "TERM"


class TermLinkHandler(LinkHandler):
    """`<a linktype="term" key="…">`: a mark that the page turns into a link with an explanation, or into plain words.

    Wherever there is no page around the text, such as in a feed, the words simply stand there.
    """

    identifier = TERM

    @staticmethod
    def get_model():
        """Return the model that is linked to."""
        return TermPage

    @classmethod
    def expand_db_attributes(cls, attrs):
        """Return the opening tag for a marked term.

        Args:
            attrs: attributes of the stored tag.
        """
        return opening_tag(attrs)

    @classmethod
    def extract_references(cls, attrs):
        """Yield the pages of the term, so that each knows which texts name it.

        Args:
            attrs: attributes of the stored tag.
        """
        key = attrs.get("key", "")
        if TERM_KEY.fullmatch(key):
            for pk in (
                Page.objects.filter(translation_key=key, alias_of=None).order_by("pk").values_list("pk", flat=True)
            ):
                yield Page, str(pk), "", ""


def opening_tag(attrs):
    """Return the opening tag of a marked term as the middleware looks for it; an empty one if the key is none."""
    key = attrs.get("key", "")
    return f'<a data-term="{key}">' if TERM_KEY.fullmatch(key) else "<a>"


class TermElementHandler(InlineEntityElementHandler):
    """From the stored tag to what the editor holds."""

    mutability = "MUTABLE"

    def __init__(self):
        super().__init__(ENTITY)

    def get_attribute_data(self, attrs):
        """Return the key, and the title that editors see; empty where the term is gone.

        Args:
            attrs: attributes of the stored tag.
        """
        key = attrs.get("key", "")
        return {"key": key, "title": titles().get(key, "") if TERM_KEY.fullmatch(key) else ""}


def term_entity(props):
    """Return the stored tag for what the editor holds; plain words where the key is none.

    Args:
        props: data of the entity and its words.
    """
    key = str(props.get("key") or "")
    if not TERM_KEY.fullmatch(key):
        return DOM.create_element("fragment", {}, props["children"])
    return DOM.create_element("a", {"linktype": TERM, "key": key}, props["children"])
