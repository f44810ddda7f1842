"""The process of the intake: `python -m cadre.site.intake FOLDER`."""

import sys
from pathlib import Path

from cadre.site.intake.working import limit, work

if __name__ == "__main__":
    limit()
    work(Path(sys.argv[1]))
