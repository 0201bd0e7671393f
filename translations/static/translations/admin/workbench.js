// Makes the workbench quick: keys, autosave, details in place, preview beside. Everything works without it, too.

const QUIET = 1500;
const root = document.querySelector("[data-workbench]");
const rows = () => [...root.querySelectorAll("[data-segment]")];
const field = (row) => row.querySelector("textarea[name=text]");
const timers = new WeakMap();
const turns = new WeakMap();

function show(row, answer) {
  row.className = `wb-row wb-row--${answer.state}`;
  row.querySelector("[data-state]").textContent = answer.label;
  row.querySelector("[data-findings]").innerHTML = answer.findings;
  row.querySelector("[name=seen]").value = answer.seen;
  field(row).dataset.kept = field(row).value;
}

// What a row sends goes one after the other, so that a person is never in conflict with an autosave of their own.
function send(row, action) {
  clearTimeout(timers.get(row));
  const turn = (turns.get(row) ?? Promise.resolve()).then(() => sendNow(row, action));
  turns.set(row, turn);
  return turn;
}

async function sendNow(row, action) {
  const form = row.querySelector("form.wb-target");
  const note = row.querySelector("[data-saved]");
  const body = new FormData(form);
  body.set("action", action);
  const text = field(row).value;
  try {
    const response = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "application/json" } });
    const answer = await response.json();
    if (!response.ok) {
      note.textContent = answer.message ?? note.dataset.failed;
      return null;
    }
    if (field(row).value === text) show(row, answer);
    else row.querySelector("[name=seen]").value = answer.seen;
    note.textContent = note.dataset.kept;
    refreshPreview();
    return answer;
  } catch {
    note.textContent = note.dataset.failed;
    return null;
  }
}

function insert(area, text) {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
}

function take(row, text, origin = "memory") {
  field(row).value = text;
  row.querySelector("[name=origin]").value = origin;
  field(row).dispatchEvent(new Event("input", { bubbles: true }));
  field(row).focus();
}

function step(row, by) {
  const list = rows();
  const next = list[list.indexOf(row) + by];
  if (next) field(next).focus();
}

function nextOpen(row) {
  const list = rows();
  const at = list.indexOf(row);
  const open = /wb-row--(new|machine|fuzzy|draft)/;
  const next = [...list.slice(at + 1), ...list.slice(0, at)].find((one) => open.test(one.className));
  (next ? field(next) : row.querySelector("button")).focus();
}

async function finish(row, action) {
  const answer = await send(row, action);
  if (answer?.done) nextOpen(row);
}

function unescaped(html) {
  const holder = document.createElement("textarea");
  holder.innerHTML = html.replaceAll("<", "&lt;");
  return holder.value;
}

const KEYS = {
  ArrowDown: (row) => step(row, 1),
  ArrowUp: (row) => step(row, -1),
  m: (row) => row.querySelector("[data-take]")?.click(),
  s: (row) => take(row, unescaped(row.querySelector("[data-source]").dataset.source), ""),
  k: (row) => finish(row, "keep"),
};

root.addEventListener("keydown", (event) => {
  const row = event.target.closest("[data-segment]");
  if (!row || !event.target.matches("textarea[name=text]") || event.target.readOnly) return;
  const term = /^Digit[1-9]$/.test(event.code) ? Number(event.code.slice(5)) : 0;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    finish(row, "done");
  } else if (event.altKey && term) {
    event.preventDefault();
    row.querySelectorAll("[data-insert]")[term - 1]?.click();
  } else if (event.altKey && KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key](row);
  }
});

root.addEventListener("input", (event) => {
  if (!event.target.matches("textarea[name=text]")) return;
  const row = event.target.closest("[data-segment]");
  const limit = row.querySelector("[data-limit]");
  if (limit) limit.textContent = `${event.target.value.length} / ${limit.dataset.limit}`;
  row.querySelector("[data-saved]").textContent = "…";
  clearTimeout(timers.get(row));
  timers.set(row, setTimeout(() => send(row, "save"), QUIET));
});

root.addEventListener("click", async (event) => {
  const row = event.target.closest("[data-segment]");
  const insertButton = event.target.closest("[data-insert]");
  const takeButton = event.target.closest("[data-take]");
  const details = event.target.closest("[data-details]");
  if (insertButton) insert(field(row), insertButton.dataset.insert);
  else if (takeButton) take(row, takeButton.dataset.take);
  else if (details && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    const box = row.querySelector("[data-details-box]");
    if (box.hidden) box.innerHTML = await (await fetch(`${details.getAttribute("href")}?part=1`)).text();
    box.hidden = !box.hidden;
  } else if (event.target.closest("[data-preview-toggle]")) {
    event.preventDefault();
    togglePreview();
  }
});

root.addEventListener("submit", (event) => {
  const row = event.target.closest("[data-segment]");
  if (!row || !event.target.matches("form.wb-target") || !event.submitter) return;
  event.preventDefault();
  finish(row, event.submitter.value);
});

const preview = root.querySelector("[data-preview]");
const frame = preview?.querySelector("iframe");

function togglePreview() {
  preview.hidden = !preview.hidden;
  if (!preview.hidden) frame.src = frame.dataset.src;
}

function refreshPreview() {
  if (preview && !preview.hidden) frame.src = frame.dataset.src;
}

for (const row of rows()) field(row).dataset.kept = field(row).value;
addEventListener("beforeunload", (event) => {
  if (rows().some((row) => field(row).value !== field(row).dataset.kept)) event.preventDefault();
});
