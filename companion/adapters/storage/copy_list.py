"""The copies in a folder, each looked into."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType

from companion.adapters.storage.copy_names import copies_in
from companion.adapters.storage.copy_reading import contents_of, key_for, key_with, opened_copy
from companion.adapters.storage.database import DRIVER
from companion.adapters.storage.key_file import StoreKey
from companion.adapters.storage.opened import OUR_STEPS, newest_step
from companion.application.copies import CopyKind, CopyPlace, KeptCopy
from companion.application.errors import Trouble, UserError


def copies_looked_into(
    folder: Path, place: CopyPlace, known: StoreKey | None, driver: ModuleType = DRIVER
) -> list[KeptCopy]:
    """The copies in a folder, newest first, those before a restore or an upgrade last; each was looked into.

    `known` opens those of its own store. Raises UserError(FOLDER_UNREADABLE).
    """
    try:
        names = copies_in(folder)
    except FileNotFoundError:
        if place is CopyPlace.HERE:
            return []
        raise UserError(Trouble.FOLDER_UNREADABLE, path=str(folder)) from None
    except OSError as error:
        raise UserError(Trouble.FOLDER_UNREADABLE, path=str(folder)) from error
    of_days = sorted(names, key=lambda file: (names[file].day or date.min, names[file].number), reverse=True)
    in_order = sorted(of_days, key=lambda file: names[file].kind is not CopyKind.DAY)
    described = [KeptCopy(str(folder / file), names[file].kind, place, names[file].day) for file in in_order]
    return [_looked_into(copy, known, driver) for copy in described]


def _looked_into(described: KeptCopy, known: StoreKey | None, driver: ModuleType) -> KeptCopy:
    path, newest = Path(described.path), newest_step(OUR_STEPS)
    is_protected: bool | None = None
    try:
        own = key_with(path)
        is_protected = None if own is None else not isinstance(own, StoreKey)
        with opened_copy(path, key_for(path, known, None), driver, newest) as copy:
            contents = contents_of(copy)
            is_earlier = contents.version < newest
            return replace(described, contents=contents, is_earlier=is_earlier, is_protected=is_protected)
    except UserError as error:
        trouble = None if error.trouble is Trouble.COPY_PROTECTED else error.trouble
        return replace(described, is_protected=is_protected, trouble=trouble)
