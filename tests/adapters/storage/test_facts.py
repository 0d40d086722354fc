"""What a store knows about itself."""

from pathlib import Path

from companion.adapters.storage import facts
from tests.support.store import a_vault


def test_a_new_key_of_the_spool_leaves_the_one_before_for_what_is_still_sealed(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    connection, made = vault.opened().connection, vault.opened().facts
    assert made.spool_keys == [made.spool_key]
    facts.renew_spool_key(connection)
    once = facts.read(connection)
    assert once.spool_keys == [once.spool_key, made.spool_key]
    facts.renew_spool_key(connection)
    assert facts.read(connection).spool_keys[1] == once.spool_key
    assert facts.read(connection).secret == made.secret
    vault.close()


def test_facts_show_no_secret(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    facts.renew_spool_key(vault.opened().connection)
    assert repr(facts.read(vault.opened().connection)) == "Facts()"
    vault.close()
