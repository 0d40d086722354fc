"""Storage: the encrypted store, its key, its migrations, one repository per aggregate. The only room that knows SQL."""
