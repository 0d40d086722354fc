"""What the packed program starts with; the program itself is the wheel."""

import sys

from companion.__main__ import main

sys.exit(main())
