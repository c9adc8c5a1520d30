"""Alembic's entry: runs the migrations on the connection that `schema.upgrade` hands over, in its transaction."""

from alembic import context

from readout.ledger.tables import tables

context.configure(connection=context.config.attributes["connection"], target_metadata=tables)
context.run_migrations()
