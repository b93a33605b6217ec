"""Whose caseload a participant is in. Nobody's, for those who were here before: the association's own."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

BOTH_OR_NEITHER = models.CheckConstraint(
    condition=models.Q(led_on__isnull=False, led_by__isnull=False)
    | models.Q(led_on__isnull=True, led_by__isnull=True),
    name="participants_participant_led_on_and_by",
    violation_error_message=(
        "Dag og hvem hører sammen: begge må være kjent, eller ingen av dem."
    ),
)


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("participants", "0001_participants_and_what_is_noted"),
    ]

    operations = [
        migrations.AddField(
            model_name="participant",
            name="led_on",
            field=models.DateField(blank=True, null=True, verbose_name="ansvar siden"),
        ),
        migrations.AddField(
            model_name="participant",
            name="led_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(model_name="participant", constraint=BOTH_OR_NEITHER),
    ]
