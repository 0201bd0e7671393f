/* The map of members: larger, smaller and moved, by buttons, keys, wheel and finger. Without this it is a map of links. */

const LARGEST = 8
const STEP = 1.6
const MOVE = 60

class MovableMap {
  constructor(figure) {
    this.figure = figure
    this.frame = figure.querySelector(".map__frame")
    this.scale = 1
    this.x = 0
    this.y = 0
    this.fingers = new Map()
    this.wrap()
    this.addTools()
    this.listen()
  }

  wrap() {
    this.stage = document.createElement("div")
    this.stage.className = "map__stage"
    this.stage.append(...this.frame.childNodes)
    this.frame.append(this.stage)
    this.frame.tabIndex = 0
    this.frame.setAttribute("role", "group")
    this.frame.setAttribute("aria-label", this.figure.dataset.help)
  }

  addTools() {
    const tools = document.createElement("div")
    tools.className = "map__tools"
    this.larger = this.button("+", this.figure.dataset.larger, () => this.zoom(STEP))
    this.smaller = this.button("−", this.figure.dataset.smaller, () => this.zoom(1 / STEP))
    this.whole = this.button(this.figure.dataset.whole, "", () => this.show(1, 0, 0))
    tools.append(this.larger, this.smaller, this.whole)
    this.figure.prepend(tools)
    this.show(1, 0, 0)
    // On a narrow screen the map scrolls in its frame: it opens in the middle.
    this.frame.scrollLeft = (this.frame.scrollWidth - this.frame.clientWidth) / 2
  }

  button(text, label, act) {
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = text
    if (label) button.setAttribute("aria-label", label)
    button.addEventListener("click", act)
    return button
  }

  listen() {
    this.frame.addEventListener("keydown", (event) => this.onKey(event))
    this.frame.addEventListener("wheel", (event) => this.onWheel(event), { passive: false })
    this.frame.addEventListener("pointerdown", (event) => this.onDown(event))
    this.frame.addEventListener("pointermove", (event) => this.onMove(event))
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
      this.frame.addEventListener(name, (event) => this.fingers.delete(event.pointerId))
    }
    this.frame.addEventListener("click", (event) => this.onClick(event), true)
    this.frame.addEventListener("focusin", (event) => this.bringIn(event.target))
  }

  zoom(factor, point) {
    const box = this.frame.getBoundingClientRect()
    const at = point ?? { x: box.width / 2, y: box.height / 2 }
    const scale = Math.min(LARGEST, Math.max(1, this.scale * factor))
    const grown = scale / this.scale
    this.show(scale, at.x - (at.x - this.x) * grown, at.y - (at.y - this.y) * grown)
  }

  show(scale, x, y) {
    const width = this.stage.offsetWidth
    const height = this.stage.offsetHeight
    this.scale = scale
    this.x = Math.min(0, Math.max(x, width - width * scale))
    this.y = Math.min(0, Math.max(y, height - height * scale))
    this.stage.style.setProperty("--map-scale", this.scale)
    this.stage.style.setProperty("--map-x", `${this.x}px`)
    this.stage.style.setProperty("--map-y", `${this.y}px`)
    this.frame.toggleAttribute("data-zoomed", scale > 1)
    this.larger.disabled = scale >= LARGEST
    this.smaller.disabled = scale <= 1
    this.whole.disabled = scale <= 1
  }

  onKey(event) {
    if (event.target !== this.frame || event.ctrlKey || event.metaKey || event.altKey) return
    const moves = { ArrowLeft: [MOVE, 0], ArrowRight: [-MOVE, 0], ArrowUp: [0, MOVE], ArrowDown: [0, -MOVE] }
    if (event.key in moves && this.scale > 1) {
      const [dx, dy] = moves[event.key]
      this.show(this.scale, this.x + dx, this.y + dy)
    } else if (event.key === "+" || event.key === "=") {
      this.zoom(STEP)
    } else if (event.key === "-") {
      this.zoom(1 / STEP)
    } else if (event.key === "0") {
      this.show(1, 0, 0)
    } else {
      return
    }
    event.preventDefault()
  }

  onWheel(event) {
    // The wheel alone scrolls the page, as everywhere.
    if (!event.ctrlKey) return
    event.preventDefault()
    this.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, this.place(event))
  }

  place(event) {
    const box = this.frame.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  onDown(event) {
    this.moved = 0
    if (this.scale > 1 || event.pointerType === "touch") this.fingers.set(event.pointerId, this.place(event))
  }

  onMove(event) {
    const before = this.fingers.get(event.pointerId)
    if (!before) return
    const now = this.place(event)
    if (this.fingers.size === 1 && this.scale > 1) {
      this.moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y)
      this.show(this.scale, this.x + now.x - before.x, this.y + now.y - before.y)
    } else if (this.fingers.size === 2) {
      const other = [...this.fingers].find(([id]) => id !== event.pointerId)[1]
      const distance = (one) => Math.hypot(one.x - other.x, one.y - other.y)
      this.moved += 10
      this.zoom(distance(now) / Math.max(1, distance(before)), other)
    }
    this.fingers.set(event.pointerId, now)
  }

  onClick(event) {
    // A link under the finger that moved the map was not meant.
    if (this.moved > 8) event.preventDefault()
    this.moved = 0
  }

  bringIn(target) {
    if (this.scale <= 1 || target === this.frame) return
    const box = this.frame.getBoundingClientRect()
    const mark = target.getBoundingClientRect()
    const outside = mark.left < box.left || mark.right > box.right || mark.top < box.top || mark.bottom > box.bottom
    if (!outside) return
    this.frame.scrollTo(0, 0)
    const dx = box.left + box.width / 2 - (mark.left + mark.right) / 2
    const dy = box.top + box.height / 2 - (mark.top + mark.bottom) / 2
    this.show(this.scale, this.x + dx, this.y + dy)
  }
}

for (const figure of document.querySelectorAll("[data-map]")) new MovableMap(figure)
