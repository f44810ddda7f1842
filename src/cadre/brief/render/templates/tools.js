// The tools of the page: filters by option and criterion, two options side by side, signs where a table goes on,
// what a number is for those who come to it by keyboard. Without script the page shows everything.
const tools = document.getElementById("tools");

// -- filters: what is marked as of another option or another criterion is left out
const marked = [...document.querySelectorAll("main [data-option], main [data-criterion]")];
function filter() {
  const options = new Set([...tools.elements.option].filter((box) => box.checked).map((box) => box.value));
  const criterion = tools.elements.criterion.value;
  let out = 0;
  for (const one of marked) {
    const { option, criterion: of } = one.dataset;
    one.hidden = (option !== undefined && !options.has(option)) || (criterion !== "" && of !== undefined && of !== criterion);
    out += one.hidden;
  }
  tools.querySelector("[role=status]").textContent = out ? tools.dataset.leftOut : "";
  signs();
}

// -- two options side by side, criterion by criterion
const compared = tools ? JSON.parse(document.getElementById("compared").textContent) : {};
function cell(row, kind, text) {
  const made = document.createElement(kind);
  made.textContent = text;
  if (kind === "th") made.scope = "row"; else made.className = "num";
  row.append(made);
}
function sideBySide() {
  const pair = [tools.elements.first.value, tools.elements.second.value], criterion = tools.elements.criterion.value;
  const heads = document.querySelectorAll("#pair thead th");
  pair.forEach((letter, place) => { heads[place + 1].textContent = letter; });
  const rows = compared.criteria.filter(([id]) => !criterion || id === criterion).map(([id, title]) => {
    const row = document.createElement("tr");
    cell(row, "th", title);
    for (const letter of pair) cell(row, "td", compared.yields[id][letter] ?? "–");
    return row;
  });
  document.querySelector("#pair tbody").replaceChildren(...rows);
  document.getElementById("alike").textContent = compared.alike[pair.join("|")] ?? compared.alike[[...pair].reverse().join("|")] ?? "";
}

// -- a sign where a table or a drawing goes on beyond the edge
function signs() {
  for (const box of document.querySelectorAll(".scroll")) {
    const beyond = box.scrollWidth - box.clientWidth;
    const left = beyond > 2 && Math.abs(box.scrollLeft) < beyond - 2;
    if (left) box.dataset.more = tools?.dataset.more ?? "→"; else delete box.dataset.more;
  }
}
document.addEventListener("scroll", (event) => { if (event.target.classList?.contains("scroll")) signs(); }, true);
addEventListener("resize", signs);
addEventListener("load", () => setTimeout(signs, 0));
new ResizeObserver(signs).observe(document.querySelector("main"));

// -- what a number is, where the keyboard stands on it
const tip = document.createElement("div");
tip.id = "tip"; tip.setAttribute("role", "tooltip"); tip.hidden = true; document.body.append(tip);
document.addEventListener("focusin", (event) => {
  const about = event.target.closest("a.n[title]");
  tip.hidden = !about || !about.matches(":focus-visible");
  if (tip.hidden) return;
  tip.textContent = about.title; about.setAttribute("aria-describedby", "tip");
  const box = about.getBoundingClientRect();
  tip.style.top = `${box.bottom + scrollY + 6}px`;
  tip.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8)) + scrollX}px`;
});
document.addEventListener("focusout", () => { tip.hidden = true; });
document.addEventListener("keydown", (event) => { if (event.key === "Escape") tip.hidden = true; });

if (tools) {
  tools.hidden = false;
  if (tools.elements.second.options.length > 1) tools.elements.second.selectedIndex = tools.elements.second.options.length - 1;
  tools.addEventListener("change", () => { filter(); sideBySide(); });
  tools.addEventListener("reset", () => setTimeout(() => { filter(); sideBySide(); }, 0));
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.elements.pair.addEventListener("click", (event) => {
    const pair = document.getElementById("pair"), button = event.currentTarget;
    pair.hidden = !pair.hidden; button.setAttribute("aria-expanded", String(!pair.hidden));
    sideBySide();
  });
}
signs();
