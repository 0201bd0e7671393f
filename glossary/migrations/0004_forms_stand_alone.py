"""Forms are no longer copied from language to language."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("glossary", "0003_move_forms")]

    # allowed: the forms were moved to the page of their language, and standing became kind.
    operations = [
        migrations.RemoveField(model_name="termvariant", name="locale"),
        migrations.RemoveField(model_name="termvariant", name="standing"),
        migrations.RemoveField(model_name="termvariant", name="translation_key"),
    ]
