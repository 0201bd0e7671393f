"""Words for the templates of the glossary."""

from django import template
from django.utils.translation import get_language

from glossary.forms_shown import name_of_language

register = template.Library()


@register.filter
def language_word(code):
    """`{{ code|language_word }}`: the name of a language in the active one."""
    return name_of_language(code, get_language())
