// The texts of an open editor, each with the way to show a place in it and to replace a form in it.
const SKIPPED = /(^|-)(slug|tags|url|source|source_url|sources|language|speaker|credit|authors|place|legacy_id|reviewed_by|date|time|form|instead|checks_reason|go_live_at|expire_at)$/;
const OUTSIDE = "[data-guard-why], [data-comment-input], [data-tippy-root], .comments, dialog, [role='search'], [name^='comments-']";
const TEXTS = "input[type='text'], textarea";

// The names of rows and blocks that were taken out but are kept in the form until it is saved.
function removed(root) {
  const gone = [];
  for (const mark of root.querySelectorAll("input[name$='-deleted'], input[name$='-DELETE']")) {
    const out = mark.type === "checkbox" ? mark.checked : mark.value && mark.value !== "0";
    if (out) gone.push(mark.name.replace(/(deleted|DELETE)$/, ""));
  }
  return gone;
}

function isQuoted(root, name) {
  const inBlock = /^(.*)-value-(text|translation)$/.exec(name);
  return Boolean(inBlock && root.querySelector(`input[name="${CSS.escape(inBlock[1])}-type"]`)?.value === "quote");
}

function draft(input, root) {
  const editor = input.draftailEditor;
  const wrapper = input.parentNode.querySelector("[data-draftail-editor-wrapper]");
  return editor.getEditorState().getCurrentContent().getBlocksAsArray().filter((block) => block.getText()).map((block) => {
    const key = block.getKey();
    const element = () => wrapper?.querySelector(`[data-block][data-offset-key^="${key}-"]`);
    return {
      name: input.name,
      id: input.id,
      text: block.getText(),
      quoted: block.getType() === "blockquote" || isQuoted(root, input.name),
      element,
      show: () => (element() ?? wrapper)?.scrollIntoView({ block: "center" }),
      replace: (finding, words) => replaceInDraft(editor, key, finding, words),
    };
  });
}

function replaceInDraft(editor, key, finding, words) {
  const { EditorState, Modifier, SelectionState } = window.DraftJS;
  const state = editor.getEditorState();
  const block = state.getCurrentContent().getBlockForKey(key);
  if (!block || block.getText().slice(finding.start, finding.end) !== finding.words) return false;
  const place = SelectionState.createEmpty(key).merge({ anchorOffset: finding.start, focusOffset: finding.end });
  const style = block.getInlineStyleAt(finding.start);
  const content = Modifier.replaceText(state.getCurrentContent(), place, words, style, block.getEntityAt(finding.start));
  editor.onChange(EditorState.push(state, content, "insert-characters"));
  return true;
}

function plain(input, root) {
  return {
    name: input.name,
    id: input.id,
    text: input.value,
    quoted: isQuoted(root, input.name),
    element: () => input,
    show: () => input.focus(),
    replace: (finding, words) => replaceInField(input, finding, words),
  };
}

function replaceInField(input, finding, words) {
  if (input.value.slice(finding.start, finding.end) !== finding.words) return false;
  const value = input.value.slice(0, finding.start) + words + input.value.slice(finding.end);
  // The native setter, because the editor of translations listens to it.
  const kind = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(input, value);
  for (const name of ["input", "change"]) input.dispatchEvent(new Event(name, { bubbles: true }));
  return true;
}

export function textsOf(root) {
  const gone = removed(root);
  const kept = (name) => !gone.some((start) => name.startsWith(start));
  const found = [];
  for (const input of root.querySelectorAll(`input[type='hidden'], ${TEXTS}`)) {
    if (input.draftailEditor) {
      if (kept(input.name)) found.push(...draft(input, root));
    } else if (input.matches(TEXTS) && input.value && kept(input.name) && !SKIPPED.test(input.name) && !input.closest(OUTSIDE)) {
      found.push(plain(input, root));
    }
  }
  return found;
}

// Places in the visible text of a rich-text block, for underlines; nothing changes in the page.
export function rangeIn(element, finding) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = new Range();
  let passed = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = passed + node.data.length;
    if (!begun && finding.start < end) {
      range.setStart(node, finding.start - passed);
      begun = true;
    }
    if (begun && finding.end <= end) {
      range.setEnd(node, finding.end - passed);
      return range.toString() === finding.words ? range : null;
    }
    passed = end;
  }
  return null;
}
