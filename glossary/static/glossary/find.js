// Shows what fits while somebody types or chooses; without this script the button does the same.

const form = document.querySelector("[data-glossary-find]");
const region = document.querySelector("[data-glossary-terms]");
const WAIT = 250;
let timer;
let running;

async function show() {
  running?.abort();
  running = new AbortController();
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  const url = query.size ? `?${query}` : location.pathname;
  try {
    const answer = await fetch(url, { signal: running.signal });
    if (!answer.ok) return;
    const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-glossary-terms]");
    region.replaceChildren(...found.childNodes);
    history.replaceState(null, "", url);
  } catch (error) {
    if (error.name !== "AbortError") form.submit();
  }
}

if (form && region) {
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, WAIT);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    show();
  });
}
