"""Numbers that leave the house: definitions, and numbered releases that cannot point at anybody."""
