"""The forms by which editors add pictures and documents."""

from django.core.files.uploadedfile import UploadedFile
from django.forms import FileField
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from library.publishing import refresh
from library.uploads import check_document, clean_picture

CROP = {"focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"}


def content_of(upload):
    """Read an upload whole and put it back to its start.

    Args:
        upload: an uploaded file.

    Returns:
        bytes.
    """
    upload.seek(0)
    data = upload.read()
    upload.seek(0)
    return data


def rewrite(upload, data):
    """Put other content into an upload, in memory or on disk, so that the first content is nowhere kept.

    Args:
        upload: an uploaded file.
        data: bytes that take the place of its content.
    """
    stream = upload.file
    stream.seek(0)
    stream.truncate()
    stream.write(data)
    stream.flush()
    stream.seek(0)
    upload.size = len(data)


class PictureUploadField(WagtailImageField):
    """Looks into a picture before anything unpacks it: its size first, then whether it is whole."""

    def to_python(self, data):
        """Check the picture, strip its metadata, then let Wagtail compare it with its name.

        Args:
            data: the upload, or None.

        Returns:
            the upload with its content cleaned, or None.

        Raises:
            ValidationError: in words the editor can act on.
        """
        upload = FileField.to_python(self, data)
        if upload is None:
            return None
        self.check_image_file_size(upload)
        before = content_of(upload)
        cleaned = clean_picture(before)
        if cleaned != before:
            rewrite(upload, cleaned)
        return super().to_python(upload)


class CreditedForm:
    """Says why credit and licence are asked for, where they are missing."""

    missing = {
        "credit": _("Say who made this: without a credit it cannot be published."),
        "licence": _("Choose the licence: it says on what terms the Alliance may show this."),
    }

    def __init__(self, *args, **kwargs):
        """Put the words on the fields.

        Args:
            args, kwargs: those of the form.
        """
        super().__init__(*args, **kwargs)
        for name, words in self.missing.items():
            if name in self.fields:
                self.fields[name].error_messages["required"] = words


class ImageForm(CreditedForm, BaseImageForm):
    """A picture's form: refuses damaged pictures in words, and strips what a camera wrote."""

    def __init__(self, *args, **kwargs):
        """Put the careful field in the place of Wagtail's.

        Args:
            args, kwargs: those of the form.
        """
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            plain = self.fields["file"]
            self.fields["file"] = PictureUploadField(
                label=plain.label, required=plain.required, widget=plain.widget, max_length=plain.max_length
            )

    def save(self, commit=True):
        """Save the picture; where its file or crop changed, make its sizes anew for live pages.

        Args:
            commit: whether to write to the database.

        Returns:
            the picture.
        """
        changed = self.instance.pk and CROP.union({"file"}).intersection(self.changed_data)
        image = super().save(commit=commit)
        if commit and changed:
            refresh(image)
        return image


class DocumentForm(CreditedForm, BaseDocumentForm):
    """A document's form: accepts only what is what its name says."""

    def clean_file(self):
        """Check the document's kind, size and content.

        Returns:
            the upload, or the file as it stands.

        Raises:
            ValidationError: in words the editor can act on.
        """
        upload = self.cleaned_data["file"]
        if isinstance(upload, UploadedFile):
            check_document(upload.name, content_of(upload))
        return upload
