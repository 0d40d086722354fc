"""Somebody who has been welcomed: their settings say so, and nothing else."""

from pathlib import Path


def welcome_was_seen(config: Path) -> None:
    """The program started with this folder of settings goes straight to Today."""
    file = config / "settings.toml"
    if not file.exists():
        file.write_text("was_welcomed = true\n")
        file.chmod(0o600)
