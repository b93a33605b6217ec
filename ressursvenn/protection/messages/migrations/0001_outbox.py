"""The outbox, and who wants a notice."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import ressursvenn.protection.references


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='notice', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('mailbox', models.BinaryField(blank=True)),
                ('chosen_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('chosen_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Outgoing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(default=ressursvenn.protection.references.new_reference, editable=False, max_length=8, unique=True)),
                ('audience', models.CharField(choices=[('her', 'her'), ('staff', 'staff')], max_length=5)),
                ('channel', models.CharField(max_length=10)),
                ('kind', models.CharField(max_length=30)),
                ('to', models.CharField(db_index=True, max_length=8)),
                ('day', models.DateField()),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('not_before', models.DateTimeField(default=django.utils.timezone.now)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('trying_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('dropped_at', models.DateTimeField(blank=True, null=True)),
                ('unknown_at', models.DateTimeField(blank=True, null=True)),
                ('why', models.CharField(blank=True, max_length=20)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('settled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('settled_at__isnull', False), ('settled_by__isnull', False)), models.Q(('settled_at__isnull', True), ('settled_by__isnull', True)), _connector='OR'), name='post_outgoing_settled_at_and_by', violation_error_message='Dag og hvem hører sammen: begge må være kjent, eller ingen av dem.'), models.UniqueConstraint(condition=models.Q(('dropped_at', None)), fields=('audience', 'to', 'day'), name='one_message_a_day'), models.CheckConstraint(condition=models.Q(models.Q(('audience', 'her'), _negated=True), ('tries__lte', 1), _connector='OR'), name='to_her_at_most_once'), models.CheckConstraint(condition=models.Q(models.Q(('dropped_at', None), ('sent_at', None)), models.Q(('sent_at', None), ('unknown_at', None)), models.Q(('dropped_at', None), ('unknown_at', None)), _connector='OR'), name='a_message_ends_in_one_way')],
            },
        ),
    ]
