/* Grids of cells: arrows and Enter go from cell to cell, rows of a spreadsheet are pasted into them.
   Without this script everything still works: cells are reached by Tab, and rows are pasted into a box. */
"use strict";
(() => {
  const MOST = 300;
  const table = document.querySelector("table[data-grid]");
  if (!table) return;
  const body = table.tBodies[0];
  const status = document.getElementById("grid-status");
  const rows = () => [...body.rows].filter((row) => row.querySelector("th[scope=row]"));
  const cells = (row) => [...row.querySelectorAll("td > input:not([type=checkbox]), td > select")];
  const row_of = (cell) => cell.closest("tr");

  const go = (cell, down, right) => {
    const every = rows();
    const row = every[every.indexOf(row_of(cell)) + down];
    if (!row) return false;
    const next = cells(row)[cells(row_of(cell)).indexOf(cell) + right];
    if (!next) return false;
    next.focus();
    if (next.select) next.select();
    return true;
  };

  table.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (!cell.matches("td > input:not([type=checkbox]), td > select") || event.isComposing) return;
    const is_text = cell.tagName === "INPUT";
    const ways = { ArrowDown: [1, 0], ArrowUp: [-1, 0] };
    const forward = getComputedStyle(table).direction === "rtl" ? -1 : 1;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      go(cell, event.shiftKey ? -1 : 1, 0);
    } else if (event.key in ways && (event.altKey || (is_text && !cell.list))) {
      if (go(cell, ...ways[event.key])) event.preventDefault();
    } else if (event.altKey && event.key === "ArrowRight") {
      if (go(cell, 0, forward)) event.preventDefault();
    } else if (event.altKey && event.key === "ArrowLeft") {
      if (go(cell, 0, -forward)) event.preventDefault();
    }
  });

  /* Cells between tabs, rows between line breaks, both inside quotes where a cell holds them. */
  const parsed = (text) => {
    const found = [[""]];
    let quoted = false;
    for (let at = 0; at < text.length; at += 1) {
      const row = found[found.length - 1];
      const sign = text[at];
      if (quoted) {
        if (sign === '"' && text[at + 1] === '"') { row[row.length - 1] += '"'; at += 1; }
        else if (sign === '"') quoted = false;
        else row[row.length - 1] += sign;
      } else if (sign === '"' && row[row.length - 1] === "") quoted = true;
      else if (sign === "\t") row.push("");
      else if (sign === "\n") found.push([""]);
      else if (sign !== "\r") row[row.length - 1] += sign;
    }
    return found.filter((row, at) => at < found.length - 1 || row.some((cell) => cell !== ""));
  };

  const blank = () => {
    const pattern = rows().filter((row) => row.hasAttribute("data-blank")).pop();
    const numbers = [...body.querySelectorAll("[name]")].map((one) => parseInt(one.name.slice(1), 10));
    const number = Math.max(...numbers) + 1;
    const made = pattern.cloneNode(true);
    for (const one of made.querySelectorAll("[name]")) {
      one.name = one.name.replace(/^r\d+/, `r${number}`);
      const label = one.getAttribute("aria-label");
      if (label) one.setAttribute("aria-label", label.replace(/\d+$/, String(number + 1)));
      if (one.tagName === "SELECT") one.selectedIndex = 0; else one.value = "";
    }
    body.append(made);
    return made;
  };

  const put = (cell, text) => {
    if (cell.tagName === "SELECT") {
      const word = text.trim().toLowerCase();
      const known = [...cell.options].find((one) => [one.value, one.text].some((name) => name.toLowerCase() === word));
      if (known) { cell.value = known.value; return; }
      const made = new Option(text, text);
      cell.add(made);
      cell.value = text;
    } else cell.value = text;
  };

  table.addEventListener("paste", (event) => {
    const cell = event.target;
    if (!cell.matches("td > input:not([type=checkbox]), td > select")) return;
    const text = event.clipboardData.getData("text/plain");
    const grid = parsed(text);
    if (grid.length === 1 && grid[0].length === 1) return;
    event.preventDefault();
    const column = cells(row_of(cell)).indexOf(cell);
    const width = cells(row_of(cell)).length - column;
    const first = rows().indexOf(row_of(cell));
    const box = document.querySelector("textarea[name=pasted]");
    const fits = grid.every((row) => row.length <= width);
    if (grid.length > MOST || !fits) {
      if (box) { box.value = text; box.focus(); }
      if (status) status.textContent = box ? status.dataset.boxed : status.dataset.refused;
      return;
    }
    grid.forEach((line, down) => {
      const row = rows()[first + down] || blank();
      const targets = cells(row).slice(column);
      line.forEach((part, right) => { if (targets[right]) put(targets[right], part.trim()); });
    });
    if (status) status.textContent = status.dataset.filled.replace("{count}", String(grid.length));
  });
})();
