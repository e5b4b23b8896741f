from extraction_builders import date_of, found, read

from timeline_app.chrono.edtf import edtf_text


def test_a_definite_noun_points_back_to_the_attack() -> None:
    text = (
        "Gunmen attacked the Grand Hotel in Mombasa on Tuesday.\n\n"
        "The attack was the worst in Kenya for years.\n"
    )
    mentions = read(text)
    first = next(m for m in mentions if m.trigger.of(text) == "attacked")
    again = next(m for m in mentions if m.trigger.of(text) == "attack")
    assert again.same_as == first.id
    assert again.same_as_reason
    assert again.time == first.time


def test_a_speaker_who_goes_on_makes_one_statement() -> None:
    text = (
        "“We want peace,” Chancellor Angela Merkel said on Tuesday.\n\n"
        "“It will take time,” Merkel said.\n"
    )
    first, second = read(text)
    assert second.same_as == first.id


def test_words_quoted_by_another_outlet_are_another_statement() -> None:
    text = (
        "“We want peace,” Chancellor Angela Merkel said on Tuesday, the BBC reported.\n\n"
        "“It will take time,” Merkel was quoted as saying by Reuters.\n"
    )
    assert all(m.same_as is None for m in read(text))


def test_what_was_planned_and_then_happened_is_its_outcome() -> None:
    text = "President Chirac was to visit Ankara on Tuesday.\n\nThe visit lasted three hours.\n"
    planned = found(text, "visit")
    done = read(text)[-1]
    assert done.outcome_of == planned.id


def test_another_meeting_is_not_the_same_one() -> None:
    text = "Blair met Clinton in Bonn on Tuesday.\n\nThey agreed on a further meeting in May.\n"
    mentions = read(text)
    assert all(m.same_as is None for m in mentions if m.type.value == "MEETING")


def test_what_is_planned_for_later_has_not_happened_yet() -> None:
    text = (
        "Norway and Chile agreed to hold talks in Lima on Friday, after Prime Minister Solberg had "
        "met President Bachelet in Oslo.\n"
    )
    met = found(text, "met")
    assert met.outcome_of is None
    assert met.time is None


def test_a_noun_that_points_to_what_is_yet_to_come_is_the_plan() -> None:
    text = "Prime Minister Solberg will visit Lima on Friday.\n\nThe visit is worth the trouble.\n"
    again = read(text)[-1]
    assert again.modality.value == "planned"
    assert again.outcome_of is None


def test_ones_own_strikes_are_not_the_attack_of_the_day() -> None:
    text = (
        "Rebels claimed the bombing of the port on Tuesday.\n\n"
        "Norway and Chile will share maps of their air strikes.\n"
    )
    assert all(m.time is None for m in read(text) if "air strikes" in m.trigger.of(text))


def test_one_march_is_not_the_marches_of_another_month() -> None:
    text = (
        "A march in Lima on Tuesday blocked the port.\n\n"
        "It recalled the larger marches of early May."
    )
    marches = [m for m in read(text) if "march" in m.trigger.of(text)]
    assert [m.same_as for m in marches] == [None] * len(marches)


def test_other_attacks_are_not_the_one_that_was_told() -> None:
    text = (
        "Gunmen attacked a clinic in Lima on Nov. 3.\n\n"
        "Detectives are looking into four other attacks on clinics in Lima."
    )
    other = [m for m in read(text) if m.trigger.of(text) == "attacks"]
    assert [m.same_as for m in other] == [None]


def test_one_more_expulsion_is_another() -> None:
    text = (
        "Chile expelled the ambassador of Peru on Monday. Chile also expelled the consul of Peru.\n"
    )
    expelled = [m for m in read(text) if "expelled" in m.trigger.of(text)]
    assert [m.same_as for m in expelled] == [None, None]


def test_purchases_of_different_size_are_two() -> None:
    text = "Alder will buy 30 percent of Birch. Alder may buy 12 percent of Birch in March 2016."
    bought = [m for m in read(text) if m.trigger.of(text).endswith("buy")]
    assert [m.same_as for m in bought] == [None, None]


def test_a_word_dates_its_like_among_several_dated_attacks() -> None:
    text = (
        "He was shown the pictures of the twin bombings in Lima.\n\n"
        "The July 4, 2009, bombings killed nine people. A shooting in Cusco on 6 June 2011 killed "
        "two more."
    )
    first = min(read(text), key=lambda m: m.trigger.begin)
    assert first.time is not None and edtf_text(first.time) == "2009-07-04"


def test_what_a_speaker_says_afterwards_is_another_statement() -> None:
    text = (
        "Chancellor Karl Voss offered Chad a base on Tuesday.\n\n"
        "Voss told reporters afterwards that talks would follow.\n"
    )
    assert all(m.same_as is None for m in read(text))


def test_a_dated_offer_in_a_relative_clause_does_not_date_another_statement() -> None:
    text = (
        "Chancellor Karl Voss had apologised for the delay.\n\n"
        "Four jets left the base that Voss had offered to Chad on March 3.\n"
    )
    assert found(text, "apologised").time is None


def test_a_day_that_is_known_is_not_widened_to_the_days_of_another_telling() -> None:
    text = (
        "The king of Tonga arrived in Lima today. The king of Tonga condemned Chile.\n\n"
        "Over the past two days, the king of Tonga condemned Chile."
    )
    assert date_of(text, "condemned") == "2015-11-26"
