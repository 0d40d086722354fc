"""`python -m tests.ui.gallery [--language=de] [NAME…]` renders the gallery, or those scenes whose names begin so.

With `--language=qps-mirrored` it is read from right to left.
"""

import sys

from tests.ui.gallery.render import OUTPUT, render

OPTION = "--language="
if "--help" in sys.argv:
    print(__doc__)
    sys.exit()
languages = [word.removeprefix(OPTION) for word in sys.argv[1:] if word.startswith(OPTION)]
names = [word for word in sys.argv[1:] if not word.startswith("--")]
print(f"{render(names, *languages[-1:])} pictures in {OUTPUT}")
