"""Imported once by the process from which workers are forked: they begin with all rules loaded."""

import gc

import timeline_app.operations.batch
from timeline_app.extraction.readiness import make_ready

__all__ = ["timeline_app"]

make_ready()
gc.collect()
gc.freeze()  # what is loaded stays, and its pages stay shared among the workers
