"""What a server says of a page's text in its `Content-Type`."""

import re

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._-]{2,30})", re.IGNORECASE)


def stated_charset(content_type: str | None) -> str | None:
    """Return the charset of a header's value; None where it states none."""
    match = _CHARSET.search((content_type or "")[:300])
    return match[1] if match is not None else None
