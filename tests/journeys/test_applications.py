"""A town hall applies in French without JavaScript; the officer answers and accepts, and types nothing twice."""

import re
import secrets

from playwright.sync_api import expect


def choose(page, field, value):
    """Choose from a list by its value."""
    page.locator(f"#field-{field}").select_option(value)


def go_on(page):
    """Press the button that leads on."""
    page.get_by_role("button", name="Continuer").click()


def apply_in_french(page, name):
    """Fill in the form to join and send it; returns the reference number and the address of the applicant."""
    address = f"elena@{secrets.token_hex(4)}.example.org"
    page.goto("/fr/adherer/")
    page.get_by_role("link", name="Aller au formulaire").click()
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("Entrez le nom de la collectivité.")
    page.get_by_role("link", name="Entrez le nom de la collectivité.").click()
    expect(page.locator("#field-organisation")).to_be_focused()
    page.keyboard.type(name)
    choose(page, "authority_kind", "municipality")
    choose(page, "country", "MK")
    go_on(page)
    for field, words in {
        "leader": "Ivan Jordanov",
        "contact_name": "Elena Stojanova",
        "contact_function": "Cheffe de service",
        "contact_email": address,
    }.items():
        page.locator(f"#field-{field}").fill(words)
    go_on(page)
    page.locator("#field-done").fill("Une école maternelle.")
    go_on(page)
    go_on(page)
    expect(page.locator("dl").filter(has_text="Elena Stojanova")).to_be_visible()
    page.get_by_role("checkbox", name="J’ai lu ce texte").check()
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nous l’avons bien reçu")
    return page.locator(".reference").inner_text(), address


def test_from_the_form_to_the_profile(open_page, logged_in, letter_to):
    name = f"Commune de Štip {secrets.token_hex(3)}"
    reader = open_page("/fr/adherer/", java_script_enabled=False)
    earlier, _address = apply_in_french(reader, name)
    reference, address = apply_in_french(reader, name.replace("Commune de", "Ville de"))
    assert reader.context.cookies() == []

    officer = logged_in("officer")
    actions = 0
    officer.goto("/admin/applications/")
    officer.get_by_role("link", name=name.replace("Commune de", "Ville de")).click()
    officer.wait_for_url(re.compile(r"/admin/applications/\d+/$"))
    actions += 1
    expect(officer.locator("body")).to_contain_text(reference)
    expect(officer.locator("li").filter(has_text="same authority")).to_contain_text(earlier)
    officer.locator("#ask summary").click()
    officer.locator("#ask textarea").fill("Quand le conseil décide-t-il ?")
    officer.get_by_role("button", name="Send the question").click()
    actions += 2
    expect(officer.locator("body")).to_contain_text("Question asked")

    letter = letter_to(address, reference)
    question = letter_to(address, "Une question")
    assert "/fr/application/" in letter
    reader.goto(re.search(r"https?://\S+/fr/application/\S+", question)[0])
    expect(reader.get_by_role("heading", level=1)).to_contain_text(reference)
    expect(reader.locator("body")).to_contain_text("Quand le conseil décide-t-il ?")
    reader.get_by_label("Votre réponse").fill("Le 12 janvier.")
    reader.get_by_role("button", name="Envoyer la réponse").click()
    expect(reader.get_by_role("status")).to_contain_text("Nous avons bien reçu votre réponse")

    officer.reload()
    expect(officer.locator("body")).to_contain_text("Le 12 janvier.")
    expect(officer.locator("body")).to_contain_text("In review")
    officer.get_by_role("link", name="Accept …").click()
    officer.get_by_role("button", name="Accept", exact=True).click()
    actions += 2
    officer.get_by_role("link", name="Open the profile").first.click()
    actions += 1
    expect(officer.locator("#id_title")).to_have_value(name.replace("Commune de", "Ville de"))
    expect(officer.locator("body")).to_contain_text("Ivan Jordanov")
    assert actions <= 11
