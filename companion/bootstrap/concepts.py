"""Makes the Concepts screen with everything behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.application.concept_moments import ConceptMoments
from companion.application.events import VaultLocked
from companion.presentation.concept_personal import ConceptPersonal
from companion.presentation.concepts import ConceptsPresenter
from companion.ui.screens.concepts import ConceptsScreen

if TYPE_CHECKING:
    from companion.bootstrap.core import Core
    from companion.ui.theme.theme import Theme


def make_concepts(core: Core, theme: Theme) -> ConceptsScreen:
    """The screen; while locked it shows no note."""
    moments = ConceptMoments(core.vault, core.clock)
    personal = ConceptPersonal(moments, core.suggestions, core.preferences, core.days, core.practices)
    concepts = ConceptsScreen(ConceptsPresenter(core.library, core.bus, personal), theme)
    core.bus.listen(VaultLocked, lambda _news: concepts.put_away())
    return concepts
