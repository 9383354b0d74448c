"""Mails: the plain part first, the header's words stated."""

import random
from datetime import date
from email.message import EmailMessage
from pathlib import Path

from tests.ingest.reading import reason, report_of

BODY = """BAGHDAD (AFP) - Three people were hurt on Monday when a rocket struck a
market in the north of the town, officials and residents said in the after-
noon.

The mayor denied that soldiers had been there.
"""


JOINED = "Three people were hurt on Monday when a rocket struck a market in the north of the town, officials and residents said in the afternoon."


def mail(plain: str | None = BODY, html: str | None = None, **header: str) -> bytes:
    message = EmailMessage()
    for name, value in (
        {
            "From": "AFP Desk <desk@afp.com>",
            "Subject": "Fwd: Rocket hits market",
            "Date": "Mon, 05 Feb 2024 23:10:00 +0300",
        }
        | header
    ).items():
        message[name] = value
    if plain is not None:
        message.set_content(plain, cte="8bit")
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def test_the_plain_part_and_the_header(tmp_path: Path) -> None:
    data = mail(html="<p>Something else.</p>")
    report = report_of(data, ".eml", tmp_path)
    assert report.text.split("\n") == [
        f"BAGHDAD (AFP) - {JOINED}",
        "",
        "The mayor denied that soldiers had been there.",
    ]
    assert (report.title, report.agency, report.dateline) == ("Rocket hits market", "AFP", "BAGHDAD")
    assert report.published.start == date(2024, 2, 5)
    original = data.decode()
    assert report.offset_map
    for piece in report.offset_map:
        assert report.text[piece.start : piece.end] == original[piece.origin : piece.origin + piece.end - piece.start]


def test_a_mail_of_html_only(tmp_path: Path) -> None:
    page = "<html><body><p>Three people were hurt when a rocket struck a market in the north of the town.</p></body></html>"
    message = EmailMessage()
    message["Subject"] = "Market"
    message.set_content(page, subtype="html")
    report = report_of(message.as_bytes(), ".eml", tmp_path)
    assert report.text.startswith("Three people were hurt")
    assert not report.published.known


def test_a_mail_without_its_ending(tmp_path: Path) -> None:
    report = report_of(b"Received: from a by b;\n Mon, 5 Feb 2024\n" + mail(), "", tmp_path)
    assert report.media_type == "message/rfc822"


def test_a_broken_header_costs_only_itself(tmp_path: Path) -> None:
    data = b"From: =?utf-8?b?broken\nDate: yesterday\nContent-Type: text/plain; charset=no-such\n\nThree people were hurt.\n"
    report = report_of(data, ".eml", tmp_path)
    assert report.text == "Three people were hurt."
    assert not report.published.known


def test_a_mail_without_text(tmp_path: Path) -> None:
    assert "no text" in reason(mail(plain=""), ".eml", tmp_path)


def test_binary_data_that_is_named_mail_is_refused(tmp_path: Path) -> None:
    data = random.Random(1).randbytes(4000)
    assert reason(data, ".eml", tmp_path) == "It holds binary data, not text."
