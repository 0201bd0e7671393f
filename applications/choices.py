"""The closed lists of the room: kinds of form, states of an application, kinds of letter and of event."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FormKind(models.TextChoices):
    """What somebody asks for."""

    JOIN = "join", _("Join the Alliance")
    COOPERATE = "cooperate", _("Cooperate as an NGO")
    DECLARATION = "declaration", _("Sign the Declaration")
    CONTACT = "contact", _("Contact")


class State(models.TextChoices):
    """Where an application stands."""

    NEW = "new", pgettext_lazy("state of an application", "New")
    REVIEW = "review", pgettext_lazy("state of an application", "In review")
    QUESTION = "question", pgettext_lazy("state of an application", "Question asked")
    ACCEPTED = "accepted", pgettext_lazy("state of an application", "Accepted")
    DECLINED = "declined", pgettext_lazy("state of an application", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of an application", "Withdrawn")
    SPAM = "spam", pgettext_lazy("state of an application", "Spam or held back")


class MailKind(models.TextChoices):
    """Why a letter is written."""

    CONFIRMATION = "confirmation", _("Confirmation")
    NOTICE = "notice", _("Notice to the team")
    QUESTION = "question", _("Question")
    REPLY = "reply", _("Reply")
    LINK = "link", _("Link to the status page")


class MailState(models.TextChoices):
    """How far a letter has come."""

    WAITING = "waiting", pgettext_lazy("state of a letter", "Waiting")
    CLAIMED = "claimed", pgettext_lazy("state of a letter", "Being sent")
    HANDING = "handing", pgettext_lazy("state of a letter", "Being handed over")
    SENT = "sent", pgettext_lazy("state of a letter", "Sent")
    FAILED = "failed", pgettext_lazy("state of a letter", "Not sent")
    UNCERTAIN = "uncertain", pgettext_lazy("state of a letter", "Perhaps sent")


class Purpose(models.TextChoices):
    """What a reply template is for."""

    QUESTION = "question", _("Ask a question")
    ACCEPT = "accept", _("Accept")
    DECLINE = "decline", _("Decline")
    ANSWER = "answer", _("Answer a letter")


class Direction(models.TextChoices):
    """Who wrote a message."""

    QUESTION = "question", _("Question to the applicant")
    ANSWER = "answer", _("Answer of the applicant")
    REPLY = "reply", _("Reply to the applicant")


class Action(models.TextChoices):
    """What was done to an application; kept in its history."""

    RECEIVED = "received", _("Received")
    STATE = "state", _("State changed")
    ASSIGNED = "assigned", _("Given to a colleague or given a day")
    ASKED = "asked", _("Question asked")
    ANSWERED = "answered", _("Question answered")
    REPLIED = "replied", _("Reply written")
    CORRECTED = "corrected", _("Corrected")
    ACCEPTED = "accepted", _("Accepted")
    NOTED = "noted", _("Note added")
    RELEASED = "released", _("Released from the held-back list")
    MAILED = "mailed", _("Letter sent again")
    DOCUMENT = "document", _("Document sent")


class Access(models.TextChoices):
    """What was done with personal data; kept in the access log."""

    LIST = "list", _("Listed")
    READ = "read", _("Opened")
    DOWNLOAD = "download", _("Document downloaded")
    EXPORT = "export", _("Exported")
    PERSON = "person", _("Looked up by e-mail address")
    ERASE = "erase", _("Erased")


OPEN = (State.NEW, State.REVIEW, State.QUESTION)
SETTLED = (State.ACCEPTED, State.DECLINED, State.WITHDRAWN, State.SPAM)
MOVES = {
    State.NEW: (State.REVIEW, State.QUESTION, State.ACCEPTED, State.DECLINED, State.WITHDRAWN, State.SPAM),
    State.REVIEW: (State.QUESTION, State.ACCEPTED, State.DECLINED, State.WITHDRAWN, State.SPAM),
    State.QUESTION: (State.REVIEW, State.ACCEPTED, State.DECLINED, State.WITHDRAWN, State.SPAM),
    State.ACCEPTED: (State.REVIEW,),
    State.DECLINED: (State.REVIEW,),
    State.WITHDRAWN: (State.REVIEW,),
    State.SPAM: (State.NEW,),
}
