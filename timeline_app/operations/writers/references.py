"""The articles as a reference manager reads them: CSL-JSON and RIS."""

import json

from timeline_app.operations.writers.chronology import Chronology, SourceArticle, Written


def write_csl_json(chronology: Chronology) -> Written:
    """Write the sources as CSL-JSON items."""
    items = [_csl_item(article) for article in chronology.articles]
    return _written(chronology, json.dumps(items, ensure_ascii=False, indent=1))


def _csl_item(article: SourceArticle) -> dict[str, object]:
    item: dict[str, object] = {
        "id": f"article-{article.id}",
        "type": "article-newspaper",
        "title": article.title or article.path,
    }
    if article.outlet:
        item["container-title"] = article.outlet
    if article.author:
        item["author"] = [{"literal": article.author}]
    if article.url:
        item["URL"] = article.url
    if article.published:
        item["issued"] = {"date-parts": [[int(part) for part in article.published.split("-")]]}
    return item


def write_ris(chronology: Chronology) -> Written:
    """Write the sources as RIS records."""
    return _written(chronology, "".join(map(_ris_record, chronology.articles)))


def _written(chronology: Chronology, text: str) -> Written:
    remark = "This format holds the articles; the events are not in it."
    return Written(content=text.encode(), remarks=(remark,), article_count=len(chronology.articles))


def _ris_record(article: SourceArticle) -> str:
    published = article.published or ""
    fields = (
        ("TY", "NEWS"),
        ("ID", f"article-{article.id}"),
        ("TI", article.title or article.path),
        ("T2", article.outlet or ""),
        ("AU", article.author or ""),
        ("PY", published[:4]),
        ("DA", published.replace("-", "/")),
        ("UR", article.url or ""),
    )
    lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields if value]
    return "".join([*lines, "ER  - \r\n"])
