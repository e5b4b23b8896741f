"""Words that name something are found in a sentence, whatever day it is."""

from timeline_app.storage.proper_names import proper_names


def test_names_and_designations_are_found_and_days_and_months_are_not() -> None:
    text = "Jets from Akrotiri met a Su-24 on Friday, Nov. 20, off Cyprus' coast in the east."
    assert proper_names(text) == {"akrotiri", "su-24", "cyprus"}


def test_the_word_that_begins_a_sentence_is_no_name() -> None:
    assert proper_names("Nobody came.") == frozenset()
