"""The command line as `python -m cadre`."""

from cadre.cli import main

if __name__ == "__main__":
    main()
