"""`python -m tests.ui.gallery [--language=de] [NAME…]` renders the gallery, or those scenes whose names begin so.

With `--language=qps-mirrored` it is read from right to left. `--reference` draws the small pictures anew that looks
are held to; they are looked at before they are committed.
"""

import sys

from tests.ui.gallery.reference import FOLDER, draw_anew
from tests.ui.gallery.render import OUTPUT, gallery_theme, render

OPTION = "--language="
if "--help" in sys.argv:
    print(__doc__)
    sys.exit()
if "--reference" in sys.argv:
    print(f"{draw_anew(gallery_theme()[1])} pictures in {FOLDER}")
    sys.exit()
languages = [word.removeprefix(OPTION) for word in sys.argv[1:] if word.startswith(OPTION)]
names = [word for word in sys.argv[1:] if not word.startswith("--")]
print(f"{render(names, *languages[-1:])} pictures in {OUTPUT}")
