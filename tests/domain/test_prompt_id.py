"""A prompt's name is a true UUIDv5."""

import uuid
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.prompt_id import prompt_id

NAMESPACE = uuid.UUID("5d0f8e2c-b761-4c5a-9a3e-6f41d2c80b97")


@given(st.uuids(), st.dates(), st.integers(0, 100))
def test_it_is_the_uuid5_of_reminder_date_and_index(reminder: uuid.UUID, day: date, index: int) -> None:
    assert prompt_id(str(reminder), day, index) == str(uuid.uuid5(NAMESPACE, f"{reminder}/{day}/{index}"))
