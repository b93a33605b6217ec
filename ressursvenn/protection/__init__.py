"""What keeps people safe; knows no room above it.

Doors: fields (encrypted columns), opening (the only way to read them, audited), audit (what was done
and read, by whom), vault (two keys per person), and two ways to
compare without reading: fingerprints (is it the same row), likeness (may it be the same person).
"""
