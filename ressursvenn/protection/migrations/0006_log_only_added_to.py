"""The database itself refuses to change or drop what is in the log, by whoever asks.

Entries go through one door: a beginning (AuditBeginning). One can be written only where the log holds that
number with that head and everything up to it is 24 months old by the database's own clock; what lies before
a beginning may then be dropped. Each statement stands alone, by table and vendor.
"""

# ruff: noqa: S608 -- every statement is made of our own names alone

from django.db import migrations

NO = "the log is only added to"
YOUNG = "the log is kept for 24 months"
ENTRY, ABOUT, BEGINNING = (f"protection_audit{name}" for name in ("entry", "about", "beginning"))
BEGINS = f"(SELECT COALESCE(MAX(number), 0) FROM {BEGINNING})"
NUMBER_OF_IT = f"(SELECT number FROM {ENTRY} WHERE id = OLD.entry_id)"


def sqlite(name, when, condition, said=NO):
    """One trigger that says no."""
    table = name.rpartition("_")[0]
    return f"CREATE TRIGGER {name} BEFORE {when} ON {table} {condition} BEGIN SELECT RAISE(ABORT, '{said}'); END"


def there(table, *columns):
    """The row that would be added takes the place of one there is: REPLACE drops it without asking."""
    same = " OR ".join(f"{column} = NEW.{column}" for column in columns)
    return f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"


CUTOFF = "datetime('now', '-24 months')"
SQLITE = {
    f"{ENTRY}_changed": sqlite(f"{ENTRY}_changed", "UPDATE", ""),
    f"{ABOUT}_changed": sqlite(f"{ABOUT}_changed", "UPDATE", ""),
    f"{BEGINNING}_changed": sqlite(f"{BEGINNING}_changed", "UPDATE", ""),
    f"{ENTRY}_dropped": sqlite(f"{ENTRY}_dropped", "DELETE", f"WHEN OLD.number > {BEGINS}"),
    f"{ABOUT}_dropped": sqlite(
        f"{ABOUT}_dropped", "DELETE", f"WHEN COALESCE({NUMBER_OF_IT}, 9e15) > {BEGINS}"
    ),
    f"{BEGINNING}_dropped": sqlite(f"{BEGINNING}_dropped", "DELETE", ""),
    f"{ENTRY}_replaced": sqlite(f"{ENTRY}_replaced", "INSERT", there(ENTRY, "id", "number", "link")),
    f"{ABOUT}_replaced": sqlite(f"{ABOUT}_replaced", "INSERT", there(ABOUT, "id")),
    f"{BEGINNING}_replaced": sqlite(
        f"{BEGINNING}_replaced", "INSERT", there(BEGINNING, "id", "number")
    ),
    f"{BEGINNING}_young": sqlite(
        f"{BEGINNING}_young",
        "INSERT",
        f"WHEN NOT EXISTS (SELECT 1 FROM {ENTRY} WHERE number = NEW.number AND link = NEW.head)"
        f" OR EXISTS (SELECT 1 FROM {ENTRY} WHERE number <= NEW.number AND at > {CUTOFF})",
        YOUNG,
    ),
}

# The end of the chain, in turn: whoever asks waits until the transaction that asked before is over. The
# function is VOLATILE, so that what it reads after waiting is what was committed meanwhile.
POSTGRESQL_END = f"""
CREATE FUNCTION protection_log_end() RETURNS TABLE (number bigint, link varchar, id bigint)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7305808869229667429);
  RETURN QUERY SELECT e.number, e.link, e.id FROM {ENTRY} e ORDER BY e.number DESC LIMIT 1;
END $$
"""
POSTGRESQL_NO = f"""
CREATE FUNCTION protection_log_no() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '{NO}' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
POSTGRESQL_ENTRY = f"""
CREATE FUNCTION protection_log_entry_goes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.number > {BEGINS} THEN
    RAISE EXCEPTION '{NO}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$
"""
POSTGRESQL_ABOUT = f"""
CREATE FUNCTION protection_log_about_goes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF COALESCE({NUMBER_OF_IT}, 9000000000000000) > {BEGINS} THEN
    RAISE EXCEPTION '{NO}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END $$
"""
POSTGRESQL_BEGINNING = f"""
CREATE FUNCTION protection_log_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM {ENTRY} e WHERE e.number = NEW.number AND e.link = NEW.head)
    OR EXISTS (SELECT 1 FROM {ENTRY} e
               WHERE e.number <= NEW.number AND e.at > clock_timestamp() - interval '24 months') THEN
    RAISE EXCEPTION '{YOUNG}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$
"""


def postgresql(name, when, function, each="ROW"):
    table = name.rpartition("_")[0]
    return f"CREATE TRIGGER {name} BEFORE {when} ON {table} FOR EACH {each} EXECUTE FUNCTION {function}()"


FUNCTIONS = {
    "protection_log_end": POSTGRESQL_END,
    "protection_log_no": POSTGRESQL_NO,
    "protection_log_entry_goes": POSTGRESQL_ENTRY,
    "protection_log_about_goes": POSTGRESQL_ABOUT,
    "protection_log_begins": POSTGRESQL_BEGINNING,
}
NEVER, GOES = "protection_log_no", {ENTRY: "protection_log_entry_goes", ABOUT: "protection_log_about_goes"}
POSTGRESQL = {
    **{f"{t}_changed": postgresql(f"{t}_changed", "UPDATE", NEVER) for t in (ENTRY, ABOUT, BEGINNING)},
    **{f"{t}_dropped": postgresql(f"{t}_dropped", "DELETE", GOES.get(t, NEVER)) for t in (ENTRY, ABOUT, BEGINNING)},
    **{
        f"{t}_emptied": postgresql(f"{t}_emptied", "TRUNCATE", NEVER, "STATEMENT")
        for t in (ENTRY, ABOUT, BEGINNING)
    },
    f"{BEGINNING}_young": postgresql(f"{BEGINNING}_young", "INSERT", "protection_log_begins"),
}


def lock(connection):
    """Put every trigger up."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for statement in (*FUNCTIONS.values(), *POSTGRESQL.values()):
                cursor.execute(statement)
        else:
            for statement in SQLITE.values():
                cursor.execute(statement)


def unlock(connection):
    """Take every trigger down: to undo this migration, and to empty a database of the tests."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name in POSTGRESQL:
                cursor.execute(f"DROP TRIGGER {name} ON {name.rpartition('_')[0]}")
            for name in FUNCTIONS:
                cursor.execute(f"DROP FUNCTION {name}()")
        else:
            for name in SQLITE:
                cursor.execute(f"DROP TRIGGER {name}")


class Migration(migrations.Migration):

    dependencies = [("protection", "0005_log_is_a_chain")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: lock(schema_editor.connection),
            lambda apps, schema_editor: unlock(schema_editor.connection),
        )
    ]
