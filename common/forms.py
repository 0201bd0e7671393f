"""The form behind every page editor: says what is wrong, and keeps what was typed."""

from wagtail.admin.forms import WagtailAdminPageForm

__all__ = ["PageForm"]


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
