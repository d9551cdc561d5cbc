/* Draws the page's figures and answers to its controls. All words and numbers come from the page's own data. */
(function () {
  "use strict";
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("figures").textContent);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const phone = window.matchMedia("(max-width: 719px)");
  const chosen = {};
  root.classList.add("scripted");

  /* `var(--name)` anywhere in a figure becomes the colour that the style sheet gives that name right now. */
  function painted(value, style) {
    if (typeof value === "string") {
      const name = /^var\((--[a-z0-9-]+)\)$/.exec(value);
      return name ? style.getPropertyValue(name[1]).trim() : value;
    }
    if (Array.isArray(value)) return value.map(function (item) { return painted(item, style); });
    if (value && typeof value === "object") {
      const copy = {};
      for (const key of Object.keys(value)) copy[key] = painted(value[key], style);
      return copy;
    }
    return value;
  }

  /* Every choice's first line as one grey trace behind the chosen one. */
  function joined(figure) {
    if (!figure.joined) return [];
    const x = [], y = [];
    figure.choices.forEach(function (choice) {
      x.push.apply(x, choice.data[0].x);
      y.push.apply(y, choice.data[0].y);
      x.push(null);
      y.push(null);
    });
    return [Object.assign({ x: x, y: y }, figure.joined)];
  }

  function draw(key, width) {
    const figure = data.figures[key];
    const size = phone.matches && !width ? "narrow" : "wide";
    const choice = figure.choices[chosen[key]];
    const frame = figure[size];
    const over = choice ? choice[size] : {};
    const layout = Object.assign({}, frame.layout, over.layout, {
      template: data.template,
      annotations: (frame.annotations || []).concat(over.annotations || []),
      shapes: (frame.shapes || []).concat(over.shapes || []),
      uirevision: key
    });
    const traces = joined(figure).concat(figure.data, choice ? choice.data : []);
    const style = getComputedStyle(root);
    const box = document.getElementById("fig-" + key);
    layout.width = width || box.clientWidth;
    box.style.setProperty("--tall" + (size === "narrow" ? "-narrow" : ""), layout.height + "px");
    return window.Plotly.react(box, painted(traces, style), painted(layout, style), Object.assign({}, data.config));
  }

  /* plotly follows the window; what counts is the box, which also changes with the page around it. */
  const watch = new ResizeObserver(function (entries) {
    entries.forEach(function (entry) {
      const box = entry.target;
      if (!root.hasAttribute("data-print") && box.layout && box.clientWidth !== box.layout.width) draw(box.id.slice(4));
    });
  });

  function drawAll(width) {
    for (const key of Object.keys(data.figures)) draw(key, width);
  }

  function fill(table, rows) {
    const body = table.tBodies[0];
    const heads = table.tHead.rows[0].cells;
    body.replaceChildren.apply(body, rows.map(function (cells) {
      const row = document.createElement("tr");
      cells.forEach(function (text, at) {
        const cell = row.insertCell();
        cell.textContent = text;
        cell.className = heads[at].className;
      });
      return row;
    }));
  }

  function choose(key, at) {
    const choice = data.figures[key].choices[at];
    chosen[key] = at;
    document.getElementById("h-" + key).textContent = choice.heading;
    document.getElementById("fig-" + key).setAttribute("aria-label", choice.heading);
    const table = document.getElementById("table-" + key);
    if (table && choice.rows) fill(table, choice.rows);
    draw(key);
  }

  for (const key of Object.keys(data.figures)) {
    chosen[key] = data.figures[key].chosen;
    const select = document.getElementById("choose-" + key);
    if (select) select.addEventListener("change", function () { choose(key, Number(select.value)); });
  }
  document.querySelectorAll("a.see").forEach(function (link) {
    link.addEventListener("click", function () {
      const select = document.getElementById("choose-in-run");
      select.value = link.dataset.choose;
      choose("in-run", Number(select.value));
    });
  });

  /* The table of runs: a row opens by its date, a column sorts by its name; what is not known comes last either way. */
  document.querySelectorAll(".opens").forEach(function (button) {
    const row = document.getElementById(button.getAttribute("aria-controls"));
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", function () {
      button.setAttribute("aria-expanded", String(row.classList.toggle("open")));
    });
  });
  const runs = document.getElementById("table-runs");
  if (runs) {
    const heads = Array.from(runs.tHead.rows[0].cells);
    heads.forEach(function (head, at) {
      head.firstElementChild.addEventListener("click", function () {
        const up = head.getAttribute("aria-sort") === "descending" || (head.getAttribute("aria-sort") === "none" && head.classList.contains("w") && at > 0);
        heads.forEach(function (other) { other.setAttribute("aria-sort", "none"); });
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const keyed = Array.from(runs.tBodies).map(function (body) {
          const sort = body.rows[0].cells[at].dataset.sort;
          return { body: body, sort: sort, number: Number(sort) };
        });
        keyed.sort(function (one, other) {
          if (one.sort === "" || other.sort === "") return (one.sort === "") - (other.sort === "");
          const order = Number.isNaN(one.number) ? (one.sort < other.sort ? -1 : one.sort > other.sort ? 1 : 0) : one.number - other.number;
          return up ? order : -order;
        });
        keyed.forEach(function (item) { runs.appendChild(item.body); });
      });
    });
  }

  /* Paper is light, and as wide as paper. */
  function forPaper() {
    root.setAttribute("data-print", "");
    drawAll(640);
  }
  function forScreen() {
    root.removeAttribute("data-print");
    drawAll();
  }
  window.addEventListener("beforeprint", forPaper);
  window.addEventListener("afterprint", forScreen);
  for (const key of Object.keys(data.figures)) watch.observe(document.getElementById("fig-" + key));
  dark.addEventListener("change", function () { drawAll(); });
  phone.addEventListener("change", function () { drawAll(); });
  drawAll();
})();
