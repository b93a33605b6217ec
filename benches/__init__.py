"""What we promise in numbers, measured against the limit: python3 dev.py bench NAME.

Each bench is a module with LIMITS, by name and in the unit the name ends with, and measure(),
which gives the same names with what was seen. A bench that passes its limit ends with a no.
"""
