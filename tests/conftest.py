"""What all tests share: nothing is timed, since a busy machine would decide what passes."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
