"""The tests mirror the rooms. `tests/people.py` is the cast."""
