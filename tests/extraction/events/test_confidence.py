from extraction_builders import found

from timeline_app.extraction.language_pack import load_table


def test_confidence_is_a_probability() -> None:
    for text in ("Talks failed.", "Putin met Merkel in Moscow on Monday.", "Nobody met."):
        from extraction_builders import read

        assert all(0 < mention.confidence < 1 for mention in read(text))


def test_a_dated_fact_is_surer_than_an_undated_noun() -> None:
    dated = found("Vladimir Putin met Angela Merkel in Moscow on Monday.", "met")
    loose = found("The war and its causes were discussed. Putin met her on Monday.", "war")
    assert dated.confidence > loose.confidence


def test_every_weight_is_of_a_bounded_size() -> None:
    weights = load_table("en", "events/confidence")["weights"]
    assert len(weights) > 30
    assert all(abs(weight) < 4 for weight in weights.values())
