from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("volunteers", "0001_road_of_a_volunteer"),
    ]

    operations = [
        migrations.AddField(
            model_name="volunteer",
            name="paired_until",
            field=models.DateField(blank=True, null=True, verbose_name="har hatt en kobling til"),
        ),
    ]
