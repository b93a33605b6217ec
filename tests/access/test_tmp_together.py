import pytest
from . import addresses, test_matrix as m
from .walking import Reader
from .test_query_counts import counted

def test_cells(world, signed_in):
    reader = Reader(signed_in(world.people.get("kaja")))
    for v in ("free", "asked_about", "to_approve"):
        with counted() as asked:
            s = reader.ask_in_vain("get", f"/a/ressursvenner/{world.oslo.volunteers[v].reference}/").status_code
        print(v, s, len(asked))
        for a in asked: print("   ", a[:70], "...", a[a.find(" FROM"):][:60])
    with counted() as asked:
        s = reader.ask_in_vain("get", "/a/").status_code
    print("day", s, len(asked))
    for a in asked: print("   ", a[:70], "...", a[a.find(" FROM"):][:60])
