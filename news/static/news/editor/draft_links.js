// Makes a link to the draft without leaving the editor; without it the button leads to the page of links.
document.querySelectorAll("[data-news-draft-links]").forEach((panel) => {
  const button = panel.querySelector("[data-news-make-link]");
  const place = panel.querySelector("[data-news-made-link]");
  if (!button || panel.dataset.watched) return;
  panel.dataset.watched = "yes";
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    const token = panel.closest("form")?.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
    const body = new FormData();
    body.set("csrfmiddlewaretoken", token);
    const answer = await fetch(button.href, { method: "POST", body, headers: { Accept: "application/json" } });
    if (!answer.ok) {
      location.assign(button.href);
      return;
    }
    const { url } = await answer.json();
    const link = document.createElement("a");
    link.href = url;
    link.textContent = url;
    place.replaceChildren(link);
  });
});
