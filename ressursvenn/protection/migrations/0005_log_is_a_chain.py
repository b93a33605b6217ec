from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("protection", "0004_what_is_there_is_linked")]

    operations = [
        migrations.AlterField(
            model_name="auditentry",
            name="number",
            field=models.PositiveBigIntegerField(editable=False, unique=True),
        ),
        migrations.AlterField(
            model_name="auditentry",
            name="link",
            field=models.CharField(editable=False, max_length=64, unique=True),
        ),
        migrations.CreateModel(
            name="AuditBeginning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(editable=False, unique=True)),
                ("head", models.CharField(editable=False, max_length=64)),
                ("checkpoint", models.CharField(editable=False, max_length=400)),
            ],
        ),
    ]
