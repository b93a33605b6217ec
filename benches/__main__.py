"""Runs one bench and tells what was seen, the limit, and how much of it was used."""

import argparse
import importlib
import json
import os
import pkgutil
import sys

import benches


def names():
    return sorted(module.name for module in pkgutil.iter_modules(benches.__path__) if _is(module))


def _is(module):
    return not module.name.startswith("_")


def lines(seen, limits):
    """One line per measure. A ratio of 1 is the limit itself."""
    yield f"{'':24}{'seen':>10}{'limit':>10}{'ratio':>10}"
    for name, value in seen.items():
        limit = limits.get(name)
        beside = f"{limit:>10.2f}{value / limit:>10.2f}" if limit else ""
        yield f"{name:24}{value:>10.2f}{beside}"


def result(name, seen, limits):
    """What a machine reads: one line, the last."""
    ratios = {measure: round(seen[measure] / limit, 3) for measure, limit in limits.items()}
    kept = all(ratio <= 1 for ratio in ratios.values())
    return {"bench": name, "seen": seen, "limits": limits, "ratios": ratios, "kept": kept}


def main():
    options = argparse.ArgumentParser(prog="dev.py bench", allow_abbrev=False)
    options.add_argument("name", choices=names())
    name = options.parse_args().name
    bench = importlib.import_module(f"benches.{name}")
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    print(f"{os.cpu_count()} cores; {busy:.1f} at work as we begin", file=sys.stderr)
    seen = bench.measure()
    told = result(name, seen, bench.LIMITS)
    print("\n".join(lines(seen, bench.LIMITS)))
    print(json.dumps(told))
    sys.exit(not told["kept"])


if __name__ == "__main__":
    main()
