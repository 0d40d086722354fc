"""`python -m tests.ui.gallery [--language=de] [NAME…]` renders the gallery, or those scenes whose names begin so."""

import sys

from tests.ui.gallery.render import OUTPUT, render

OPTION = "--language="
languages = [word.removeprefix(OPTION) for word in sys.argv[1:] if word.startswith(OPTION)]
names = [word for word in sys.argv[1:] if not word.startswith("--")]
print(f"{render(names, *languages[-1:])} pictures in {OUTPUT}")
