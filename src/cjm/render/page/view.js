const byId = (id) => document.getElementById(id);
const [root, view, panel, search, found, table] =
  [document.documentElement, ...["map", "panel", "search", "found", "table"].map(byId)];
const pictures = [...view.querySelectorAll("svg")];
const addressed = [...view.querySelectorAll("[data-address]")];
const elements = table ? [...table.querySelectorAll("[data-of]")] : [];
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").toLowerCase();
const laneOf = (card) => card.closest('[data-address^="lane/"]')?.dataset.address.slice(5);
const keyOf = (shape) => shape.dataset.in ?? shape.dataset.address;
const isShown = (card) => !card.closest(".off, [display=none], [hidden]") && isTurned(card);
let opener = null;

// What the words say: blocks by the address of what they tell of. The first block of a moment says most of it.
const tables = table ? [...table.querySelectorAll("table")] : [];
const facts = new Map();
const isMany = tables.filter((each) => each.caption).length > 1;
const blocks = elements.map((element) => {
  const { of, name, basis, kind } = element.dataset;
  const [row, cell] = [element.closest("tr"), element.closest("td")];
  if (!facts.has(of)) {
    const map = element.closest("table");
    const stage = cell ? String(cell.cellIndex - 1) : "";
    const head = cell && [...(isMany ? [map.caption] : []), map.tHead.rows[0].cells[cell.cellIndex]].map((each) => each.textContent).join(" · ");
    const place = cell ? 1e3 * tables.indexOf(map) + Number(stage) : 1e6;
    facts.set(of, { name, basis, stage, place, kind: head ?? kind, people: (element.dataset.for ?? "").split(" ").filter(Boolean), blocks: [] });
  }
  const block = { of, element, lane: row?.dataset.lane ?? "", label: row?.cells[0].textContent ?? "" };
  facts.get(of).blocks.push(block);
  return block;
});
const cards = addressed.filter((each) => facts.has(keyOf(each)) && !each.hasAttribute("role"));
for (const card of cards) {
  const { name, kind, blocks } = facts.get(keyOf(card));
  const block = blocks.find(({ lane }) => lane === laneOf(card));
  const shown = [...card.querySelectorAll("text")].map((text) => text.textContent).join(" ");
  const head = [block?.label ?? kind, shown.includes(name) ? "" : name].filter(Boolean).join(", ");
  card.setAttribute("role", "button");
  card.setAttribute("aria-label", kind || block?.label ? [head, shown].filter(Boolean).join(": ") : shown || name);
  card.setAttribute("tabindex", "-1");
}

// Zoom: pixels for each point of the picture. The view scrolls by itself, so that every device can pan it.
const sizes = new Map(pictures.map((svg) => [svg, { ...boxOf(svg) }]));
let scale = 1;

function boxOf(svg) {
  const { width, height } = svg.viewBox.baseVal;
  return { width, height };
}

function resize() {
  for (const [svg, { width, height }] of sizes) {
    svg.style.width = `${width * scale}px`;
    svg.style.height = `${height * scale}px`;
  }
}

function zoom(wanted, x, y) {
  const area = view.getBoundingClientRect();
  [x, y] = [x ?? area.left + area.width / 2, y ?? area.top + area.height / 2];
  const next = Math.min(Math.max(wanted, 0.08), 5);
  const [left, top] = [x - area.left, y - area.top];
  const [across, down] = [(view.scrollLeft + left) * next / scale, (view.scrollTop + top) * next / scale];
  scale = next;
  resize();
  view.scrollLeft = across - left;
  view.scrollTop = down - top;
}

function fit(least = 0) {
  const all = [...sizes].filter(([svg]) => !svg.closest("[hidden]") && !svg.matches(".turns svg + svg")).map(([, size]) => size);
  const width = Math.max(...all.map((size) => size.width));
  const height = all.reduce((sum, size) => sum + size.height, 0);
  const across = view.clientWidth / width;
  scale = least ? Math.max(across, least) : Math.min(across, view.clientHeight / height);
  resize();
  view.scrollLeft = root.dir === "rtl" ? view.scrollWidth : 0;
  view.scrollTop = 0;
}

function reveal(shape) {
  const [area, box] = [view.getBoundingClientRect(), shape.getBoundingClientRect()];
  if (box.left < area.left || box.right > area.right) view.scrollLeft += (box.left + box.right - area.left - area.right) / 2;
  if (box.top < area.top || box.bottom > area.bottom) {
    const isTall = box.height > area.height;
    view.scrollTop += isTall ? box.top - area.top - 20 : (box.top + box.bottom - area.top - area.bottom) / 2;
  }
}

// Frames around shapes: they are put inside the shape, and so move and fade with it.
function frame(shape, kind, around = shape) {
  const { x, y, width, height } = around.getBBox();
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const values = { x: x - 3, y: y - 3, width: width + 6, height: height + 6, rx: 4, class: kind };
  Object.entries(values).forEach(([name, value]) => rect.setAttribute(name, value));
  shape.append(rect);
  return rect;
}

function unframe(kind) {
  view.querySelectorAll(`rect.${kind}`).forEach((rect) => rect.remove());
}
