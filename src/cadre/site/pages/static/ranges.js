/* Draws the range that is typed into a field, such as "min 60%; likely 80%; max 92%". A picture beside the words. */
"use strict";
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const number = (text) => {
    const found = /^\s*([-+]?[0-9]+(?:[.,][0-9]+)?)/.exec(text);
    return found ? Number(found[1].replace(",", ".")) : NaN;
  };
  const range = (text) => {
    const part = (names) => {
      const found = new RegExp(`(?:^|[;,\\s])(?:${names})\\s+([^;]*)`).exec(text);
      return found ? number(found[1]) : NaN;
    };
    return [part("min|low|p10"), part("likely|mean|p50"), part("max|high|p90")];
  };
  const made = (name, values) => {
    const one = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(values)) one.setAttribute(key, String(value));
    return one;
  };
  const draw = (input, picture) => {
    const [low, middle, high] = range(input.value);
    picture.replaceChildren();
    picture.toggleAttribute("hidden", !(low < high));
    if (!(low < high)) return;
    const at = (value) => 4 + 192 * (value - low) / (high - low);
    if (middle >= low && middle <= high) {
      picture.append(made("polygon", { points: `4,26 ${at(middle)},4 196,26`, class: "range" }));
      picture.append(made("line", { x1: at(middle), x2: at(middle), y1: 4, y2: 26, class: "range-line" }));
    } else picture.append(made("rect", { x: 4, y: 14, width: 192, height: 12, class: "range" }));
    picture.append(made("line", { x1: 4, x2: 196, y1: 26, y2: 26, class: "range-line" }));
  };
  for (const input of document.querySelectorAll("input[data-range]")) {
    const picture = made("svg", { class: "drawn", viewBox: "0 0 200 30", "aria-hidden": "true" });
    input.after(picture);
    input.addEventListener("input", () => draw(input, picture));
    draw(input, picture);
  }
})();
