"""An entry is compared by likeness, and a namesake may be released.

The new prints cannot be made of what is locked, so every earlier entry goes to the vetting officer anew:
until then nobody is suggested. A decision to keep apart stands.
"""

import django.db.models.deletion
from django.db import migrations, models


def seal_what_cannot_be_compared(apps, schema_editor):
    entries = apps.get_model("apart", "KeepApart").objects.all()
    entries.update(sealed=True, looked_at_on=None, looked_at_by=None, newest_seen=0)


class Migration(migrations.Migration):
    dependencies = [
        ("apart", "0001_who_must_never_meet"),
        ("volunteers", "0004_likeness_beside_fingerprints"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="keepapart", name="keep_apart_is_compared_or_looked_at"
        ),
        migrations.RemoveField(model_name="keepapart", name="fingerprints"),
        migrations.AddField(
            model_name="keepapart",
            name="prints",
            field=models.BinaryField(blank=True, default=b"", editable=False),
        ),
        migrations.RunPython(seal_what_cannot_be_compared, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="keepapart",
            constraint=models.CheckConstraint(
                condition=models.Q(("sealed", True), models.Q(("prints", b""), _negated=True), _connector="OR"),
                name="keep_apart_is_compared_or_looked_at",
                violation_error_message="Det som ikke kan sammenlignes, må ses på.",
            ),
        ),
        migrations.RemoveConstraint(model_name="keptfrom", name="kept_from_once_per_entry"),
        migrations.RenameModel("KeptFrom", "Decision"),
        migrations.AlterField(
            model_name="decision",
            name="entry",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="apart.keepapart"
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="kept",
            field=models.BooleanField(default=True, verbose_name="holdes unna"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="decision",
            name="met",
            field=models.BinaryField(blank=True, default=b"", editable=False),
        ),
    ]
