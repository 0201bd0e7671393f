"""Turns the marks of a finished page into links with explanations."""

import re
from http import HTTPStatus

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from common.localization import text_direction
from common.plain import extract
from glossary.inline.notes import notes_on

MARK = re.compile(r'<a data-term="([0-9a-f-]{36})">(.*?)</a>', re.DOTALL)
SIGN = b'<a data-term="'
# What explanations may add to a page, in bytes; texts are cut to fit, and what still does not fit is a plain link.
BUDGET = 3000
LENGTHS = (600, 300, 200, 140, 100, 70)
STAFF = ("/admin/", "/documents/")


class TermNotes:
    """Let the first mention of each term lead to the glossary and carry a short explanation."""

    def __init__(self, get_response):
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request):
        """Answer, with marks resolved where the answer is a page for readers.

        Args:
            request: its path tells whether it is for readers.
        """
        response = self.get_response(request)
        if response.streaming or request.path_info.startswith(STAFF) or SIGN not in response.content:
            return response
        if response.status_code == HTTPStatus.OK and response.get("Content-Type", "").startswith("text/html"):
            response.content = explained(response.content.decode(response.charset), get_language())
        return response


def explained(html, language):
    """Return a page whose marks are links at the first mention, and words afterwards.

    Args:
        html: the page as templates made it.
        language: the language of the page.
    """
    keys = list(dict.fromkeys(key for key, _words in MARK.findall(html)))
    found = notes_on(keys, language) if keys else {}
    chosen = _explanations([found[key] for key in keys if key in found])
    seen = set()

    def link(match):
        key, text = match.groups()
        if key in seen or key not in found:
            return text
        seen.add(key)
        return _opening(found[key], language, explained=key in chosen) + text + "</a>"

    return _with_notes(MARK.sub(link, html), chosen)


def _explanations(notes):
    """Return {key: HTML}, the most telling that fit the budget."""
    for length in LENGTHS:
        drawn = {note.key: _drawn(note, length) for note in notes}
        if sum(map(_weight, drawn.values())) <= BUDGET:
            return drawn
    return _as_many_as_fit(drawn)


def _as_many_as_fit(drawn):
    chosen, left = {}, BUDGET
    for key, html in drawn.items():
        left -= _weight(html)
        if left < 0:
            break
        chosen[key] = html
    return chosen


def _weight(html):
    # The link to it counts too, and each page carries the script once.
    return len(html.encode()) + len('<a class="term" href="" data-note="t-12345678">') + 20


def _identifier(note):
    return f"t-{note.key[:8]}"


def _attributes(code, language):
    return format_html(' lang="{}" dir="{}"', code, text_direction(code)) if code != language else ""


def _opening(note, language, *, explained):
    foreign = format_html(' hreflang="{}"', note.language) if note.language != language else ""
    identifier = format_html(' data-note="{}"', _identifier(note)) if explained else ""
    return format_html('<a class="term" href="{}"{}{}>', note.url, foreign, identifier)


def _drawn(note, length):
    usage = extract(note.usage, length)
    return format_html(
        '<div class="term-note" id="{}" popover{}><p><b>{}</b> {}</p>{}<a href="{}"{}>{}</a></div>',
        _identifier(note),
        _attributes(note.language, get_language()),
        note.title,
        extract(note.definition, length),
        format_html("<p>{}</p>", usage) if usage else "",
        note.url,
        format_html(' hreflang="{}"', note.language) if note.language != get_language() else "",
        _("Glossary"),
    )


def _with_notes(html, chosen):
    if not chosen:
        return html
    script = format_html('<script type="module" src="{}"></script>', static("glossary/terms.js"))
    html = html.replace("</main>", "".join(chosen.values()) + "</main>", 1)
    return html.replace("</body>", script + "</body>", 1)
