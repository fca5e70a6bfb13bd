// The buttons.
const isTabular = () => document.body.classList.contains("tabular");
const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const press = (id, action) => byId(id)?.addEventListener("click", action);
press("zoom_in", () => zoom(scale * 1.25));
press("zoom_out", () => zoom(scale / 1.25));
press("fit", () => fit());
press("dark", () => { root.dataset.theme = isDark() ? "light" : "dark"; });
press("print", () => window.print());
press("close", leave);
press("previous", () => step(-1));
press("next", () => step(1));
press("as-table", ({ currentTarget }) => {
  const isOn = document.body.classList.toggle(isList ? "listed" : "tabular");
  if (isList) table.hidden = !isOn;
  else {
    table.classList.toggle("unseen", !isOn);
    if (isOn) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
  }
  currentTarget.setAttribute("aria-pressed", isOn);
  if (isOn && isList) close();
  find();
});

if (cards.length) rove(cards.find((card) => laneOf(card)) ?? cards[0]);
lastFocus = null;
fit(0.5);
window.addEventListener("hashchange", follow);
if (isList && innerWidth < 900) byId("as-table").click();
if (location.hash) follow();
