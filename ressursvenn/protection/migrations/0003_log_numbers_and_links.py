from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("protection", "0002_keys_lie_with_the_keeper")]

    operations = [
        migrations.AddField(
            model_name="auditentry",
            name="number",
            field=models.PositiveBigIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="auditentry",
            name="link",
            field=models.CharField(editable=False, max_length=64, null=True),
        ),
    ]
