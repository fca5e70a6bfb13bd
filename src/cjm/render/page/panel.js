// The panel: copies of what the words say of one moment or persona. A list that stands beside the picture needs none.
const isList = Boolean(table?.dataset.list);
const order = [...facts].sort(([, a], [, b]) => a.place - b.place).map(([of]) => of);

let shown = "";
let back = null;

function open(address) {
  const all = addressed.filter((each) => each.dataset.address === address);
  const found = all.find(isShown) ?? all[0];
  const key = found ? keyOf(found.closest("[role=button]") ?? found) : address;
  const shape = found && isShown(found) ? found : cards.find((each) => keyOf(each) === key && isShown(each)) ?? found;
  const owner = shape?.closest("[role=button]");
  const told = facts.get(key);
  unframe("frame");
  shown = key;
  if (!told) {
    close();
    if (shape) { reveal(shape); frame(shape, "frame"); }
    return;
  }
  const here = opener ? laneOf(opener) : owner && shape !== owner ? laneOf(owner) : "";
  if (isList) {
    elements.forEach((element) => element.classList.toggle("here", element.dataset.of === key));
    if (!table.hidden) {
      close();
      beside(told.blocks[0].element, shape, owner);
      return;
    }
  }
  byId("panel-stage").textContent = told.kind ?? "";
  byId("panel-name").textContent = told.name;
  const body = byId("panel-body");
  body.replaceChildren();
  if (told.basis) body.append(line("p", labelOf(told.basis), "basis"));
  for (const block of told.blocks) {
    const section = document.createElement("section");
    if (block.label) section.append(line("h3", block.label));
    section.append(...[...block.element.querySelectorAll(":scope > ul, :scope > table")].map((list) => list.cloneNode(true)));
    const lead = section.querySelector("li:first-child > strong");
    if (block.lane === "touchpoints" && lead?.textContent === told.name) lead.remove();
    section.classList.toggle("here", block.lane === here);
    body.append(section);
  }
  for (const id of ["previous", "next"]) byId(id).disabled = !order.includes(key);
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

// From the picture to the list, or from the list to the picture; Escape leads back.
function beside(element, shape, owner) {
  const target = opener ?? (shape && isShown(shape) ? shape : null);
  if (target) {
    reveal(target);
    frame(target, "frame");
  }
  const link = document.activeElement.closest("#table a");
  element.scrollIntoView({ block: "nearest" });
  back = opener ?? link;
  if (opener) element.querySelector("a").focus({ preventScroll: true });
  else if (link && target) {
    const held = target;
    (owner ?? target).focus({ preventScroll: true });
    unframe("frame");
    frame(held, "frame");
  }
}

table?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  link.focus();
  go(decodeURIComponent(link.hash.slice(1)));
});

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
  const card = cards.find((each) => each === lastFocus) ?? cards.find((each) => keyOf(each) === shown && isShown(each));
  (back ?? card ?? view).focus({ preventScroll: true });
  back = null;
}

function step(by) {
  go(order[(order.indexOf(shown) + by + order.length) % order.length]);
}
