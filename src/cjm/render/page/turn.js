// The slider between two pictures that line up: how much of the later one is seen, from where reading begins.
const turns = view.querySelector(".turns");
const slide = byId("turn");
const edge = turns?.querySelector(".edge");

function turn() {
  const share = Number(slide.value);
  const [one, other] = [...slide.parentNode.querySelectorAll("span")].map((name) => name.textContent);
  const rest = `${100 - share}%`;
  turns.lastElementChild.previousElementSibling.style.clipPath = root.dir === "rtl" ? `inset(0 0 0 ${rest})` : `inset(0 ${rest} 0 0)`;
  edge.style.left = root.dir === "rtl" ? rest : `${share}%`;
  slide.setAttribute("aria-valuetext", share === 0 ? one : share === 100 ? other : `${share} % ${other}`);
}

// Of what stands in both pictures, the one on top is seen up to the edge.
function isTurned(card) {
  const svg = card.closest(".turns svg");
  if (!svg) return true;
  const [box, line] = [card.getBoundingClientRect(), edge.getBoundingClientRect()];
  const isBefore = (box.left + box.right) / 2 < (line.left + line.right) / 2;
  return (isBefore !== (root.dir === "rtl")) === (svg.nextElementSibling === edge);
}

function turnTo(x) {
  const area = turns.getBoundingClientRect();
  const share = Math.round(100 * (x - area.left) / area.width);
  slide.value = root.dir === "rtl" ? 100 - share : share;
  turn();
}

if (turns) {
  slide.addEventListener("input", () => {
    turn();
    const [area, line] = [view.getBoundingClientRect(), edge.getBoundingClientRect()];
    if (line.left < area.left || line.right > area.right) view.scrollLeft += line.left - (area.left + area.right) / 2;
    unframe("frame");
  });
  edge.addEventListener("pointerdown", (event) => {
    event.stopPropagation();
    edge.setPointerCapture(event.pointerId);
  });
  edge.addEventListener("pointermove", (event) => {
    if (edge.hasPointerCapture(event.pointerId)) turnTo(event.clientX);
  });
  byId("turns")?.addEventListener("click", ({ currentTarget }) => {
    const isOn = turns.hidden;
    turns.hidden = slide.parentNode.hidden = !isOn;
    pictures.forEach((svg) => { if (!turns.contains(svg)) svg.toggleAttribute("hidden", isOn); });
    currentTarget.setAttribute("aria-pressed", isOn);
    resize();
    find();
    if (isOn) {
      const { left, width } = view.getBoundingClientRect();
      turnTo(left + width / 2);
      slide.focus();
    }
  });
  turn();
}
