/* Draws the page's figures and answers to its controls. All words and numbers come from the page's own data. */
(function () {
  "use strict";
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("figures").textContent);
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const phone = window.matchMedia("(max-width: 719px)");
  const chosen = {};
  const waiting = new Set(Object.keys(data.figures));
  root.classList.add("scripted");

  /* `var(--name)` anywhere in a figure becomes the colour that the style sheet gives that name right now. */
  function painted(value, style) {
    if (typeof value === "string") {
      const name = /^var\((--[a-z0-9-]+)\)$/.exec(value);
      return name ? style.getPropertyValue(name[1]).trim() : value;
    }
    if (value && typeof value[0] === "number" && typeof value[value.length - 1] === "number") return value; // of numbers, without a colour
    if (Array.isArray(value)) return value.map(function (item) { return painted(item, style); });
    if (value && typeof value === "object") {
      const copy = {};
      for (const key of Object.keys(value)) copy[key] = painted(value[key], style);
      return copy;
    }
    return value;
  }

  /* Every choice's first line as one grey trace behind the chosen one; made once. */
  function joined(figure) {
    if (!figure.joined) return [];
    if (!figure.behind) {
      const x = [], y = [];
      for (let at = 0; at < figure.choices.length; at += 1) {
        const line = figure.choices.part(at, "data")[0];
        x.push.apply(x, line.x);
        y.push.apply(y, line.y);
        x.push(null);
        y.push(null);
      }
      figure.behind = Object.assign({ x: x, y: y }, figure.joined);
    }
    return [figure.behind];
  }

  /* Lines are kept by their corners; the one that is chosen can be read at every whole minute between them. */
  function everyMinute(line) {
    const x = [], y = [];
    line.x.forEach(function (end, at) {
      const begin = at ? line.x[at - 1] : end;
      for (let minute = Math.floor(begin) + 1; minute < end; minute += 1) {
        x.push(minute);
        y.push(line.y[at - 1] + ((line.y[at] - line.y[at - 1]) * (minute - begin)) / (end - begin));
      }
      x.push(end);
      y.push(line.y[at]);
    });
    return Object.assign({}, line, { x: x, y: y });
  }

  function draw(key, width) {
    if (!window.Plotly) return undefined;
    waiting.delete(key);
    const figure = data.figures[key];
    const size = phone.matches && !width ? "narrow" : "wide";
    const choice = figure.choices.length ? figure.choices.get(chosen[key]) : null;
    const frame = figure[size];
    const over = choice ? choice[size] : {};
    const layout = Object.assign({}, frame.layout, over.layout, {
      template: data.template,
      annotations: (frame.annotations || []).concat(over.annotations || []),
      shapes: (frame.shapes || []).concat(over.shapes || []),
      uirevision: key
    });
    const own = !choice ? [] : figure.joined ? [everyMinute(choice.data[0])].concat(choice.data.slice(1)) : choice.data;
    const traces = joined(figure).concat(figure.data, own);
    const style = getComputedStyle(root);
    const box = document.getElementById("fig-" + key);
    layout.width = !width ? box.clientWidth : box.closest(".margin") ? width / 2 - 24 : width; // paper: two columns of notes
    box.style.setProperty("--tall" + (size === "narrow" ? "-narrow" : ""), layout.height + "px");
    if (data.locale) window.Plotly.register(data.locale);
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

  /* Pixels between a figure and what the reader sees; 0 within it. */
  function away(key) {
    const box = document.getElementById("fig-" + key).getBoundingClientRect();
    return Math.max(0, box.top - window.innerHeight, -box.bottom);
  }

  /* What is seen is drawn at once; the rest one by one, the nearest first, whenever the page has nothing else to do. */
  function drawWaiting() {
    const near = Array.from(waiting, function (key) { return [away(key), key]; }).sort(function (one, other) { return one[0] - other[0]; });
    near.forEach(function (one, at) {
      if (!at || !one[0]) draw(one[1]);
    });
    if (window.Plotly && waiting.size) whenIdle(drawWaiting);
  }
  function whenIdle(task) {
    if (window.requestIdleCallback) window.requestIdleCallback(task, { timeout: 200 });
    else window.setTimeout(task, 30);
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

  /* The page itself holds the first few of many choices. */
  function offer(select, figure) {
    const options = [];
    for (let at = 0; at < figure.choices.length; at += 1) {
      options.push(new Option(figure.choices.part(at, "label"), String(at), at === figure.chosen, at === figure.chosen));
    }
    select.replaceChildren.apply(select, options);
  }

  function choose(key, at) {
    const choice = data.figures[key].choices.get(at);
    chosen[key] = at;
    document.getElementById("h-" + key).textContent = choice.heading;
    document.getElementById("fig-" + key).setAttribute("aria-label", choice.heading);
    document.querySelector('.index a[href="#p-' + key + '"]').textContent = choice.heading;
    document.getElementById("choose-" + key).value = String(at);
    document.getElementById("paper-" + key).textContent = choice.label;
    turns(key).forEach(function (button) {
      button.setAttribute("aria-disabled", String(!data.figures[key].choices.has(at + Number(button.dataset.turn))));
    });
    const table = document.getElementById("table-" + key);
    if (table && choice.rows) fill(table, choice.rows);
    draw(key);
  }

  /* The buttons that go one choice on and back. */
  function turns(key) {
    return Array.from(document.querySelectorAll('button[data-of="' + key + '"]'));
  }

  for (const key of Object.keys(data.figures)) {
    const figure = data.figures[key];
    figure.data = unpacked(figure.data).get(0);
    figure.choices = unpacked(figure.choices);
    chosen[key] = figure.chosen;
    const select = document.getElementById("choose-" + key);
    if (select && select.options.length < figure.choices.length) offer(select, figure);
    if (select) select.addEventListener("change", function () { choose(key, Number(select.value)); });
    turns(key).forEach(function (button) {
      button.addEventListener("click", function () {
        const at = chosen[key] + Number(button.dataset.turn);
        if (figure.choices.has(at)) choose(key, at);
      });
    });
  }
  document.addEventListener("click", function (event) {
    const link = event.target.closest && event.target.closest("a.see");
    if (!link) return;
    choose("in-run", Number(link.dataset.choose));
  });

  runsTable(data.runs);

  /* A phone folds what a wide page has room for; on paper it is open. */
  function makeRoom() {
    const open = !phone.matches || root.hasAttribute("data-print");
    document.querySelectorAll("details.roomy").forEach(function (part) { part.open = open; });
  }

  /* Paper is light, and as wide as paper. */
  function forPaper() {
    root.setAttribute("data-print", "");
    makeRoom();
    drawAll(740); // shown a little smaller, as wide as A4
  }
  function forScreen() {
    root.removeAttribute("data-print");
    makeRoom();
    drawAll();
  }
  window.addEventListener("beforeprint", forPaper);
  window.addEventListener("afterprint", forScreen);
  for (const key of Object.keys(data.figures)) watch.observe(document.getElementById("fig-" + key));
  dark.addEventListener("change", function () { drawAll(); });
  phone.addEventListener("change", function () {
    makeRoom();
    drawAll();
  });
  makeRoom();
  /* Until plotly.js is there, and where it is not, the pictures that stand in the page are seen. */
  document.addEventListener("DOMContentLoaded", function () {
    root.classList.add(window.Plotly ? "draws" : "lone");
    if (window.Plotly) drawWaiting();
  });
})();
