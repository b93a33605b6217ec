from . import addresses
from .walking import Reader, everything
from django.db import transaction
def test_x(world, signed_in):
    for role in ("coordinator","coordinator2","group_leader","volunteer","national_adviser","vetting_officer","centre_contact","system_administrator"):
        reader = Reader(signed_in(world.people.get(addresses.ROLES[role])))
        before = everything()
        for name in addresses.names():
            for own, ps in addresses.paths(name, world).items():
                for path in ps:
                    with transaction.atomic():
                        r = reader.ask("post", path)
                        now = everything()
                        transaction.set_rollback(True)
                    ch = [t for t in now if now[t]!=before[t]]
                    if ch: print(role, name, own, r.status_code, ch)
                    with transaction.atomic():
                        r = reader.ask("get", path)
                        now = everything()
                        transaction.set_rollback(True)
                    ch = [t for t in now if now[t]!=before[t] and "audit" not in t]
                    if ch: print("GET", role, name, own, r.status_code, ch)
