"""A header's fields as values; what has another form is left out and named."""

import pytest

from companion.adapters.library.note_fields import Fields, is_address
from companion.adapters.library.strict_yaml import Header, Plain
from companion.domain.concept import Evidence, Source
from companion.domain.zone import Zone


def fields(**values: Plain) -> Fields:
    return Fields(Header(values))


def test_a_text_stands_on_one_line() -> None:
    assert fields(title=" Window \n of  Tolerance ").line_of_text("title") == "Window of Tolerance"


def test_a_missing_field_is_empty_and_not_wrong() -> None:
    read = fields()
    assert (read.line_of_text("title"), read.texts("aliases"), read.day("checked_on"), read.wrong) == (
        "",
        (),
        None,
        [],
    )


def test_a_single_text_is_a_list_of_one_or_split_at_commas() -> None:
    assert fields(related="Body, mind").texts("related") == ("Body, mind",)
    assert fields(aliases="WOT, Window").texts("aliases", split=True) == ("WOT", "Window")


def test_tags_lose_their_sign_and_take_those_of_the_text() -> None:
    assert fields(tags=["#calm", "body"]).tags(("body", "rest")) == ("calm", "body", "rest")


def test_zones_and_evidence_are_found_by_name() -> None:
    read = fields(zones=["Above", "mixed"], evidence="Model")
    assert (read.zones(), read.evidence(), read.wrong) == ((Zone.ABOVE, Zone.MIXED), Evidence.MODEL, [])


def test_a_source_is_a_text_or_fields() -> None:
    checked: dict[str, Plain] = {
        "text": "Siegel 1999",
        "url": "https://doi.org/x",
        "checked_on": "2026-11-22",
        "checked": "yes",
    }
    read = fields(sources=["Ogden 2006", checked, {"text": "Dana 2018", "checked": "no"}])
    assert read.sources() == (
        Source("Ogden 2006"),
        Source("Siegel 1999", "2026-11-22", "https://doi.org/x"),
        Source("Dana 2018"),
    )
    assert read.wrong == []


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("title", ["a"], lambda f: f.line_of_text("title")),
        ("title", "x" * 301, lambda f: f.line_of_text("title")),
        ("aliases", {"a": "b"}, lambda f: f.texts("aliases")),
        ("related", [["a"]], lambda f: f.texts("related")),
        ("tags", ["x" * 101], lambda f: f.tags()),
        ("zones", ["sideways"], lambda f: f.zones()),
        ("evidence", "proven", lambda f: f.evidence()),
        ("checked_on", "2026-13-01", lambda f: f.day("checked_on")),
        ("checked_on", "yesterday", lambda f: f.day("checked_on")),
        ("sources", [{"url": "https://x.org"}], lambda f: f.sources()),
        ("sources", [["a"]], lambda f: f.sources()),
    ],
)
def test_a_field_of_another_form_is_left_out_and_named(name, value, read) -> None:  # type: ignore[no-untyped-def]
    header = fields(**{name: value})
    assert not read(header)
    assert header.wrong == [name]


def test_what_fits_in_a_list_is_kept() -> None:
    read = fields(zones=["above", "sideways"])
    assert (read.zones(), read.wrong) == ((Zone.ABOVE,), ["zones"])


def test_a_source_keeps_its_text_without_an_address_that_is_none() -> None:
    read = fields(sources=[{"text": "A", "url": "javascript:alert(1)"}])
    assert (read.sources(), read.wrong) == ((Source("A"),), ["sources"])


@pytest.mark.parametrize("text", ["http://x.org", "file:///etc/passwd", "https://x y", "https://", ' https://x.org"'])
def test_only_https_without_blanks_is_an_address(text: str) -> None:
    assert not is_address(text)
    assert is_address("https://doi.org/10.1177/0269881109354930")
