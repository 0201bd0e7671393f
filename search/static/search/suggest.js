/* Suggestions while a reader types: a combobox over the plain search field, which works the same without it. */

const WAIT = 140;
const SHORTEST = 2;

class Suggestions {
  constructor(box) {
    this.box = box;
    this.input = box.querySelector('input[type="search"]');
    this.kinds = { news: box.dataset.news, member: box.dataset.member, person: box.dataset.person, term: box.dataset.term, page: box.dataset.page, query: box.dataset.query };
    this.active = -1;
    this.build();
    this.listen();
  }

  build() {
    this.list = document.createElement("ul");
    this.list.id = `${this.input.id}-suggestions`;
    this.list.className = "suggestions";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.box.dataset.label);
    this.status = document.createElement("p");
    this.status.className = "unseen";
    this.status.setAttribute("role", "status");
    this.box.append(this.list, this.status);
    const said = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    Object.entries(said).forEach(([name, value]) => this.input.setAttribute(name, value));
  }

  listen() {
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), WAIT);
    });
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("focusout", (event) => {
      if (!this.box.contains(event.relatedTarget)) this.close();
    });
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest('[role="option"]');
      if (option) this.go(option);
    });
  }

  async ask() {
    const typed = this.input.value.trim();
    this.request?.abort();
    if (typed.length < SHORTEST) return this.close();
    this.request = new AbortController();
    try {
      const answer = await fetch(`${this.box.dataset.suggest}?${new URLSearchParams({ q: typed })}`, { signal: this.request.signal });
      if (!answer.ok) return this.close();
      const { suggestions } = await answer.json();
      if (document.activeElement === this.input) this.show(suggestions);
    } catch (error) {
      if (error.name !== "AbortError") this.close();
    }
  }

  show(suggestions) {
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...suggestions.map((one, place) => this.option(one, place)));
    const isOpen = suggestions.length > 0;
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    this.status.textContent = `${this.box.dataset.label}: ${suggestions.length}`;
  }

  option({ text, url, type }, place) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.url = url;
    const name = document.createElement("span");
    name.textContent = text;
    const kind = document.createElement("span");
    kind.textContent = this.kinds[type] ?? "";
    option.append(name, kind);
    return option;
  }

  key(event) {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      if (this.list.hidden) this.ask();
      else this.move(steps[event.key]);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.active >= 0 && !this.list.hidden) {
      event.preventDefault();
      this.go(this.list.children[this.active]);
    } else if (event.key === "Tab") {
      this.close();
    }
  }

  move(step) {
    const count = this.list.children.length;
    if (!count) return;
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    /* One place beyond either end is the field itself, with what was typed. */
    this.active = ((this.active + 1 + step + count + 1) % (count + 1)) - 1;
    const option = this.list.children[this.active];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  go(option) {
    this.close();
    window.location.assign(option.dataset.url);
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.status.textContent = "";
  }
}

document.querySelectorAll("[data-suggest]").forEach((box) => new Suggestions(box));
