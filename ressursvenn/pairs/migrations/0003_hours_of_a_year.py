from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pairs', '0002_anonymous_tally'),
    ]

    operations = [
        migrations.CreateModel(
            name='HoursOfYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(unique=True)),
                ('told', models.JSONField(default=dict)),
            ],
        ),
    ]
