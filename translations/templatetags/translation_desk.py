"""The bar above the translation editor."""

from django import template

from translations.review import Desk, desk_for

register = template.Library()


@register.simple_tag(takes_context=True)
def desk(context: dict, instance) -> Desk | None:
    """`{% desk instance as desk %}`: what the person may do with this translation right now."""
    return desk_for(instance, context["request"].user)
