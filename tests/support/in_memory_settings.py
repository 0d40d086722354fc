"""Settings that are kept in memory only."""

from companion.application.errors import UserError
from companion.application.settings import Settings


class InMemorySettings:
    """Fills SettingsStore; `trouble` is raised instead of keeping anything."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.kept = settings or Settings()
        self.trouble: UserError | None = None

    def load(self) -> Settings:
        return self.kept

    def save(self, settings: Settings) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.kept = settings
