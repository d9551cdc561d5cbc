/* The table of runs: found, sorted, turned over page by page, opened, and taken along as CSV. Every word in it is the page's own. */
function runsTable(packed) {
  "use strict";
  const table = document.getElementById("table-runs");
  if (!table) return;
  const phone = window.matchMedia("(max-width: 719px)");
  const most = { wide: 60, narrow: 20 };
  let page = phone.matches ? most.narrow : most.wide;
  const rows = unpacked(packed);
  const bar = document.getElementById("runs-bar"), search = document.getElementById("runs-find");
  const status = document.getElementById("runs-status"), before = document.getElementById("runs-before"), after = document.getElementById("runs-after");
  const heads = Array.from(table.tHead.rows[0].cells);
  let order = [], first = 0, words = null;
  for (let at = 0; at < rows.length; at += 1) order.push(at);

  function element(tag, name, text) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function cellOf(cell, at, number) {
    const made = element(at ? "td" : "th", heads[at].className);
    if (!at) {
      made.scope = "row";
      const button = element("button", "opens");
      button.type = "button";
      button.setAttribute("aria-expanded", "false");
      button.setAttribute("aria-controls", "more-" + number);
      button.append(element("span", "before", cell.before + " "), cell.text);
      made.append(button);
      return made;
    }
    if (cell.mark === "diamond") made.append(sign("diamond", ""));
    if (cell.mark === "spike") made.append(sign("up", "\u25b2"), " ");
    if (cell.bar) {
      const load = element("span", "load"), inner = element("span");
      inner.style.width = cell.bar + "%";
      load.append(inner);
      made.append(load);
    }
    made.append(element("bdi", "", cell.text));
    if (cell.small) made.append(" ", element("small", "", cell.small));
    return made;
  }

  function sign(name, text) {
    const made = element("span", name, text);
    made.setAttribute("aria-hidden", "true");
    return made;
  }

  function bodyOf(number) {
    const row = rows.get(number), body = element("tbody"), line = element("tr"), more = element("tr", "more"), all = element("td"), list = element("dl");
    row.cells.forEach(function (cell, at) { line.append(cellOf(cell, at, number)); });
    more.id = "more-" + number;
    all.colSpan = heads.length;
    row.more.forEach(function (pair) {
      const item = element("div"), value = element("dd");
      value.append(element("bdi", "", pair.value));
      item.append(element("dt", "", pair.label), value);
      list.append(item);
    });
    all.append(list);
    if ("see" in row) {
      const link = element("a", "see", bar.dataset.see), words = element("p");
      link.href = "#p-in-run";
      link.dataset.choose = row.see;
      words.append(link);
      all.append(words);
    }
    more.append(all);
    body.append(line, more);
    return body;
  }

  function show(from) {
    first = Math.max(0, Math.min(from, order.length - 1));
    const shown = order.slice(first, first + page);
    Array.from(table.tBodies).forEach(function (body) { body.remove(); });
    table.append.apply(table, shown.map(bodyOf));
    tell();
  }

  /* A status of its own, so that it is read out when it changes. A button that has nowhere to go stays where it is, for the keyboard. */
  function tell() {
    const last = Math.min(first + page, order.length);
    const said = order.length === 0 ? bar.dataset.none : order.length < rows.length ? bar.dataset.found : bar.dataset.all;
    const filled = { first: first + 1, last: last, n: order.length, of: rows.length };
    status.textContent = said.replace(/\{(\w+)\}/g, function (whole, name) { return written(filled[name].toLocaleString("en")); });
    before.setAttribute("aria-disabled", String(first === 0));
    after.setAttribute("aria-disabled", String(last >= order.length));
    before.hidden = after.hidden = order.length <= page;
  }

  function compare(at, up) {
    return function (one, other) {
      const left = rows.get(one).cells[at].sort, right = rows.get(other).cells[at].sort;
      if (left === null || right === null) return (left === null) - (right === null) || one - other;
      const sign = left < right ? -1 : left > right ? 1 : 0;
      return (up ? sign : -sign) || one - other;
    };
  }

  function sort() {
    const at = heads.findIndex(function (head) { return head.getAttribute("aria-sort") !== "none"; });
    order.sort(compare(at, heads[at].getAttribute("aria-sort") === "ascending"));
  }

  function textOf(number) {
    const row = rows.get(number);
    const parts = row.cells.map(function (cell) { return (cell.before ? cell.before + " " : "") + cell.text; });
    return parts.concat(row.more.map(function (pair) { return pair.label + " " + pair.value; })).join("\n").toLowerCase();
  }

  function find() {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    order = [];
    for (let at = 0; at < rows.length; at += 1) order.push(at);
    if (wanted.length) {
      words = words || order.map(textOf);
      order = order.filter(function (at) { return wanted.every(function (word) { return words[at].includes(word); }); });
    }
    sort();
    show(0);
  }

  /* As `--format csv` guards its cells: what a spreadsheet would take for a formula starts with an apostrophe. */
  function csvCell(text) {
    const guarded = /^\s*[=+\-@]/.test(text) && !/^\s*[+-]?\d+(\.\d+)?$/.test(text) ? "'" + text : text;
    return /[",\n\r]/.test(guarded) ? '"' + guarded.replace(/"/g, '""') + '"' : guarded;
  }

  function csvValue(cell, at) {
    if (at === 0) return cell.sort;
    return typeof cell.sort === "number" && /^[0-9.,'\u2019\u00a0\u202f\u2009]+$/.test(cell.text) ? String(cell.sort) : cell.text;
  }

  function save() {
    const lines = [heads.map(function (head) { return csvCell(head.dataset.name); })];
    order.forEach(function (number) { lines.push(rows.get(number).cells.map(function (cell, at) { return csvCell(csvValue(cell, at)); })); });
    const text = lines.map(function (line) { return line.join(",") + "\n"; }).join("");
    const link = element("a"), address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.href = address;
    link.download = bar.dataset.file;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(address); }, 1000);
    return text;
  }

  heads.forEach(function (head, at) {
    head.firstElementChild.addEventListener("click", function () {
      const now = head.getAttribute("aria-sort");
      const up = now === "descending" || (now === "none" && head.classList.contains("w") && at > 0);
      heads.forEach(function (other) { other.setAttribute("aria-sort", "none"); });
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      sort();
      show(0);
    });
  });
  table.addEventListener("click", function (event) {
    const button = event.target.closest(".opens");
    if (!button) return;
    const row = document.getElementById(button.getAttribute("aria-controls"));
    button.setAttribute("aria-expanded", String(row.classList.toggle("open")));
  });
  table.querySelectorAll(".opens").forEach(function (button) { button.setAttribute("aria-expanded", "false"); });
  search.addEventListener("input", find);
  before.addEventListener("click", function () { if (first > 0) show(first - page); });
  after.addEventListener("click", function () { if (first + page < order.length) show(first + page); });
  phone.addEventListener("change", function () {
    page = phone.matches ? most.narrow : most.wide;
    show(0);
  });
  document.getElementById("runs-save").addEventListener("click", save);
  bar.hidden = false;
  if (rows.length > page && table.tBodies.length > page) show(0);
  else tell();
}
