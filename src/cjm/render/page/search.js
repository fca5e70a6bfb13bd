// Search: in what the cards show and in what the table says of them.
const loose = [...view.querySelectorAll("text")].filter((text) => !text.closest("[role=button]"));
let hits = [];
let now = -1;

function textOf(card) {
  const [key, lane] = [keyOf(card), laneOf(card)];
  const alike = cards.filter((each) => keyOf(each) === key && isShown(each));
  const drawn = new Set(alike.map(laneOf));
  const isFirst = alike.find((each) => laneOf(each) !== "stages") === card;
  const told = facts.get(key).blocks.filter((block) => block.lane === lane || (isFirst && !drawn.has(block.lane)));
  return fold([card, ...told.map((block) => block.element)].map((each) => [...each.querySelectorAll("text, li, b, td")].map((part) => part.textContent).join(" ")).join(" "));
}

function find() {
  const wanted = fold(search.value.trim());
  unframe("hit");
  elements.forEach((element) => element.classList.remove("found"));
  [hits, now] = [[], -1];
  if (wanted) {
    const has = (each) => fold(each.textContent).includes(wanted);
    hits = isTabular()
      ? elements.filter((element) => !element.closest("[hidden]") && has(element))
      : [...cards.filter((card) => isShown(card) && textOf(card).includes(wanted)), ...loose.filter((text) => isShown(text) && has(text))];
  }
  for (const hit of isTabular() ? [] : hits) {
    const rows = [...hit.querySelectorAll("text")].filter((row) => fold(row.textContent).includes(wanted));
    if (!hit.matches("[role=button]")) frame(hit.parentNode, "hit", hit);
    else if (rows.length) rows.forEach((row) => frame(hit, "hit", row));
    else frame(hit, "hit");
  }
  if (isTabular()) hits.forEach((hit) => hit.classList.add("found"));
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
    const isCard = hits[now].matches("[role=button]");
    (isCard ? hits[now] : hits[now].parentNode).querySelectorAll("rect.hit").forEach((rect) => rect.classList.add("now"));
    reveal(hits[now]);
    if (isCard) rove(hits[now]);
  }
}

search.addEventListener("input", find);
search.form.addEventListener("submit", (event) => event.preventDefault());
search.addEventListener("keydown", (event) => {
  if (event.key === "Enter") jump(event.shiftKey ? -1 : 1);
  else if (event.key === "ArrowDown" && hits.length && !isTabular()) hits[now].focus();
});
