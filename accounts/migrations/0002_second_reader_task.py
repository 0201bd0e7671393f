import django.db.models.deletion
from django.db import migrations, models

import accounts.second_reader


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='SecondReaderTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
            ],
            options={
                'verbose_name': 'second reader',
                'verbose_name_plural': 'second readers',
            },
            bases=(accounts.second_reader.SecondReading, 'wagtailcore.task'),
        ),
    ]
