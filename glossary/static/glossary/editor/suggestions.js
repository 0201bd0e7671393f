// Finds terms of the glossary in the running texts of the form and marks their first mention with one click.

const WAIT = 1500;
const WORD = /[\p{L}\p{M}\p{N}]/u;
const template = document.getElementById("glossary-suggestions");
const pageAt = /\/pages\/(?:(\d+)\/edit|add\/\w+\/\w+\/(\d+))\//.exec(location.pathname);
const ADDRESS = "glossary/forms-of/";
let panel;

const editors = () => [...document.querySelectorAll("form input[type=hidden]")].filter((input) => input.draftailEditor?.getEditorState);
const raw = (input) => window.Draftail.serialiseEditorStateToRaw(input.draftailEditor.getEditorState()) ?? { blocks: [], entityMap: {} };
const fold = (text) => text.toLowerCase();

// Entities of Draft.js count in units of UTF-16, as strings do here.
function isFree(block, start, end) {
  const whole = !WORD.test(block.text[start - 1] ?? "") && !WORD.test(block.text[end] ?? "");
  return whole && !block.entityRanges.some((range) => range.offset < end && start < range.offset + range.length);
}

function place(block, form) {
  const text = fold(block.text);
  const wanted = fold(form);
  if (text.length !== block.text.length) return -1;
  for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
    if (isFree(block, start, start + wanted.length)) return start;
  }
  return -1;
}

function marked(states) {
  const entities = states.flatMap(({ state }) => Object.values(state.entityMap));
  return new Set(entities.filter((entity) => entity.type === "TERM").map((entity) => entity.data.key));
}

function suggestions(forms) {
  const states = editors().map((input) => ({ input, state: raw(input) }));
  const done = marked(states);
  const found = [];
  for (const form of forms) {
    if (done.has(form.key)) continue;
    for (const { input, state } of states) {
      const index = state.blocks.findIndex((block) => place(block, form.form) >= 0);
      if (index < 0) continue;
      done.add(form.key);
      found.push({ ...form, input, index, offset: place(state.blocks[index], form.form), text: state.blocks[index].text });
      break;
    }
  }
  return found;
}

function mark({ input, index, offset, form, key, title }) {
  const state = raw(input);
  const entity = String(Math.max(-1, ...Object.keys(state.entityMap).map(Number)) + 1);
  state.entityMap[entity] = { type: "TERM", mutability: "MUTABLE", data: { key, title } };
  state.blocks[index].entityRanges.push({ offset, length: form.length, key: Number(entity) });
  input.draftailEditor.onChange(window.Draftail.createEditorStateFromRaw(state));
}

function line(found) {
  const item = document.createElement("li");
  const words = document.createElement("span");
  words.textContent = `${found.text.slice(found.offset, found.offset + found.form.length)} → ${found.title} `;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "button button-small", textContent: panel.dataset.mark });
  button.setAttribute("aria-label", `${panel.dataset.mark}: ${found.title}`);
  button.addEventListener("click", () => {
    const now = suggestions([found])[0];
    if (now) mark(now);
    button.replaceWith(panel.dataset.marked);
  });
  item.append(words, button);
  return item;
}

async function start() {
  const form = document.querySelector("form[data-edit-form], #page-edit-form");
  if (!form || !editors().length) return;
  const root = location.pathname.slice(0, pageAt.index + 1);
  const answer = await fetch(`${root}${ADDRESS}${pageAt[1] ?? pageAt[2]}/`, { credentials: "same-origin" });
  if (!answer.ok) return;
  const { forms } = await answer.json();
  panel = template.content.cloneNode(true).firstElementChild;
  (form.querySelector("#tab-content") ?? form).append(panel);
  const look = () => {
    const found = suggestions(forms);
    panel.querySelector("[data-glossary-list]").replaceChildren(...found.map(line));
    panel.querySelector("[data-glossary-none]").hidden = found.length > 0;
  };
  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, WAIT);
  });
  panel.querySelector("[data-glossary-again]").addEventListener("click", look);
  look();
}

if (template && pageAt) {
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start, { once: true });
}
