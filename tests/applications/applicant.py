"""An applicant without JavaScript: reads the form that the page shows, fills it in and presses its buttons."""

from urllib.parse import urljoin, urlsplit

import lxml.html
from django.core.files.uploadedfile import SimpleUploadedFile

ANSWERS = {
    "organisation": "Municipality of Štip",
    "authority_kind": "municipality",
    "country": "MK",
    "population": "44 866",
    "population_year": "2021",
    "website": "stip.gov.mk",
    "leader": "Ivan Jordanov",
    "leader_office": "Mayor",
    "contact_name": "Elena Stojanova",
    "contact_function": "Head of social affairs",
    "contact_email": "elena.stojanova@stip.gov.mk",
    "contact_telephone": "+389 32 226 600",
    "done": "A kindergarten and a health mediator.\n\nThirty homes with water.",
    "planned": "A bus to the school.",
    "heard": "member",
    "topic": "question",
    "message": "When do you meet next?",
    "registration": "",
    "proposal": "A training for young people.",
    "references": "The mayor of Tetovo.",
}
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def pdf(name="decision.pdf", data=PDF):
    """A small document."""
    return SimpleUploadedFile(name, data, "application/pdf")


class Applicant:
    """Somebody at a form."""

    def __init__(self, client):
        self.client = client
        self.response = None
        self.document = None

    def take(self, response):
        """Read what came."""
        self.response = response
        self.document = lxml.html.document_fromstring(response.content.decode())
        return self

    def open(self, path):
        """Go to a page."""
        return self.take(self.client.get(path))

    @property
    def form(self):
        """The form on the page."""
        return self.document.get_element_by_id("form")

    @property
    def fields(self):
        """What the form would send as it stands."""
        areas = {area.name for area in self.form.iter("textarea")}
        pairs = self.form.form_values()
        return {name: value.removeprefix("\n") if name in areas else value for name, value in pairs}

    @property
    def problems(self):
        """The links in the summary of errors."""
        return self.document.xpath("//*[@class='summary']//a")

    @property
    def errors(self):
        """What the summary of errors says."""
        return [link.text_content() for link in self.problems]

    @property
    def text(self):
        """All words of the page."""
        return " ".join(self.document.text_content().split())

    def send(self, go="next", **answers):
        """Press a button of the form with some answers."""
        names = {element.get("name") for element in self.form.xpath(".//*[@name]")}
        known = {name: value for name, value in answers.items() if name in names}
        here = self.response.request["PATH_INFO"]
        action = urlsplit(urljoin(here, self.form.get("action") or "")).path or here
        response = self.client.post(action, {**self.fields, **known, "go": go})
        return self.take(response) if response.status_code not in {302, 303} else self.follow(response)

    def follow(self, response):
        """Go where a redirect leads."""
        self.location = response.headers["Location"]
        return self.open(self.location)

    def fill(self, path, **answers):
        """Go through all steps to the summary."""
        self.open(path)
        for _step in range(6):
            if self.fields.get("step") == "summary":
                break
            self.send(**{**ANSWERS, **answers})
            assert not self.errors, self.errors
        return self

    def apply(self, path, **answers):
        """Fill in a form and send it."""
        return self.fill(path, **answers).send("send", consent="1")

    @property
    def reference(self):
        """The number on the confirmation."""
        return self.document.xpath("//strong[contains(@class, 'reference')]")[0].text_content()
