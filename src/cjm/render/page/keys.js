// Keys: one card takes part in the order of tabs, arrows lead from it to the nearest one.
let lastFocus = null;

function rove(card) {
  cards.forEach((each) => each.setAttribute("tabindex", each === card ? "0" : "-1"));
  lastFocus = card;
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function neighbour(card, [across, down]) {
  const middle = (each) => {
    const box = each.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  };
  const [x, y] = middle(card);
  let [best, least] = [null, Infinity];
  for (const each of cards) {
    if (each === card || !isShown(each)) continue;
    const [dx, dy] = [middle(each)[0] - x, middle(each)[1] - y];
    const ahead = dx * across + dy * down;
    const cost = ahead + 3 * Math.abs(dx * down + dy * across);
    if (ahead > 1 && cost < least) [best, least] = [each, cost];
  }
  return best;
}

view.addEventListener("focusin", ({ target }) => {
  const card = target.closest?.("[role=button]");
  unframe("frame");
  if (!card) return;
  rove(card);
  if (card.matches(":focus-visible")) {
    reveal(card);
    frame(card, "frame");
  }
});
view.addEventListener("focusout", () => { if (panel.hidden) unframe("frame"); });
view.addEventListener("keydown", (event) => {
  const card = event.target.closest("[role=button]");
  if (!card || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    go(card.dataset.address, card);
  } else if (ARROWS[event.key]) {
    event.preventDefault();
    neighbour(card, ARROWS[event.key])?.focus({ preventScroll: true });
  }
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape") {
    const menu = document.querySelector("details[open]");
    if (menu) {
      menu.open = false;
      menu.firstElementChild.focus();
    } else if (!panel.hidden || back) leave();
  } else if (event.target.matches("input[type=search], input[type=range]")) return;
  else if (event.key === "/") { event.preventDefault(); search.focus(); }
  else if (event.key === "+" || event.key === "=") zoom(scale * 1.25);
  else if (event.key === "-") zoom(scale / 1.25);
  else if (event.key === "0") fit();
});

// The mouse drags, the wheel zooms with Ctrl, two fingers pinch.
let held = null;
view.addEventListener("pointerdown", (event) => {
  if (event.pointerType === "mouse" && event.button === 0 && event.target !== view) {
    held = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop };
  }
});
window.addEventListener("pointermove", (event) => {
  if (!held) return;
  const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
  if (Math.hypot(dx, dy) > 4) view.classList.add("drag");
  if (view.classList.contains("drag")) view.scrollTo(held.left - dx, held.top - dy);
});
window.addEventListener("pointerup", () => {
  held = null;
  setTimeout(() => view.classList.remove("drag"));
});
view.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  zoom(scale * Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
}, { passive: false });
let pinch = null;
const spread = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
view.addEventListener("touchstart", ({ touches }) => {
  pinch = touches.length === 2 ? { scale, spread: spread(touches) } : null;
}, { passive: true });
view.addEventListener("touchmove", (event) => {
  if (!pinch || event.touches.length !== 2) return;
  event.preventDefault();
  const [a, b] = event.touches;
  zoom(pinch.scale * spread(event.touches) / pinch.spread, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
}, { passive: false });
view.addEventListener("click", (event) => {
  if (view.classList.contains("drag")) return;
  const area = (card) => {
    const { left, right, top, bottom, width, height } = card.getBoundingClientRect();
    return left <= event.clientX && event.clientX <= right && top <= event.clientY && event.clientY <= bottom ? width * height : Infinity;
  };
  const near = () => cards.filter((each) => isShown(each) && area(each) < Infinity).sort((a, b) => area(a) - area(b))[0];
  const card = event.target.closest("[role=button]") ?? near();
  if (card && isShown(card)) {
    rove(card);
    go(card.dataset.address, card);
  }
});
