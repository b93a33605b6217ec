"""A day that lies ahead is nobody's act, and is named so; sign-up opens; an evening says when it was moved."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ressursvenn.training.models


class Migration(migrations.Migration):
    dependencies = [
        ("training", "0001_courses_and_evenings"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(name="evening", options={}),
        migrations.RenameField("course", "closes_on", "open_until"),
        migrations.RenameField("evening", "held_on", "day"),
        migrations.AlterModelOptions(
            name="evening", options={"ordering": ("day", "begins", "pk")}
        ),
        migrations.AddConstraint(
            "evening",
            models.UniqueConstraint(
                condition=models.Q(("called_off_on__isnull", True)),
                fields=("course", "day", "begins"),
                name="one_evening_of_a_course_at_a_time",
                violation_error_message="Kurset har alt en kveld som begynner da.",
            ),
        ),
        migrations.AddField(
            "course",
            "open_from",
            models.DateField(blank=True, null=True, verbose_name="påmelding fra"),
        ),
        migrations.AddConstraint(
            "course",
            models.CheckConstraint(
                condition=models.Q(("open_from__isnull", True))
                | models.Q(("open_until__isnull", True))
                | models.Q(("open_from__lte", models.F("open_until"))),
                name="course_opens_before_it_closes",
                violation_error_message="Påmeldingen kan ikke stenge før den åpner.",
            ),
        ),
        migrations.AlterField(
            "evening",
            "topics",
            models.JSONField(
                blank=True,
                default=list,
                validators=[ressursvenn.training.models.only_listed],
                verbose_name="temaer",
            ),
        ),
        migrations.AddField(
            "signup",
            "was_full",
            models.BooleanField(
                default=False, editable=False, verbose_name="fullt da hun meldte seg på"
            ),
        ),
        migrations.AddField(
            "evening",
            "moved_on",
            models.DateField(blank=True, editable=False, null=True, verbose_name="endret"),
        ),
        migrations.AddField(
            "evening",
            "moved_by",
            models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="endret av",
            ),
        ),
        migrations.AddConstraint(
            "evening",
            models.CheckConstraint(
                condition=models.Q(("moved_by__isnull", False), ("moved_on__isnull", False))
                | models.Q(("moved_by__isnull", True), ("moved_on__isnull", True)),
                name="training_evening_moved_on_and_by",
                violation_error_message=(
                    "Dag og hvem hører sammen: begge må være kjent, eller ingen av dem."
                ),
            ),
        ),
    ]
