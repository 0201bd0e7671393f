"""The forms by kind: which steps they have, and what every field is called."""

from applications.choices import FormKind
from applications.flows import contact, cooperate, declaration, join
from applications.flows.shared import Flow, Step, StepForm

__all__ = ["FLOWS", "Flow", "Step", "StepForm", "field_choices", "flow_of", "labels_of"]

FLOWS = {
    FormKind.JOIN: join.FLOW,
    FormKind.COOPERATE: cooperate.FLOW,
    FormKind.DECLARATION: declaration.FLOW,
    FormKind.CONTACT: contact.FLOW,
}


def flow_of(kind: str) -> Flow:
    """Return the steps of a form.

    Args:
        kind: a FormKind.
    """
    return FLOWS[FormKind(kind)]


def labels_of(kind: str) -> dict[str, str]:
    """Return the names of all fields of a form, in order, by field.

    Args:
        kind: a FormKind.
    """
    return {name: field.label for step in flow_of(kind).steps for name, field in step.form.base_fields.items()}


def field_choices() -> list[tuple[str, str]]:
    """Return every field of every form once, for editors who write a help text."""
    found = {}
    for kind in FLOWS:
        for name, label in labels_of(kind).items():
            found.setdefault(name, label)
    return list(found.items())
