"""What the import of the former site remembers of each story."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0003_story_details"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportedStory",
            fields=[
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="imported_story",
                        serialize=False,
                        to="news.newspage",
                        verbose_name="story",
                    ),
                ),
                ("fingerprint", models.CharField(max_length=64, verbose_name="fingerprint of the record")),
                ("imported_at", models.DateTimeField(auto_now=True, verbose_name="imported")),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="version that was imported",
                    ),
                ),
            ],
            options={"verbose_name": "imported story", "verbose_name_plural": "imported stories"},
        ),
    ]
