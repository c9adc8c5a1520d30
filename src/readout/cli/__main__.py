"""`python -m readout.cli` is the command `readout`."""

from readout.cli import main

if __name__ == "__main__":
    main()
