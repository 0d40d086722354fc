"""The made-up year of `companion --demo`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.bootstrap.core import Core


def fill_with_made_up_data(core: Core) -> None:
    """Writes a year of everything into an empty store, in one transaction."""
    from companion.application.demo import demo_year
    from companion.application.demo_practices import demo_sessions
    from companion.application.demo_repairs import demo_repairs
    from companion.application.demo_triangles import demo_triangles

    year = demo_year(core.clock.now(), core.clock.zone())
    with core.vault.writing() as store:
        for check_in in year:
            store.check_ins.add(check_in)
        for session in demo_sessions(year):
            store.practice_sessions.add(session)
        for repair in demo_repairs(year):
            store.repairs.add(repair)
        for triangle in demo_triangles(year):
            store.triangles.add(triangle)
