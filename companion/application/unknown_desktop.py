"""The desktop where nobody says anything about it: nothing is held back."""

from companion.domain.desktop import SILENT, Desktop


class UnknownDesktop:
    """Fills the DesktopState port."""

    def look(self) -> Desktop:
        """Nothing is known."""
        return SILENT


UNKNOWN_DESKTOP = UnknownDesktop()
