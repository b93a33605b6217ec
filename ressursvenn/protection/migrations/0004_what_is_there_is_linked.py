from django.db import migrations

from ressursvenn.protection.links import FIRST, Entry, link_of, moment


def link_what_is_there(apps, schema_editor):
    """Each entry there is, oldest first, gets its number and its link."""
    link = FIRST
    entries = apps.get_model("protection", "AuditEntry").objects.order_by("id")
    for number, row in enumerate(entries.prefetch_related("about").iterator(500), 1):
        about = tuple(one.reference for one in sorted(row.about.all(), key=lambda one: one.id))
        entry = Entry(number, row.id, moment(row.at), row.by_id, row.did, row.to_kind, row.purpose, about)
        link = link_of(link, entry)
        entries.filter(pk=row.pk).update(number=number, link=link)


class Migration(migrations.Migration):

    dependencies = [("protection", "0003_log_numbers_and_links")]

    operations = [migrations.RunPython(link_what_is_there, migrations.RunPython.noop)]
