"""Articles in, a linked map and timeline out: ``python build_site.py --help``."""

from timeline.cli import main

if __name__ == "__main__":
    main()
