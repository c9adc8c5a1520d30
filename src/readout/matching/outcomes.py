"""The words that tell how an undertaking fares: what a sentence says of it, and the four fields of its status."""

from __future__ import annotations

from typing import Literal, get_args

Effect = Literal["reaffirmed", "in progress", "partly", "delivered", "delayed", "dropped"]
EFFECTS: tuple[Effect, ...] = get_args(Effect)

Outcome = Literal[
    "no later report", "reaffirmed", "in progress", "partly", "delivered, claimed", "delivered, confirmed", "delayed", "replaced",
    "dropped", "not delivered", "conflicting", "untestable",
]  # fmt: skip
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

Time = Literal["none", "due", "due soon", "past due", "unanswered"]

Stage = Literal["announced", "signed", "allocated", "started", "completed", "suspended", "cancelled"]
STAGES: tuple[Stage, ...] = get_args(Stage)

Review = Literal["machine", "confirmed", "corrected", "rejected", "disputed"]
REVIEWS: tuple[Review, ...] = get_args(Review)
