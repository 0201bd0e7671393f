// Asks the server for the checks of what is being written, a moment after each change; without it they show on saving.
const WAIT = 900;

function shown(panel, findings) {
  const list = document.createElement("ul");
  for (const finding of findings) {
    const item = document.createElement("li");
    item.className = `news-checks__${finding.level}`;
    const name = document.createElement("b");
    name.textContent = `${finding.lead} `;
    item.append(name, finding.message);
    list.append(item);
  }
  if (findings.length) return list;
  const ready = document.createElement("p");
  ready.textContent = panel.dataset.ready;
  return ready;
}

function watch(panel) {
  const form = panel.closest("form");
  const place = panel.querySelector("[data-news-checks-list]");
  if (!form || panel.dataset.watched) return;
  panel.dataset.watched = "yes";
  let timer = 0;
  let asked = 0;
  async function ask() {
    const turn = ++asked;
    const answer = await fetch(panel.dataset.address, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    if (answer.ok && turn === asked) place.replaceChildren(shown(panel, (await answer.json()).findings));
  }
  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => ask().catch(() => {}), WAIT);
  }
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  document.addEventListener("w-autosave:success", later);
  new MutationObserver((changes) => {
    if (!changes.every((change) => panel.contains(change.target))) later();
  }).observe(form, { childList: true, subtree: true });
}

document.querySelectorAll("[data-news-checks]").forEach(watch);
