// The panel: copies of what the table says of one moment or persona.
const stages = table ? [...table.querySelectorAll("thead th")].map((th) => th.textContent) : [];
const isList = Boolean(table && !table.querySelector("table"));
const order = isList ? [...facts.keys()] : [...facts].filter(([, { stage }]) => stage).sort(([, a], [, b]) => a.stage - b.stage).map(([of]) => of);

let shown = "";

function open(address) {
  const shape = addressed.find((each) => each.dataset.address === address);
  const owner = shape?.closest("[role=button]");
  const key = owner?.dataset.address ?? address;
  const told = facts.get(key);
  unframe("frame");
  shown = key;
  if (!told) {
    close();
    if (shape) { reveal(shape); frame(shape, "frame"); }
    return;
  }
  const here = opener ? laneOf(opener) : owner && shape !== owner ? laneOf(owner) : "";
  byId("panel-stage").textContent = stages[told.stage] ?? told.kind;
  byId("panel-name").textContent = told.name;
  const body = byId("panel-body");
  body.replaceChildren();
  if (told.basis) body.append(line("p", labelOf(told.basis), "basis"));
  for (const block of told.blocks) {
    const section = document.createElement("section");
    if (block.label) section.append(line("h3", block.label));
    section.append(...[...block.element.querySelectorAll(":scope > ul")].map((list) => list.cloneNode(true)));
    const lead = section.querySelector("li:first-child > strong");
    if (block.lane === "touchpoints" && lead?.textContent === told.name) lead.remove();
    section.classList.toggle("here", block.lane === here);
    body.append(section);
  }
  for (const id of ["previous", "next"]) byId(id).disabled = !order.includes(key);
  if (isList) {
    elements.forEach((element) => element.classList.toggle("here", element.dataset.of === key));
    told.blocks[0].element.scrollIntoView({ block: "nearest" });
  }
  panel.hidden = false;
  const target = opener ?? (shape && isShown(shape) ? shape : null);
  if (target) {
    reveal(target);
    frame(target, "frame");
  }
  panel.scrollTop = 0;
  body.querySelector(".here")?.scrollIntoView({ block: "nearest" });
  panel.focus({ preventScroll: true });
}

function line(name, text, kind = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = kind;
  return made;
}

function labelOf(value) {
  return document.querySelector(`input[name=basis][value="${value}"]`)?.parentNode.textContent ?? "";
}

function close() {
  panel.hidden = true;
  unframe("frame");
}

function follow() {
  let address = location.hash.slice(1);
  try { address = decodeURIComponent(address); } catch { /* as it stands */ }
  if (address) open(address);
  else close();
  opener = null;
}

function go(address, card = null) {
  opener = card;
  const hash = `#${encodeURI(address)}`;
  if (location.hash === hash) follow();
  else location.hash = hash;
}

function leave() {
  history.replaceState(null, "", location.pathname + location.search);
  close();
  const back = cards.find((card) => card === lastFocus) ?? cards.find((card) => card.dataset.address === shown);
  (back ?? view).focus({ preventScroll: true });
}

function step(by) {
  go(order[(order.indexOf(shown) + by + order.length) % order.length]);
}
