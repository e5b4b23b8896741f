"""What a bibliography says of an article that lies elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Statements that outweigh those found in the article itself; "" where there is none."""

    title: str = ""
    outlet: str = ""
    url: str = ""
    author: str = ""
    published: str = ""
