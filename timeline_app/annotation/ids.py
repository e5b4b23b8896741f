"""The library's numbers for events and articles."""

from typing import NewType

EventId = NewType("EventId", int)
DocumentId = NewType("DocumentId", int)
