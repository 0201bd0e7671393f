"""The form behind every page editor: says what is wrong, and keeps what was typed."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamBlockValidationError

from common.gates import obstacles

__all__ = ["PageForm"]

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
            self._ask_gates()
        return valid and not self.errors

    def _ask_gates(self):
        found = obstacles(super().save(commit=False))
        places = {}
        for one in found:
            if one.block is not None:
                places.setdefault(one.field, {}).setdefault(one.block, []).append(one.message)
            elif one.field in self.fields:
                self.add_error(one.field, one.message)
            else:
                self.add_error(None, f"{one.label}: {one.message}")
        for field, blocks in places.items():
            wrong = {place: ValidationError(" ".join(dict.fromkeys(said))) for place, said in blocks.items()}
            self.add_error(field, StreamBlockValidationError(block_errors=wrong))
