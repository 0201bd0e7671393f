"""What an applicant sees: one step of the form, or the summary of all of them."""

from dataclasses import dataclass, field

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from applications import sealing
from applications.flows import Flow, Step, StepForm, flow_of
from applications.records import Attachment
from applications.suspicion import TRAP
from applications.uploads import waiting

__all__ = ["Row", "Screen", "help_of", "shown", "step_screen", "summary_screen"]
SUMMARY = "summary"
CONSENT = "consent"


@dataclass(frozen=True)
class Row:
    """One line of the summary."""

    label: str
    value: str
    several_lines: bool = False


@dataclass(frozen=True)
class Part:
    """The answers of one step."""

    step: Step
    rows: list[Row]


@dataclass
class Screen:
    """One step of the form, or its summary."""

    state: str
    flow: Flow
    step: Step | None = None
    form: StepForm | None = None
    documents: dict[str, Attachment] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    consent_error: str = ""
    notice: str = ""
    trap: str = TRAP
    status: int = 200

    @property
    def name(self) -> str:
        """The name of the step, or “summary”."""
        return self.step.name if self.step else SUMMARY

    @property
    def is_first(self) -> bool:
        """Tell whether nothing comes before it."""
        return self.step is self.flow.steps[0]

    @property
    def stations(self) -> list[tuple[str, str]]:
        """Every step with its title, and whether it is “done”, “current” or “ahead”."""
        names = [step.name for step in self.flow.steps]
        here = names.index(self.step.name) if self.step else len(names)
        titles = [step.title for step in self.flow.steps] + [_("Check and send")]
        return [
            (title, "current" if place == here else "done" if place < here else "ahead")
            for place, title in enumerate(titles)
        ]

    @property
    def number(self) -> int:
        """The place of the step, from one on."""
        return next(place for place, station in enumerate(self.stations, 1) if station[1] == "current")


def help_of(page) -> dict[str, str]:
    """Return the editors' help texts of a page by field."""
    return {row.field: row.text for row in page.help_texts.all()}


def step_screen(page, carried: sealing.Carried, step: Step, form: StepForm | None = None) -> Screen:
    """Return one step.

    Args:
        page: the form's page.
        carried: what was typed so far.
        step: the step.
        form: its form as it was sent, with errors; None shows what was typed there before.
    """
    if form is None:
        typed = sealing.as_data(carried.typed.get(step.name, {}))
        form = step.form(initial=_initial(step, typed))
    screen = Screen(state=sealing.seal(carried), flow=flow_of(page.kind), step=step, form=form)
    screen.documents = waiting(carried.key, carried.files) if step.has_file else {}
    if form.is_bound and form.errors:
        screen.errors = [(f"field-{name}", error) for name, errors in form.errors.items() for error in errors]
        screen.status = 422
    form.hinted(help_of(page))
    return screen


def _initial(step, typed):
    several = {name for name, field in step.form.base_fields.items() if field.look == "choices"}
    return {name: typed.getlist(name) if name in several else typed.get(name, "") for name in typed}


def summary_screen(page, carried: sealing.Carried, forms: dict[str, StepForm], consent_error: str = "") -> Screen:
    """Return the summary of all steps.

    Args:
        page: the form's page.
        carried: what was typed.
        forms: the valid forms by step.
        consent_error: what is wrong with the consent.
    """
    carried.notice = sealing.digest(page.notice)
    flow = flow_of(page.kind)
    screen = Screen(state=sealing.seal(carried), flow=flow, notice=page.notice, consent_error=consent_error)
    screen.documents = waiting(carried.key, carried.files)
    screen.parts = [Part(step, _rows(forms[step.name], screen.documents)) for step in flow.steps]
    if consent_error:
        screen.errors, screen.status = [("field-consent", consent_error)], 422
    return screen


def _rows(form, documents):
    rows = []
    for name, one in form.fields.items():
        value = documents[name].name if name in documents else shown(one, form.cleaned_data.get(name))
        rows.append(Row(one.label, value, one.look == "text"))
    return rows


def shown(one, value) -> str:
    """Return an answer as people read it.

    Args:
        one: the field.
        value: its cleaned value.
    """
    if value in (None, "", []):
        return ""
    if hasattr(one, "choices"):
        names = dict(one.choices)
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(str(names.get(each, each)) for each in chosen)
    if isinstance(value, int):
        return str(value) if getattr(one, "least", 0) > 1 else number_format(value, force_grouping=True)
    return str(value)
