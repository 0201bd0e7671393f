"""Small things that templates of the translators' room ask for."""

from datetime import datetime

from django import template

from translations.board import age
from translations.review import Desk, desk_for

register = template.Library()


@register.simple_tag(takes_context=True)
def desk(context: dict, instance) -> Desk | None:
    """`{% desk instance as desk %}`: what the person may do with this translation right now."""
    return desk_for(instance, context["request"].user)


@register.filter
def ago(moment: datetime | None) -> str:
    """`{{ moment|ago }}`: how many days ago something was."""
    return age(moment)
