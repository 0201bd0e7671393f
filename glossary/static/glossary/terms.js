// A click on a marked term shows its explanation; without this script, or with a modifier key, it is a plain link.

const opened = (event) => !(event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

function connect(link) {
  const note = document.getElementById(link.dataset.note);
  if (!note) return;
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
  link.setAttribute("aria-controls", note.id);
  note.addEventListener("toggle", (event) => {
    const open = event.newState === "open";
    link.setAttribute("aria-expanded", String(open));
    if (open) place(note, link);
  });
  const show = (event) => {
    event.preventDefault();
    if (note.matches(":popover-open")) note.hidePopover();
    else note.showPopover({ source: link });
  };
  link.addEventListener("click", (event) => opened(event) && show(event));
  link.addEventListener("keydown", (event) => event.key === " " && show(event));
}

// Below the word, or above it where there is no room; a narrow window shows it at its lower edge by itself.
function place(note, link) {
  const word = link.getClientRects()[0];
  if (!word || window.innerWidth < 640) return note.removeAttribute("style");
  const box = note.getBoundingClientRect();
  const below = word.bottom + 8 + box.height <= window.innerHeight;
  const left = Math.max(16, Math.min(word.left, document.documentElement.clientWidth - box.width - 16));
  Object.assign(note.style, {
    inset: "auto",
    left: `${left}px`,
    top: `${Math.max(8, below ? word.bottom + 8 : word.top - 8 - box.height)}px`,
  });
}

if (HTMLElement.prototype.hasOwnProperty("popover")) {
  document.querySelectorAll("a.term[data-note]").forEach(connect);
}
