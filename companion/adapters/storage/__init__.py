"""Storage: the encrypted store, its key, its migrations, one repository per aggregate.

The only room that knows SQL. `vault` is its door; while that is locked, `spool` and `plan_file` stand in. The
`key_keeper` puts a passphrase before the key; `rekeying` and `restoring` put another store in the old one's place.
How one file is a whole copy is said in `copy_trailer`.
It imports `application` and `domain`; the other rooms of `adapters` are strangers to it.
"""
