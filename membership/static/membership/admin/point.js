// The picker of a point: looks places up by name and takes a click or the arrow keys on the map. The two fields of
// the form hold the position; this only fills them in.
const STEP = 1;
const LARGE_STEP = 10;
const PAUSE = 200;

function projector([phi0, lambda0, scale, x0, y0]) {
  const sine = Math.sin(phi0);
  const cosine = Math.cos(phi0);
  return {
    forth(lat, lon) {
      const phi = (lat * Math.PI) / 180;
      const turn = (lon * Math.PI) / 180 - lambda0;
      const towards = 1 + sine * Math.sin(phi) + cosine * Math.cos(phi) * Math.cos(turn);
      const stretch = Math.sqrt(2 / Math.max(1e-9, towards));
      const x = stretch * Math.cos(phi) * Math.sin(turn);
      const y = stretch * (cosine * Math.sin(phi) - sine * Math.cos(phi) * Math.cos(turn));
      return [x0 + scale * x, y0 - scale * y];
    },
    back(left, top) {
      const x = (left - x0) / scale;
      const y = (y0 - top) / scale;
      const rho = Math.hypot(x, y) || 1e-12;
      const c = 2 * Math.asin(Math.min(1, rho / 2));
      const phi = Math.asin(Math.cos(c) * sine + (y * Math.sin(c) * cosine) / rho);
      const turn = Math.atan2(x * Math.sin(c), rho * cosine * Math.cos(c) - y * sine * Math.sin(c));
      return [(phi * 180) / Math.PI, ((lambda0 + turn) * 180) / Math.PI];
    },
  };
}

function setUp(picker) {
  const field = (name) => document.querySelector(`[name="${name}"]`);
  const [lat, lon, country] = [field("lat"), field("lon"), field("country")];
  if (!lat || !lon || picker.dataset.ready) return;
  picker.dataset.ready = "yes";
  picker.hidden = false;
  const { forth, back } = projector(picker.dataset.projection.split(",").map(Number));
  const svg = picker.querySelector("svg");
  const point = picker.querySelector("circle");
  const search = picker.querySelector("input");
  const list = picker.querySelector("ul");
  const status = picker.querySelector("[data-point-status]");
  let places = [];
  let active = -1;
  let timer;

  const here = () => (lat.value.trim() && lon.value.trim() ? [Number(lat.value), Number(lon.value)] : null);
  const draw = () => {
    const place = here();
    const [x, y] = place && place.every(Number.isFinite) ? forth(...place) : [-50, -50];
    point.setAttribute("cx", x);
    point.setAttribute("cy", y);
  };
  const take = (latitude, longitude) => {
    lat.value = latitude.toFixed(4);
    lon.value = longitude.toFixed(4);
    for (const input of [lat, lon]) input.dispatchEvent(new Event("change", { bubbles: true }));
    draw();
  };
  const close = () => {
    list.hidden = true;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const choose = (place) => {
    take(place.lat, place.lon);
    search.value = place.name;
    status.textContent = picker.dataset.chosen;
    close();
  };
  const mark = (position) => {
    active = position;
    list.querySelectorAll("li").forEach((item, index) => item.setAttribute("aria-selected", index === active));
    if (active >= 0) search.setAttribute("aria-activedescendant", `point-place-${active}`);
  };
  const show = (found) => {
    places = found;
    list.replaceChildren(
      ...found.map((place, index) => {
        const item = document.createElement("li");
        item.id = `point-place-${index}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.textContent = [place.name, place.own, place.country].filter(Boolean).join(", ");
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          choose(place);
        });
        return item;
      }),
    );
    list.hidden = !found.length;
    search.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = found.length ? picker.dataset.found : picker.dataset.none;
    active = -1;
  };
  const ask = async () => {
    const query = search.value.trim();
    if (query.length < 2) {
      close();
      return;
    }
    const address = new URL(picker.dataset.address, location.href);
    address.searchParams.set("q", query);
    if (country?.value) address.searchParams.set("country", country.value);
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (answer.ok && query === search.value.trim()) show((await answer.json()).places);
  };
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  search.addEventListener("blur", close);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      if (places[active]) choose(places[active]);
    } else if (event.key === "Escape") {
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (places.length) mark((active + step + places.length) % places.length);
    }
  });
  svg.addEventListener("click", (event) => {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    take(...back(place.x, place.y));
  });
  svg.addEventListener("keydown", (event) => {
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const [x, y] = forth(...(here() ?? [50, 15]));
    take(...back(x + move[0] * step, y + move[1] * step));
  });
  for (const input of [lat, lon]) input.addEventListener("input", draw);
  draw();
}

const start = () => document.querySelectorAll("[data-point-picker]").forEach(setUp);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
