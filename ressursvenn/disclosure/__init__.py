"""Can a number point at somebody? An exact attack on tables, and the protection it cannot break. No Django."""
