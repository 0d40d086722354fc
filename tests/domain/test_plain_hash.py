"""Hashing by Python's own code gives what OpenSSL gives."""

import hashlib
import hmac
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.plain_hash import hmac_sha256, sha1, sha256


@given(st.binary(max_size=200))
def test_the_hashes_are_those_of_hashlib(text: bytes) -> None:
    assert sha1(text).digest() == hashlib.sha1(text, usedforsecurity=False).digest()
    assert sha256(text).digest() == hashlib.sha256(text).digest()


@given(st.binary(max_size=130), st.binary(max_size=100))
def test_the_keyed_hash_is_that_of_hmac(key: bytes, text: bytes) -> None:
    assert hmac_sha256(key, text) == hmac.digest(key, text, "sha256")


def test_drawing_and_naming_a_prompt_load_no_openssl() -> None:
    code = (
        "import sys, datetime; from companion.domain.draws import draws; from companion.domain.prompt_id import "
        "prompt_id; day = datetime.date(2026, 11, 22); next(draws(b'x', 'a', day)); prompt_id('a', day, 0); "
        "print('_hashlib' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert said.stdout.strip() == "False"
