"""Messages that say what is missing and where."""

from django.core.exceptions import ValidationError
from wagtail.blocks import Block
from wagtail.blocks.struct_block import StructBlockValidationError

__all__ = ["ClearMessages"]


class ClearMessages(Block):
    """A struct block that replaces "This field is required" by a sentence of its own.

    `required_messages` in Meta maps the name of a child to the sentence. A draft may be unfinished: while Wagtail
    defers the validation, children are not required and no sentence is shown.
    """

    class Meta:
        required_messages = {}

    def clean(self, value):
        """Check the value.

        Args:
            value: The struct value from the form.

        Returns:
            The cleaned value.

        Raises:
            StructBlockValidationError: with one sentence for each child that is wrong.
        """
        try:
            return super().clean(value)
        except StructBlockValidationError as error:
            said = {name: self._said(name, each) for name, each in error.block_errors.items()}
            raise StructBlockValidationError(said, error.non_block_errors) from error

    def _said(self, name, error):
        sentence = self.meta.required_messages.get(name)
        return ValidationError(sentence, code="required") if sentence and _is_missing(error) else error


def _is_missing(error) -> bool:
    if isinstance(error, StructBlockValidationError):
        # A picture with its alternative text is a struct that reports on its picture.
        return any(_is_missing(each) for each in error.block_errors.values())
    return any(each.code == "required" for each in error.error_list)
