"""What a web address tells: the day of publication and the outlet."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from timeline_app.chrono.instant import days_in_month
from timeline_app.paths import resources_dir
from timeline_app.reading.words import reading_words

URL = re.compile(r"https?://[^\s<>\"'`)\]}]{3,2000}", re.IGNORECASE)

_PATH_DATES = (
    re.compile(r"[/=](?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"[/=](?P<year>(?:19|20)\d\d)/(?P<name>[a-z]{3,9})/(?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)"),
)
_SECOND_LEVELS = frozenset({"co", "com", "org", "net", "ac", "gov", "or", "ne"})


def date_in_url(url: str) -> tuple[str, str] | None:
    """Return (`YYYY-MM-DD`, the wording in the address), or None where it holds no date."""
    path = url[url.find("//") + 2 :].lower()
    path = path[path.find("/") :] if "/" in path else ""
    for pattern in _PATH_DATES:
        for match in pattern.finditer(path):
            if (value := _valid(match.groupdict())) is not None:
                return value, match[0].strip("/=")
    return None


def _valid(fields: dict[str, str | None]) -> str | None:
    name = fields.get("name")
    month = reading_words().months.get(name, 0) if name else int(fields["month"] or 0)
    year, day = int(fields["year"] or 0), int(fields["day"] or 0)
    if 1 <= month <= 12 and 1 <= day <= days_in_month(year, month):
        return f"{year:04d}-{month:02d}-{day:02d}"
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _OutletWords:
    hosts: dict[str, str]
    words: tuple[str, ...]
    articles: tuple[str, ...]


@cache
def _outlet_words() -> _OutletWords:
    table = tomllib.loads((resources_dir() / "outlets.toml").read_text(encoding="utf-8"))
    return _OutletWords(
        hosts=table["hosts"],
        words=tuple(sorted(table["words"], key=len, reverse=True)),
        articles=tuple(table["articles"]),
    )


def outlet_of_url(url: str) -> str | None:
    """Return a readable outlet name ("The Moscow Times"), else the host, None without a host."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    if not host or "." not in host:
        return None
    domain = _registrable(host)
    known = _outlet_words().hosts
    if (name := known.get(domain) or known.get(host.removeprefix("www."))) is not None:
        return name
    return _spelt_out(domain.split(".")[0]) or host.removeprefix("www.")


def _registrable(host: str) -> str:
    labels = host.lower().rstrip(".").split(".")
    is_second_level = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS
    return ".".join(labels[-3:] if is_second_level else labels[-2:])


def _spelt_out(label: str) -> str | None:
    """Cut "themoscowtimes" into "The Moscow Times"; None where no known word helps."""
    if "-" in label:
        return " ".join(part.capitalize() for part in label.split("-") if part)
    table = _outlet_words()
    article = next((a for a in table.articles if label.startswith(a)), "")
    rest, tail = label.removeprefix(article), list[str]()
    while (word := next((w for w in table.words if rest.endswith(w)), None)) is not None:
        tail.insert(0, word)
        rest = rest.removesuffix(word)
    if not tail or 0 < len(rest) < 3:
        return None
    return " ".join(part.capitalize() for part in (article, rest, *tail) if part)


def outlet_words() -> frozenset[str]:
    """Return the words in which outlets' names end, lower case."""
    return frozenset(_outlet_words().words)
