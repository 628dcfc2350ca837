"""Run the command line as a module."""

from legalnews_dataset.cli import main

main()
