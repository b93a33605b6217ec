"""Areas, public places and free things to do. Knows no person, and no house where anybody lives.

Doors: areas (pure: names, distances, which lies in which), queries (places and free things near an
area), changes (note, confirm, take out). Lists are national: every association reads the same.
"""
