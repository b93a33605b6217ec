"""What a password is made into, in the tests: the same function with little work."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class LightArgon2(Argon2PasswordHasher):
    """What a guess costs is not what the tests are about, and three hundred guesses cost a minute."""

    time_cost, memory_cost, parallelism = 1, 1024, 1
