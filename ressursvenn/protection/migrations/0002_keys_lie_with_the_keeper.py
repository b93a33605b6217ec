from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("protection", "0001_keys_and_log")]

    operations = [migrations.DeleteModel(name="PersonKeys")]
