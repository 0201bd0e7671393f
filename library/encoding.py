"""How pictures are written as AVIF: fast enough to publish while the editor waits."""

from willow.image import AvifImageFile
from willow.plugins.pillow import PillowImage
from willow.registry import registry

# libavif's scale runs from 0 (small and slow) to 10. At 8 a drawing of 1280 x 720 takes a sixth of the time of the
# default, 6, and is still smaller than the same picture in WebP.
SPEED = 8


def save_as_avif(picture, file, quality=80, lossless=False, apply_optimizers=True):
    """Write a picture as AVIF.

    Args:
        picture: the PillowImage to write.
        file: a writable binary file.
        quality: int from 0 to 100; 100 where nothing may be lost.
        lossless: whether nothing may be lost.
        apply_optimizers: whether Willow's optimisers may run; they change lossy files only.

    Returns:
        willow.image.AvifImageFile
    """
    if picture.image.mode == "CMYK":
        picture = picture.transform_colorspace_to_srgb()
    options = {"quality": 100, "subsampling": "4:4:4"} if lossless else {"quality": quality}
    profile = picture.get_icc_profile()
    if profile is not None:
        options["icc_profile"] = profile
    picture.image.save(file, "AVIF", speed=SPEED, **options)
    if apply_optimizers and not lossless:
        picture.optimize(file, "heic")
    return AvifImageFile(file)


def register():
    """Let Willow write AVIF by this module. Called once, when the app is ready."""
    registry.register_operation(PillowImage, "save_as_avif", save_as_avif)
