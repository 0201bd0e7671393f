"""The forms by which editors add pictures and documents."""

from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
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


class ImageForm(BaseImageForm):
    """A picture's form: refuses damaged pictures in words, and strips what a camera wrote."""

    def clean_file(self):
        """Check the picture and strip its metadata.

        Returns:
            the upload with its content cleaned, or the file as it stands.

        Raises:
            ValidationError: in words the editor can act on.
        """
        upload = self.cleaned_data["file"]
        if isinstance(upload, UploadedFile):
            data = content_of(upload)
            cleaned = clean_picture(data)
            if cleaned != data:
                rewrite(upload, cleaned)
        return upload

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


class DocumentForm(BaseDocumentForm):
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
