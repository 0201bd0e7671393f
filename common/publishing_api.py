"""The address by which the editors' side publishes a page without a form; it asks the gates like every other way."""

from rest_framework.exceptions import ValidationError
from wagtail.admin.api.actions.publish import PublishPageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet

from common.gates import obstacles

__all__ = ["GatedPages", "gate_pages"]


class GatedPublication(PublishPageAPIAction):
    """Publishes the newest version, unless something stands in the way."""

    def execute(self, instance, data):
        """Publish.

        Args:
            instance: the page.
            data: what was sent; not used.

        Returns:
            The answer with the page.

        Raises:
            ValidationError: with the obstacles by field.
        """
        found: dict[str, list[str]] = {}
        for one in obstacles(instance.specific.get_latest_revision_as_object()):
            found.setdefault(one.field, []).append(f"{one.label}: {one.message}")
        if found:
            raise ValidationError(found)
        return super().execute(instance, data)


class GatedPages(PagesAdminAPIViewSet):
    """Wagtail's pages for the editors' side, with the publication above."""

    actions = {**PagesAdminAPIViewSet.actions, "publish": GatedPublication}


def gate_pages(api) -> None:
    """Put the pages above in the place of Wagtail's; a hook.

    Args:
        api: the router of the editors' side.
    """
    api.register_endpoint("pages", GatedPages)
