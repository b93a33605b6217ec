// Keys on the desk. Any list or table marked data-list can be narrowed by typing ("/"), walked with
// j and k, opened with Enter, and sorted by a heading marked data-sort. Nothing is kept or sent: what
// is typed here may be a name.
const lists = [...document.querySelectorAll("[data-list]")];
const rowsOf = (list) => [...(list.tBodies ? list.tBodies[0].rows : list.children)];
const shown = () => lists.flatMap(rowsOf).filter((row) => !row.hidden);
const plain = (text) => text.toLocaleLowerCase("nb").normalize("NFKC");

function finder() {
  const box = document.createElement("div");
  box.className = "finder";
  box.innerHTML =
    '<label class="finder__label"><span>Finn</span><input type="search" autocomplete="off" spellcheck="false"></label>' +
    '<span class="finder__count" role="status"></span>' +
    '<span class="finder__keys"><kbd>/</kbd> finn · <kbd>j</kbd> <kbd>k</kbd> opp og ned · <kbd>Enter</kbd> åpne</span>';
  return box;
}

function narrow(field, count) {
  const wanted = plain(field.value).split(/\s+/).filter(Boolean);
  for (const row of lists.flatMap(rowsOf)) {
    const text = plain(row.textContent);
    row.hidden = !wanted.every((word) => text.includes(word));
  }
  const left = shown().length;
  count.textContent = wanted.length ? (left === 1 ? "1 treff" : `${left} treff`) : "";
}

function step(by) {
  const rows = shown();
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[here < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(here + by, 0), rows.length - 1)];
  next?.querySelector("a, button, summary, input")?.focus();
}

function sortable(list) {
  for (const [column, head] of [...(list.tHead?.rows[0]?.cells ?? [])].entries()) {
    if (!("sort" in head.dataset)) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "table__sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(list, head, column));
  }
}

function sort(list, head, column) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of list.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  const rows = rowsOf(list).sort((a, b) => value(a).localeCompare(value(b), "nb", { numeric: true }));
  list.tBodies[0].append(...(down ? rows.reverse() : rows));
}

if (lists.length) {
  let field;
  if (lists.flatMap(rowsOf).length > 5) {
    const box = finder();
    field = box.querySelector("input");
    (lists[0].closest("[data-lists]") ?? lists[0]).before(box);
    field.addEventListener("input", () => narrow(field, box.querySelector("[role=status]")));
  }
  lists.filter((list) => list.tHead).forEach(sortable);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape" && typing === field && field) {
      field.value = "";
      field.dispatchEvent(new Event("input"));
      step(1);
    } else if (typing) {
      if (event.key === "Enter" && typing === field) step(1);
      return;
    } else if (event.key === "/" && field) field.focus();
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else return;
    event.preventDefault();
  });
}
