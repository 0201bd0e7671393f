"""A picture's file: whatever way it comes in, it is stored without metadata."""

from django.core.files.base import ContentFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from library.uploads import clean_picture


class PictureFile(WagtailImageFieldFile):
    """The file of one picture."""

    def save(self, name, content, save=True):
        """Store the file, freed of place, camera and names that the camera wrote into it.

        Args:
            name: the file's name.
            content: a Django File.
            save: whether to save the picture's row too.

        Raises:
            ValidationError: when the picture is damaged or too large.
        """
        content.seek(0)
        cleaned = ContentFile(clean_picture(content.read()), name=name)
        super().save(name, cleaned, save=save)

    save.alters_data = True


class PictureField(WagtailImageField):
    """The field of a picture's file. Forms, imports and scripts all pass through it."""

    attr_class = PictureFile
