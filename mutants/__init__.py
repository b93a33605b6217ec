"""Every guard of the house has a mutant that takes it away, and a test that turns red when it does.

`python3 dev.py mutate-guards` finds the guards (`finding.py`, and by hand in `named.py`), takes one away at
a time in a copy of the tree, runs the tests of its room (`rooms.py`), and counts. Never part of CI.
"""
