"""What a page costs a reader on a slow line."""

import pytest

HOME_BYTES, HOME_REQUESTS = 120 * 1024, 12


def cost(page, path):
    """Load an address with an empty cache and return (bytes on the wire, number of requests)."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes = {}
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    page.goto(path, wait_until="networkidle")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(500)
    page.wait_for_load_state("networkidle")
    return sum(sizes.values()), len(sizes)


@pytest.mark.parametrize("path", ["/en/", "/fr/", "/rom/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_front_page_is_light(open_page, path, width):
    page = open_page("about:blank", viewport={"width": width, "height": 900})
    size, requests = cost(page, path)
    assert size <= HOME_BYTES, f"{size / 1024:.1f} KiB"
    assert requests <= HOME_REQUESTS
