"""The finder of meetings, the ways in which they are told, and what reads like one and is none."""
