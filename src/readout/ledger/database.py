"""The database behind a ledger: what asks it speaks plain SQL, what writes into it goes through SQLAlchemy, which is loaded then."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING

from readout.ledger.plain.looking import Looker

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from readout.ledger.opening import Transaction


class Database(Looker):
    """The database at an address; close it when done."""

    @cached_property
    def engine(self) -> Engine:
        """SQLAlchemy's engine of it."""
        from readout.ledger.opening import engine_for

        return engine_for(self.address)

    def writing(self) -> AbstractContextManager[Transaction]:
        """One transaction of the only writer; all of it is kept, or nothing."""
        from readout.ledger.opening import writing

        return writing(self.address, self.engine)

    def close(self) -> None:
        """Closes the connections; what was kept stays."""
        super().close()
        if "engine" in vars(self):
            self.engine.dispose()
