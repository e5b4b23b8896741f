"""Places in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets (Unicode code points) into a document's text."""

    begin: int
    end: int

    def __len__(self) -> int:
        return self.end - self.begin

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share a character."""
        return self.begin < other.end and other.begin < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.begin <= other.begin and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the quoted text."""
        return text[self.begin : self.end]
