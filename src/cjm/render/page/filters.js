// Filters: a lane goes and the others move up; stages, personas and what has no research fade.
const stageOrder = [...new Set(addressed.map((each) => each.dataset.address)
  .filter((address) => address.startsWith("stage/")))];
const grounds = new Map(document.querySelector(".filters input[name=lane]") ? pictures.map((svg) => [svg, ground(svg)]) : []);

function ground(svg) {
  const own = [...svg.children];
  const at = (shape, name) => Number(shape.getAttribute(name));
  const rules = own.filter((shape) => shape.classList.contains("l-rule"));
  const tops = rules.map((rule) => at(rule, "y1")).sort((a, b) => a - b);
  const sight = own.find((shape) => shape.dataset.address === "lane/visibility");
  const lanes = own.filter((shape) => /^lane\/(?!phases|stages|visibility)/.test(shape.dataset.address ?? ""));
  const borders = own.filter((shape) => shape.classList.contains("l-stage-rule"));
  const sightAt = sight ? at(sight.querySelector("line"), "y1") : -1;
  const rows = tops.slice(0, -1).map((top, index) => ({
    lane: lanes[index], key: lanes[index]?.dataset.address.slice(5), top, height: tops[index + 1] - top,
    above: sightAt > top && sightAt < tops[index + 1] ? 2 * (sightAt - top) : 0,
    moved: [rules.find((rule) => at(rule, "y1") === top),
      ...own.filter((shape) => shape.tagName === "rect" && at(shape, "y") >= top && at(shape, "y") < tops[index + 1])],
  }));
  const ends = borders.map((border) => [border, at(border, "y2")]);
  const height = boxOf(svg).height;
  const isRow = (shape) => shape.matches(".l-rule, .l-stage-rule, rect, [data-address^='lane/'], title, desc, defs, .veil") || shape.getBBox().y + 1 < tops[0] || shape.getBBox().y + 1 > tops.at(-1);
  return { isWhole: lanes.length > 0 && lanes.length === rows.length && own.every(isRow), lanes, rows, sight, ends, height, last: rules.at(-1), veils: veils(svg, borders, tops) };
}

function veils(svg, borders, tops) {
  const heads = [...svg.querySelectorAll('[data-address="lane/stages"] > [data-address^="stage/"]')]
    .map((head) => [head, head.getBBox()]).sort(([, a], [, b]) => a.x - b.x);
  if (!heads.length) return [];
  const ends = heads.map(([, box]) => [box.x, box.x + box.width]).flat();
  const between = borders.map((border) => Number(border.getAttribute("x1"))).sort((a, b) => a - b);
  const inner = between.length === heads.length - 1 ? between : heads.slice(1).map(([, box]) => box.x);
  const xs = [Math.min(...ends), ...inner, Math.max(...ends)];
  return heads.map(([head, box], index) => {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const values = { x: xs[index], y: box.y, width: xs[index + 1] - xs[index], height: (tops.at(-1) ?? 0) - box.y, class: "veil" };
    Object.entries(values).forEach(([name, value]) => rect.setAttribute(name, value));
    rect.style.display = "none";
    svg.append(rect);
    return [String(stageIndex(head)), rect];
  });
}

// Pages repeat no stage but where it goes on: the first time each is met gives its number.
function stageIndex(head) {
  return stageOrder.indexOf(head.dataset.address);
}

const unchecked = (name) => new Set([...document.querySelectorAll(`input[name=${name}]:not(:checked)`)].map((box) => box.value));

function filter() {
  const [lanes, times, people, bases, maps, means] = ["lane", "stage", "for", "basis", "map", "means"].map(unchecked);
  const isOut = (key) => {
    if (key.startsWith("persona/")) return people.has(key.slice(8));
    const told = facts.get(key);
    return times.has(told.stage) || maps.has(key.slice(0, key.indexOf(":") + 1)) || told.lost
      || (told.people.length > 0 && told.people.every((id) => people.has(id)));
  };
  for (const item of isList ? table.querySelectorAll("li") : []) item.hidden = means.has(item.dataset.means);
  for (const told of isList ? facts.values() : []) told.lost = !told.blocks[0].element.querySelector("li:not([hidden])");
  for (const card of cards) {
    const { basis } = facts.get(keyOf(card));
    const parts = [...card.querySelectorAll("[data-address]")];
    const lacks = (part) => bases.has(part.dataset.evidence ? "evidence" : basis);
    parts.forEach((part) => part.classList.toggle("off", lacks(part)));
    const isLacking = basis && laneOf(card) !== "stages" && (parts.length ? parts.every(lacks) : bases.has(basis));
    card.classList.toggle("off", Boolean(isOut(keyOf(card)) || isLacking));
  }
  for (const [svg, drawn] of grounds) shift(svg, drawn, lanes, times);
  for (const { of, element } of blocks) element.hidden = isOut(of) || bases.has(facts.get(of).basis);
  tables.filter((each) => each.caption).forEach((each) => each.querySelectorAll("tr").forEach((row) => {
    [...row.children].forEach((cell, index) => { cell.hidden = index > 0 && times.has(String(index - 1)); });
    row.hidden = lanes.has(row.dataset.lane);
  }));
  byId("reset").hidden = !document.querySelector(".filters input:not(:checked)");
  document.querySelectorAll(".filters details").forEach((each) => {
    each.classList.toggle("some", Boolean(each.querySelector("input:not(:checked)")));
  });
  resize();
  find();
}

function shift(svg, drawn, lanes, times) {
  drawn.veils.forEach(([stage, veil]) => { veil.style.display = times.has(stage) ? "" : "none"; });
  if (!drawn.isWhole) {
    drawn.lanes.forEach((lane) => lane.classList.toggle("off", lanes.has(lane.dataset.address.slice(5))));
    return;
  }
  let off = 0;
  const put = (shape, isShown = true) => {
    shape.setAttribute("transform", `translate(0 ${-off})`);
    shape.setAttribute("display", isShown ? "inline" : "none");
  };
  drawn.rows.forEach((row, index) => {
    const isGone = lanes.has(row.key);
    const hasSight = row.above && drawn.rows.slice(index).some((each) => !lanes.has(each.key));
    put(row.moved[0], !isGone || hasSight);
    if (row.above) put(drawn.sight, hasSight);
    if (row.above && !hasSight) off += row.above;
    [row.lane, ...row.moved.slice(1)].forEach((shape) => put(shape, !isGone));
    if (isGone) off += row.height - row.above;
  });
  put(drawn.last);
  drawn.ends.forEach(([border, end]) => border.setAttribute("y2", end - off));
  sizes.get(svg).height = drawn.height - off;
  svg.setAttribute("viewBox", `0 0 ${boxOf(svg).width} ${drawn.height - off}`);
}

document.querySelectorAll(".filters input").forEach((box) => box.addEventListener("change", filter));
byId("reset")?.addEventListener("click", () => {
  document.querySelectorAll(".filters input").forEach((box) => { box.checked = true; });
  filter();
  search.focus();
});
document.querySelectorAll(".filters details").forEach((menu) => menu.addEventListener("toggle", () => {
  if (menu.open) document.querySelectorAll(".filters details[open]").forEach((each) => { each.open = each === menu; });
}));
document.addEventListener("click", (event) => {
  document.querySelectorAll(".filters details[open]").forEach((menu) => { menu.open = menu.contains(event.target); });
});
