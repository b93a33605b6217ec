"""A bench tells what was seen beside its limit, and says no when the limit is passed."""

import json

import pytest

from benches import __main__ as bench
from benches import start


def test_the_first_bench_is_there():
    assert "start" in bench.names()


@pytest.mark.parametrize(("cold", "kept"), [(15.0, True), (30.0, True), (30.1, False)])
def test_a_limit_is_a_limit(cold, kept):
    told = bench.result("start", {"cold_seconds": cold}, {"cold_seconds": 30.0})

    assert told["kept"] is kept
    assert told["ratios"] == {"cold_seconds": round(cold / 30, 3)}


def test_the_json_is_one_line_and_the_last(monkeypatch, capsys):
    seen = {"cold_seconds": 45.0, "warm_seconds": 1.5, "world_megabytes": 1.0}
    monkeypatch.setattr(start, "measure", lambda: seen)
    monkeypatch.setattr("sys.argv", ["dev.py", "start"])

    with pytest.raises(SystemExit) as ended:
        bench.main()

    *table, last = capsys.readouterr().out.splitlines()
    assert json.loads(last)["ratios"] == {"cold_seconds": 1.5, "warm_seconds": 0.5}
    assert table[1].split() == ["cold_seconds", "45.00", "30.00", "1.50"]
    assert table[3].split() == ["world_megabytes", "1.00"]
    assert ended.value.code == 1
