"""Settings: the person's choices in a TOML file. Never personal data."""
