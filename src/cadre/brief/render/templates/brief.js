// Replaces each drawn chart with the same chart that answers to the pointer. Without script the drawing stays.
// `ast: true` runs Vega's expressions in an interpreter, so that the page needs no right to evaluate code.
for (const figure of document.querySelectorAll("figure[data-chart]")) {
  const still = figure.querySelector(".drawing");
  const spec = JSON.parse(document.getElementById("spec-" + figure.dataset.chart).textContent);
  const live = document.createElement("div");
  vegaEmbed(live, spec, { ast: true, actions: false, renderer: "svg", mode: "vega-lite", defaultStyle: false, tooltip: { disableDefaultStyle: true } })
    .then(() => {
      // The figure's own text describes it; roles of single marks without a name would only be noise.
      for (const mark of live.querySelectorAll("[role]")) { mark.removeAttribute("role"); mark.removeAttribute("aria-roledescription"); }
      still.replaceChildren(live); figure.dataset.live = "yes";
    })
    .catch((error) => { console.error(figure.dataset.chart, error); });
}
