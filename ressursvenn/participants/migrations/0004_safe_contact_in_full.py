"""All that somebody may choose about being reached. Nothing chosen is nothing sent."""

from django.db import migrations

from ressursvenn.protection import fields

TEXTS = (
    ("contact_email", "e-post", 120),
    ("contact_begins", "tidligst", 5),
    ("contact_ends", "senest", 5),
    ("contact_sender", "avsender", 20),
    ("contact_language", "språk i meldinger", 5),
    ("contact_voicemail", "svarer", 3),
)


def _added(name, field):
    return migrations.AddField(model_name="participant", name=name, field=field)


class Migration(migrations.Migration):

    dependencies = [
        ("participants", "0003_when_the_last_pair_was"),
    ]

    operations = [
        *(
            _added(
                name,
                fields.EncryptedText(blank=True, max_length=length, null=True, verbose_name=label),
            )
            for name, label, length in TEXTS
        ),
        _added(
            "contact_never_say",
            fields.EncryptedList(blank=True, null=True, verbose_name="ord vi aldri bruker"),
        ),
        _added(
            "contact_until",
            fields.EncryptedDate(blank=True, null=True, verbose_name="spør igjen etter"),
        ),
    ]
