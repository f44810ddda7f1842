"""The command line as `python -m cadre`."""

import os
import sys

from cadre.cli import main
from cadre.errors import Stopped

if __name__ == "__main__":
    try:
        main()
    except SystemExit as done:
        # Where Ctrl-C came while a library ran code from a string, Python ends a module that it runs by that
        # signal, whatever exit code was asked for. All is told and put away by now.
        if done.code == Stopped.exit_code:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(Stopped.exit_code)
        raise
