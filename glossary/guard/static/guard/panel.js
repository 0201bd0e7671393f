// Shows which forms better avoided stand in an open editor, a moment after each change; the server decides what counts.
const WAIT = 900;
const QUIET_NOTES = 40;
const words = JSON.parse(document.getElementById("guard-words").textContent);
// By its own address, since files are served under names that change with their content.
const { rangeIn, textsOf } = await import(words.fields);
const root = document.querySelector("form[data-edit-form]") ?? document.querySelector("#page-edit-form") ?? document.querySelector("main");
const panel = document.getElementById("guard-panel").content.firstElementChild.cloneNode(true);
const part = (name) => panel.querySelector(`[data-guard-${name}]`);
let texts = [];
let last = "";
let page = null;
let turn = 0;
let timer = 0;

function stand() {
  const checks = root.querySelector("[data-news-checks]")?.closest("section");
  const tab = root.querySelector("[role='tabpanel'], .w-tabs__panel") ?? root;
  if (checks) checks.after(panel);
  else if (tab !== root) tab.append(panel);
  else root.querySelector("footer") ? root.querySelector("footer").before(panel) : root.append(panel);
}

async function post(address, data) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token };
  return fetch(address, { method: "POST", headers, body: JSON.stringify(data) });
}

function underline(findings) {
  if (!CSS.highlights) return;
  for (const [name, grave] of [["guard-offensive", true], ["guard-other", false]]) {
    const ranges = findings.filter((one) => !one.quiet && (one.severity === "offensive") === grave).flatMap((one) => {
      const element = texts[one.text].element();
      const range = element && !("value" in element) ? rangeIn(element, one) : null;
      return range ? [range] : [];
    });
    CSS.highlights.set(name, new Highlight(...ranges));
  }
}

function labelOf(text) {
  const label = text.id && root.querySelector(`label[for="${CSS.escape(text.id)}"]`);
  const block = text.element()?.closest("[data-contentpath]")?.querySelector("[data-panel-heading-text], label");
  return (label || block)?.textContent.trim().replace(/\s*\*$/, "") ?? "";
}

function item(finding, answer) {
  const line = document.getElementById("guard-finding").content.firstElementChild.cloneNode(true);
  const at = (name) => line.querySelector(`[data-guard-${name}]`);
  const text = texts[finding.text];
  line.dataset.severity = finding.severity;
  at("severity").textContent = `${finding.severity_label}:`;
  at("words").textContent = finding.words;
  at("words").lang = answer.language;
  at("show").textContent = labelOf(text) || words.show;
  at("show").title = words.show;
  at("show").addEventListener("click", () => text.show());
  at("reason").textContent = finding.note || finding.reason;
  if (!finding.note && finding.reason_language) at("reason").lang = finding.reason_language;
  finding.url ? (at("term").href = finding.url) : at("term").remove();
  offer(at("replace"), finding, text, answer.language);
  if (!finding.quiet) leave(at, finding, answer);
  return line;
}

function offer(button, finding, text, language) {
  if (!finding.preferred || finding.quiet) {
    button.remove();
    return;
  }
  button.textContent = words.instead.replace("{form}", finding.preferred);
  button.dataset.guardForm = finding.preferred;
  button.lang = language;
  button.addEventListener("click", () => {
    if (text.replace(finding, finding.preferred)) ask();
    else button.replaceWith(words.gone);
  });
}

function leave(at, finding, answer) {
  const may = finding.severity === "offensive" ? answer.may_allow.offensive : answer.may_allow.other;
  if (!may) {
    const hint = document.createElement("p");
    hint.className = "guard__reason";
    // Pictures and snippets have no form left on them: there is nothing to say.
    hint.textContent = answer.new ? words.unsaved : answer.page && finding.severity === "offensive" ? words.moderator : "";
    if (hint.textContent) at("reason").after(hint);
    return;
  }
  at("allow").hidden = false;
  at("why").addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  at("allow-now").addEventListener("click", async () => {
    const address = words.allow.replace("/0/", `/${answer.page}/`);
    const done = await post(address, { form: finding.form, reason: at("why").value }).catch(() => null);
    if (done?.ok) ask(true);
    else at("error").textContent = (await done?.json().catch(() => null))?.error ?? words.refused;
  });
}

function allowedItem(one) {
  const line = document.createElement("li");
  const name = document.createElement("b");
  const button = document.createElement("button");
  name.textContent = one.form;
  button.type = "button";
  button.className = "button button-small button-secondary";
  button.textContent = words.forbid;
  button.addEventListener("click", async () => {
    const done = await post(`${words.allow.replace("/0/", `/${page}/`)}${one.id}/forbid/`, {}).catch(() => null);
    if (done?.ok) ask(true);
  });
  line.append(name, `: ${one.reason} `, button);
  return line;
}

function show(answer) {
  const busy = panel.querySelector("[data-guard-why]:focus");
  if (busy?.value) return;
  const open = answer.findings.filter((one) => !one.quiet);
  const notes = answer.findings.filter((one) => one.quiet).slice(0, QUIET_NOTES);
  page = answer.page;
  part("state").textContent = open.length ? `${words.some} ${open.length}` : words.none;
  part("findings").replaceChildren(...open.map((one) => item(one, answer)));
  part("notes").replaceChildren(...notes.map((one) => item(one, answer)));
  part("quiet").hidden = !notes.length;
  part("quiet-count").textContent = `${words.notes} ${notes.length}`;
  part("allowed").replaceChildren(...answer.allowed.map(allowedItem));
  part("allowed-box").hidden = !answer.allowed.length;
  underline(answer.findings);
}

async function ask(again = false) {
  texts = textsOf(root);
  const asked = { path: location.pathname, texts: texts.map(({ name, text, quoted }) => ({ name, text, quoted })) };
  const said = JSON.stringify(asked);
  if (said === last && !again) return;
  last = said;
  const mine = ++turn;
  const answer = await post(words.check, asked).catch(() => null);
  if (mine !== turn) return;
  if (answer?.ok) show(await answer.json());
  else {
    last = "";
    part("state").textContent = words.failed;
  }
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(() => ask(), WAIT);
}

function goToField() {
  const name = location.hash.startsWith("#field-") ? CSS.escape(decodeURIComponent(location.hash.slice(7))) : "";
  const field = name && root.querySelector(`[name="${name}"], [name^="${name}-"]`);
  (field?.closest("section, [data-field-wrapper]") ?? field)?.scrollIntoView({ block: "center" });
}

if (root) {
  stand();
  for (const name of ["input", "change"]) root.addEventListener(name, later);
  document.addEventListener("w-autosave:success", later);
  new MutationObserver((changes) => {
    if (!changes.every((change) => panel.contains(change.target))) later();
  }).observe(root, { childList: true, characterData: true, subtree: true });
  addEventListener("load", goToField);
  later();
}
