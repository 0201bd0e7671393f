"""Reply templates: which ones suit an application, and what they say about it."""

from applications.cleaning import number_of
from applications.links import status_url
from applications.office import ReplyTemplate
from applications.records import Application

FORM_OF = {"question": "ask", "decline": "decline", "answer": "reply", "accept": "accept"}


def templates_for(application: Application, purpose: str) -> list[ReplyTemplate]:
    """Return the templates in the applicant's language.

    Args:
        application: the application.
        purpose: a Purpose.
    """
    rows = ReplyTemplate.objects.filter(purpose=purpose, language=application.language)
    return list(rows.filter(kind__in=("", application.kind)))


def filled(template: ReplyTemplate, application: Application) -> str:
    """Return a template's text with what stands in the application.

    Args:
        template: the template.
        application: the application.
    """
    names = {
        "{reference}": application.reference,
        "{organisation}": application.organisation,
        "{name}": application.contact_name,
    }
    text = template.text
    for mark, words in names.items():
        text = text.replace(mark, words)
    return text.replace("{link}", status_url(application)) if "{link}" in text else text


def worded(application: Application, number: str) -> dict[str, str]:
    """Return the text of a chosen template by the form it belongs to.

    Args:
        application: the application.
        number: the template, as the address names it.
    """
    template = ReplyTemplate.objects.filter(pk=number_of(number)).first()
    if template is None:
        return {}
    text = filled(template, application)
    found = {FORM_OF[template.purpose]: text}
    return found | ({"close": text} if template.purpose in {"accept", "answer"} else {})
