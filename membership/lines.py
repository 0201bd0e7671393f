"""The sentences of a record, each a whole sentence for translators.

How exact a date is changes the words before it in many languages (“depuis le 26 avril 2013”, “depuis avril 2013”),
so each precision has a sentence of its own.
"""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from common import dates
from membership.choices import Event, State


def since(state, line, language):
    """Return since when a member is what it is: “Participant since April 2013”.

    Args:
        state: the State of the member.
        line: the deciding line of its record, or None.
        language: a language code, for the date.
    """
    if line is None:
        return _("Left the Alliance") if state == State.FORMER else _("To be confirmed")
    if line.date is None:
        return _undated(state)
    words = {"date": dates.show(line.date, line.precision, language)}
    return _sentences(state)[line.precision] % words


def _undated(state):
    if state == State.PARTICIPANT:
        return _("Participant; the date of joining is not on record")
    return _("Signatory of the Declaration against anti-Gypsyism; the date of signing is not on record")


def _sentences(state):
    if state == State.PARTICIPANT:
        return {
            "day": pgettext("exact day", "Participant since %(date)s"),
            "month": pgettext("month and year", "Participant since %(date)s"),
            "year": pgettext("year only", "Participant since %(date)s"),
        }
    return {
        "day": pgettext("exact day", "Signatory of the Declaration against anti-Gypsyism since %(date)s"),
        "month": pgettext("month and year", "Signatory of the Declaration against anti-Gypsyism since %(date)s"),
        "year": pgettext("year only", "Signatory of the Declaration against anti-Gypsyism since %(date)s"),
    }


def happened(line, name):
    """Return what a line of the record says, as a heading of the timeline.

    Args:
        line: a line of the record.
        name: the name of the member in the language of the page.
    """
    words = {"name": name, "number": line.number}
    if line.kind == Event.PARTICIPANT and line.number:
        return _("%(name)s becomes participant number %(number)s of the Alliance") % words
    sentences = {
        Event.PARTICIPANT: _("%(name)s becomes a participant of the Alliance"),
        Event.SIGNATORY: _("%(name)s signs the Declaration against anti-Gypsyism"),
        Event.PRIZE: _("%(name)s wins a prize"),
        Event.HOSTED: _("%(name)s hosts a meeting of the Alliance"),
        Event.WITHDRAWN: _("%(name)s leaves the Alliance"),
    }
    return sentences[line.kind] % words


def deed(kind):
    """Return one word for what happened, to stand beside the date.

    Args:
        kind: an Event.
    """
    words = {
        Event.PARTICIPANT: pgettext("timeline", "joined"),
        Event.SIGNATORY: pgettext("timeline", "signed"),
        Event.PRIZE: pgettext("timeline", "won"),
        Event.HOSTED: pgettext("timeline", "hosted"),
        Event.WITHDRAWN: pgettext("timeline", "left"),
    }
    return words[kind]
