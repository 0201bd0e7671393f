from django.db import migrations, models


def empty_index(apps, schema_editor):
    """Let the index be written anew after migrating, with the names that it did not hold before."""
    for name in ("MemberTheme", "MemberRow"):
        apps.get_model("membership", name).objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ('membership', '0012_cards'),
    ]

    operations = [
        migrations.AddField(
            model_name='memberrow',
            name='foreign',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.RunPython(empty_index, migrations.RunPython.noop),
    ]
