// The editor saves by itself. A button that is pressed meanwhile waits until that is done, so that what it sends goes
// to the page that has just been made, and not into a second one.
const LONGEST_WAIT = 8000;
const running = new WeakSet();
const waiting = new WeakMap();

function goOn(form) {
  running.delete(form);
  const held = waiting.get(form);
  if (!held) return;
  waiting.delete(form);
  clearTimeout(held.timer);
  // A button that shows its progress is disabled, and would not be sent.
  if (held.submitter) held.submitter.disabled = false;
  form.requestSubmit(held.submitter);
}

document.addEventListener("w-autosave:save", (event) => {
  if (!event.defaultPrevented) running.add(event.target);
});
for (const name of ["success", "error"]) {
  document.addEventListener(`w-autosave:${name}`, (event) => goOn(event.target));
}

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!running.has(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (waiting.has(form)) return;
    waiting.set(form, { submitter: event.submitter, timer: setTimeout(() => goOn(form), LONGEST_WAIT) });
  },
  true,
);
