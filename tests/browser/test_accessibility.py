"""axe over every page in both themes; what Streamlit itself leaves open is listed."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

SERIOUS = {"serious", "critical"}
STREAMLITS_OWN = {"exclude": [["[data-testid=stSidebarNavItems]"]]}
"""The navigation's list, whose items Streamlit nests: a page cannot mend it."""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["log", "recovery", "cohorts", "plan", "evidence"])
def test_axe_finds_nothing_serious(browser, server, name, theme):
    page = browser.new_context(color_scheme=theme).new_page()
    page.goto(f"{server}/log")
    page.get_by_role("button", name="A trial of 60").click()
    expect(page.get_by_role("heading", name="Cohorts", exact=True)).to_be_visible(timeout=30_000)
    page.get_by_role("link", name=name.capitalize(), exact=True).click()
    expect(page.get_by_role("heading", name=name.capitalize(), exact=True)).to_be_visible()
    page.wait_for_timeout(2500)
    found = Axe().run(page, context=STREAMLITS_OWN).response["violations"]
    serious = {rule["id"]: rule["nodes"][0]["html"] for rule in found if rule["impact"] in SERIOUS}
    assert serious == {}
