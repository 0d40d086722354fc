"""When a person's day begins: the hours before belong to the day before."""

from datetime import time

START_OF_DAY = time(4, 0)
