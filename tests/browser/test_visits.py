"""What a visitor meets: addresses, uploads, refusals, and no word to other servers."""

import re

import pytest
from playwright.sync_api import Page, expect

PAGES = ("log", "recovery", "cohorts", "plan", "evidence")
SHEET = "\n".join(
    [
        "date;sets;reps;added weight (kg);pain during (0-10);pain next morning (0-10)",
        *(f"{d}.3.2026;3;15;{d // 7 * 2},5;{8 - d // 5};{9 - d // 4}" for d in range(1, 29)),
    ]
)
REFUSED = {
    "empty.csv": b"",
    "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "paper.csv": b"%PDF-1.7\n" + bytes(64),
    "header.csv": b"date,sets,reps\n",
    "no_date.csv": b"sets,reps\n3,15\n",
    "future.csv": b"date,sets,reps\n2999-01-01,3,15\n",
    "bomb.xlsx": b"PK\x03\x04" + bytes(200),
}


def upload(page: Page, name: str, data: bytes) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": data}
    )


def open_example(page: Page, server: str, title: str) -> None:
    page.goto(f"{server}/log")
    page.get_by_role("button", name=title).click()
    expect(page.locator("[data-testid=stVegaLiteChart] svg, canvas").first).to_be_visible(
        timeout=30_000
    )


@pytest.mark.parametrize("name", PAGES)
def test_first_visit_of_a_fresh_server_to_a_page_shows_the_whole_app(page, fresh_server, name):
    page.goto(f"{fresh_server}/{name}")
    expect(page.get_by_role("heading", name=name.capitalize(), exact=True)).to_be_visible(
        timeout=30_000
    )
    for other in PAGES:
        expect(page.get_by_role("link", name=other.capitalize(), exact=True)).to_be_visible()
    assert page.title() != "Streamlit"


def test_a_hand_kept_sheet_leads_to_a_visible_chart(page, server):
    page.goto(f"{server}/log")
    upload(page, "tendon.csv", SHEET.encode())
    expect(page.get_by_role("heading", name="Recovery", exact=True)).to_be_visible(timeout=30_000)
    expect(page.locator("[data-testid=stVegaLiteChart]").first).to_be_visible(timeout=30_000)
    expect(page.get_by_text(re.compile("of 100 over the last 7 days")).first).to_be_visible()


def test_no_refused_file_shows_a_traceback_or_closes_what_is_open(page, server):
    open_example(page, server, "One person")
    page.get_by_role("link", name="Log", exact=True).click()
    expect(page.get_by_role("heading", name="Log", exact=True)).to_be_visible()
    for name, data in REFUSED.items():
        upload(page, name, data)
        expect(page.get_by_text(f"{name} was not used.")).to_be_visible(timeout=30_000)
        assert "Traceback" not in page.inner_text("body")
        expect(page.get_by_text("one_person.csv").first).to_be_visible()


def test_nothing_is_asked_of_any_other_server(page, server):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    open_example(page, server, "A trial of 60")
    for name in PAGES:
        page.get_by_role("link", name=name.capitalize(), exact=True).click()
        expect(page.get_by_role("heading", name=name.capitalize(), exact=True)).to_be_visible()
    own = (server, server.replace("http", "ws"), "data:", "blob:")
    assert len(asked) > 10
    assert [url for url in asked if not url.startswith(own)] == []


def test_what_one_visitor_opens_no_other_visitor_sees(browser, server):
    first, second = browser.new_context().new_page(), browser.new_context().new_page()
    open_example(first, server, "One person")
    second.goto(f"{server}/recovery")
    expect(second.get_by_text("No log is open yet")).to_be_visible(timeout=30_000)


def test_settings_go_into_the_link_and_nobody_is_named_there(page, server):
    open_example(page, server, "A trial of 60")
    week = page.get_by_role("spinbutton", name="At week")
    week.fill("10")
    week.press("Enter")
    expect(page).to_have_url(re.compile("week=10"))
    assert set(re.findall(r"[?&](\w+)=", page.url)) <= {"by", "week", "context", "cohort_context"}


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_each_page_without_sideways_scrolling(browser, server, name):
    phone = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    open_example(phone, server, "One person")
    phone.goto(f"{server}/{name}")
    expect(phone.get_by_role("heading", name=name.capitalize(), exact=True)).to_be_visible(
        timeout=30_000
    )
    phone.wait_for_timeout(500)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("outcome", ["pain", "share+of+people"])
def test_simulated_studies_can_be_stopped_and_gone_on_with(page, server, outcome):
    page.goto(f"{server}/plan?plan_studies=5000&plan_outcome={outcome}")
    page.get_by_text("Simulate such studies").click(timeout=30_000)
    page.get_by_role("button", name="Simulate 5,000 studies").click()
    expect(page.get_by_text(re.compile("^[0-9]+ of 5,000 studies"))).to_be_visible(timeout=30_000)
    # While it runs Streamlit may show a Stop of its own above the page.
    page.get_by_test_id("stMain").get_by_role("button", name="Stop").click()
    rest = page.get_by_role("button", name=re.compile("^Simulate 4,[0-9]+ studies more$"))
    expect(rest).to_be_visible(timeout=30_000)
    expect(page.get_by_text(re.compile("of [0-9]+ simulated studies, Wilson"))).to_be_visible()
    left = rest.inner_text()
    page.wait_for_timeout(1000)
    assert rest.inner_text() == left
