"""Storage: the encrypted store, its key, its migrations, one repository per aggregate.

The only room that knows SQL. `vault` is its door; while that is locked, `spool` and `plan_file` stand in.
It imports `application` and `domain`; the other rooms of `adapters` are strangers to it.
"""
