// Search: in what the cards show and in what the table says of them.
let hits = [];
let now = -1;

function textOf(card) {
  const [address, lane] = [card.dataset.address, laneOf(card)];
  const drawn = new Set(cards.filter((each) => each.dataset.address === address).map(laneOf));
  const isFirst = cards.find((each) => each.dataset.address === address && laneOf(each) !== "stages") === card;
  const told = facts.get(address).blocks.filter((block) => block.lane === lane || (isFirst && !drawn.has(block.lane)));
  return fold([card, ...told.map((block) => block.element)].map((each) => [...each.querySelectorAll("text, li, b")].map((part) => part.textContent).join(" ")).join(" "));
}

function find() {
  const wanted = fold(search.value.trim());
  unframe("hit");
  elements.forEach((element) => element.classList.remove("found"));
  [hits, now] = [[], -1];
  if (wanted) {
    hits = isTabular()
      ? elements.filter((element) => !element.closest("[hidden]") && fold(element.textContent).includes(wanted))
      : cards.length ? cards.filter((card) => isShown(card) && textOf(card).includes(wanted))
      : [...view.querySelectorAll("text")].filter((text) => fold(text.textContent).includes(wanted));
  }
  for (const hit of hits) {
    if (isTabular()) hit.classList.add("found");
    else if (!cards.length) frame(hit.parentNode, "hit", hit);
    else {
      const rows = [...hit.querySelectorAll("text")].filter((row) => fold(row.textContent).includes(wanted));
      if (rows.length) rows.forEach((row) => frame(hit, "hit", row));
      else frame(hit, "hit");
    }
  }
  if (hits.length) jump(1);
  else found.textContent = wanted ? found.dataset.none : "";
}

function jump(by) {
  if (!hits.length) return;
  now = (now + by + hits.length) % hits.length;
  found.textContent = found.dataset.text.replace("{}", now + 1).replace("{}", hits.length);
  view.querySelectorAll("rect.now").forEach((rect) => rect.classList.remove("now"));
  if (isTabular()) hits[now].scrollIntoView({ block: "center", inline: "center" });
  else {
    (cards.length ? hits[now] : hits[now].parentNode).querySelectorAll("rect.hit").forEach((rect) => rect.classList.add("now"));
    reveal(hits[now]);
    if (cards.length) rove(hits[now]);
  }
}

search.addEventListener("input", find);
search.form.addEventListener("submit", (event) => event.preventDefault());
search.addEventListener("keydown", (event) => {
  if (event.key === "Enter") jump(event.shiftKey ? -1 : 1);
  else if (event.key === "ArrowDown" && hits.length && !isTabular() && cards.length) hits[now].focus();
});
