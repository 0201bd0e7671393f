"""The forms behind every editor of pages and snippets: they say what is wrong, and keep what was typed."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.blocks import StreamBlockValidationError

from common.gates import obstacles

__all__ = ["PageForm", "SnippetForm"]

REJECT = "reject"


class PageForm(WagtailAdminPageForm):
    """Refuses words that are too long with a message, where browsers would cut them off in silence."""

    def __init__(self, *args, **kwargs):
        """Take the browser's limits away, and ask for no address: the page makes its own from its title.

        Args:
            args, kwargs: those of the form.
        """
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("maxlength", None)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def is_valid(self):
        """Tell whether the page may be kept or, where it is to be published or handed in, whether it may go out."""
        valid = super().is_valid()
        if valid and not self.is_deferred_validation and self.data.get("workflow-action-name") != REJECT:
            _add_obstacles(self, super().save(commit=False))
        return valid and not self.errors


class SnippetForm(WagtailAdminModelForm):
    """Keeps from readers what the gates hold against it; a snippet has no drafts, so nothing is stored."""

    def is_valid(self):
        """Tell whether the snippet may go out."""
        valid = super().is_valid()
        if valid:
            _add_obstacles(self, super().save(commit=False))
        return valid and not self.errors


def _add_obstacles(form, instance):
    places = {}
    for one in obstacles(instance):
        if one.block is not None:
            places.setdefault(one.field, {}).setdefault(one.block, []).append(one.message)
        elif one.field in form.fields:
            form.add_error(one.field, one.message)
        else:
            form.add_error(None, f"{one.label}: {one.message}")
    for field, blocks in places.items():
        wrong = {place: ValidationError(" ".join(dict.fromkeys(said))) for place, said in blocks.items()}
        form.add_error(field, StreamBlockValidationError(block_errors=wrong))
