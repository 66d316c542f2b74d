// The drawing, its filters and the search.

const nodes = new vis.DataSet(read("nodes"));
const edges = new vis.DataSet(read("edges").map((edge) => ({...edge, title: linkTitle(contents.links[edge.id])})));
const network = new vis.Network(document.getElementById("network"), {nodes, edges}, JSON.parse(read("options")));
const panel = document.getElementById("panel");
const hidden = {labels: new Set(), kinds: new Set()};
const days = {from: "", to: ""};
const FADED = "#b6bdc8";
const inks = new Map(nodes.get().map(({id, font}) => [id, font.color]));
const ANIMATION = matchMedia("(prefers-reduced-motion: reduce)").matches ? false : {duration: 350};
// Past this many lines a picture is a thicket: the thinnest wait until they are asked for.
const MANY_LINES = 250;
const strongest = Math.max(1, ...contents.links.filter(({kind}) => kind === "said").map(({items}) => items.length));
let least = 1;
while (contents.links.filter(({kind, items}) => kind === "said" && items.length >= least).length > MANY_LINES) least += 1;
let chosen = null;

function linkTitle(link) {
  const name = (key) => (contents.entities[key] ? contents.entities[key].name : contents.groups[key].type.toLowerCase());
  const ends = `${name(link.source)} → ${name(link.target)}`;
  if (link.kind === "said") return `${ends}: ${plural(link.items.length, "statement")}`;
  if (link.kind === "office") return `${ends}: ${link.items.map((index) => contents.offices[index].title).join(", ")}`;
  return ends;
}

// Filters

function isFiltered() {
  return Boolean(days.from || days.to);
}

function isInDays(card) {
  if (!isFiltered()) return true;
  return Boolean(card.from) && (!days.from || card.until >= days.from) && (!days.to || card.from <= days.to);
}

function isNodeShown(node) {
  if (hidden.labels.has(node.group_label)) return false;
  if (!isFiltered()) return true;
  const some = (kind, items) => items.some((index) => isInDays(contents[kind][index]));
  if (node.group_label === "Event") return some("events", contents.groups[node.id].items);
  const own = found.of(node.id);
  return some("statements", own.says) || some("statements", own.about) || some("events", own.events);
}

function isLinkShown(link, shown) {
  if (hidden.kinds.has(link.kind) || !shown.has(link.source) || !shown.has(link.target)) return false;
  if (link.kind === "office") return true;
  if (link.kind === "act") return link.items.some((index) => isInDays(contents.events[index]));
  const said = link.items.filter((index) => isInDays(contents.statements[index])).length;
  return said >= (isChosen(link) ? 1 : least);
}

function isChosen(link) {
  if (!chosen) return false;
  return chosen.node ? [link.source, link.target].includes(chosen.node) : link === contents.links[chosen.line];
}

function redraw() {
  const shown = new Set(nodes.get().filter(isNodeShown).map((node) => node.id));
  const lines = contents.links.map((link) => isLinkShown(link, shown));
  const near = neighbourhood(lines);
  const plain = Math.min(0.9, Math.max(0.4, 12 / Math.sqrt(lines.filter(Boolean).length + 1)));
  nodes.update(nodes.get().map(({id, font}) => {
    const clear = !near || near.nodes.has(id);
    return {id, hidden: !shown.has(id), opacity: clear ? 1 : 0.16, font: {...font, color: clear ? inks.get(id) : FADED}};
  }));
  edges.update(edges.get().map(({id, color}) => ({
    id, hidden: !lines[id], color: {...color, opacity: !near ? plain : near.lines.has(id) ? 1 : 0.08},
  })));
  const all = Object.keys(contents.entities).length;
  const left = Object.keys(contents.entities).filter((key) => shown.has(key)).length;
  document.getElementById("status").textContent = left < all ? `Filters hide ${plural(all - left, "entity", "entities")}.` : "";
}

// What belongs to the chosen node or line; the rest fades.
function neighbourhood(lines) {
  if (!chosen) return null;
  const near = {nodes: new Set(), lines: new Set()};
  if (chosen.node) near.nodes.add(chosen.node);
  contents.links.forEach((link, id) => {
    if (!isChosen(link) || !lines[id]) return;
    near.lines.add(id);
    near.nodes.add(link.source).add(link.target);
  });
  for (const key of [...near.nodes].filter((each) => contents.groups[each])) {
    contents.links.forEach((link, id) => {
      if (lines[id] && [link.source, link.target].includes(key)) {
        near.lines.add(id);
        near.nodes.add(link.source).add(link.target);
      }
    });
  }
  return near;
}

// Choosing

function show() {
  let parts = overviewPanel();
  if (chosen && chosen.node) parts = contents.groups[chosen.node] ? eventPanel(chosen.node) : entityPanel(chosen.node);
  else if (chosen) parts = linkPanel(contents.links[chosen.line]);
  panel.replaceChildren(...parts.filter((part) => part !== ""));
  panel.scrollTop = 0;
  redraw();
}

function chooseNode(key) {
  chosen = {node: key};
  network.selectNodes([key], false);
  show();
}

function chooseLine(id) {
  const link = contents.links[id];
  const event = [link.source, link.target].find((key) => contents.groups[key]);
  if (event) {
    chooseNode(event);
    return;
  }
  chosen = {line: id};
  show();
}

function clearChoice() {
  chosen = null;
  network.unselectAll();
  show();
}

function focusNode(key) {
  const label = nodes.get(key).group_label;
  if (hidden.labels.delete(label)) document.getElementById(`label-${label}`).checked = true;
  chooseNode(key);
  network.focus(key, {scale: Math.max(network.getScale(), 0.85), animation: ANIMATION});
  panel.focus({preventScroll: true});
}

network.on("click", ({nodes: [node], edges: [line]}) => {
  if (node !== undefined) chooseNode(node);
  else if (line !== undefined) chooseLine(line);
  else if (chosen) clearChoice();
});
network.on("hoverNode", () => { network.canvas.body.container.style.cursor = "pointer"; });
network.on("blurNode", () => { network.canvas.body.container.style.cursor = ""; });

// Legend

function legendRow(id, text, number, sign, set, value) {
  const box = make("input", {type: "checkbox", id, checked: true, onchange: () => {
    if (box.checked) set.delete(value);
    else set.add(value);
    redraw();
  }});
  return make("label", {for: id}, box, sign, text, make("span", {class: "number"}, number.toLocaleString("en")));
}

function stroke({kind, colour}) {
  const line = make("span", {class: kind === "office" ? "stroke dashed" : "stroke", "aria-hidden": "true"});
  line.style.borderTopColor = colour;
  return line;
}

document.getElementById("legend").append(
  ...contents.labels.map(({label, count}) => legendRow(`label-${label}`, label, count, dot(label), hidden.labels, label)),
  contents.kinds.length ? make("hr") : "",
  ...contents.kinds.map((entry) => legendRow(`kind-${entry.kind}`, entry.name, entry.count, stroke(entry), hidden.kinds, entry.kind)),
);

function leastRow() {
  const value = make("output", {for: "least"}, plural(least, "statement"));
  const range = make("input", {type: "range", id: "least", min: 1, max: Math.min(strongest, 20), value: least, oninput: () => {
    least = Number(range.value);
    value.textContent = plural(least, "statement");
    redraw();
  }});
  return make("div", {class: "least"},
    make("label", {for: "least"}, "Lines of at least ", value), range,
    make("small", {}, "A chosen name shows all its lines."));
}
if (strongest > 1) document.getElementById("legend").append(leastRow());

// Days

const fields = {from: document.getElementById("from"), to: document.getElementById("to")};
const allDays = document.getElementById("all-days");

function takeDays() {
  days.from = fields.from.value;
  days.to = fields.to.value;
  allDays.hidden = !isFiltered();
  show();
}
fields.from.addEventListener("change", takeDays);
fields.to.addEventListener("change", takeDays);
allDays.addEventListener("click", () => {
  fields.from.value = fields.to.value = "";
  takeDays();
  fields.from.focus();
});

// Keys, what was left out, zoom, first sight

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape" && !typing && chosen) clearChoice();
});

const leftOut = document.getElementById("left-out");
leftOut.append(...contents.leftOut.map((text) => make("li", {}, text)));
const scope = document.getElementById("scope");
if (contents.leftOut.length) document.getElementById("shows").append(" ", make("u", {}, "What is left out"));
else {
  scope.classList.add("whole");
  scope.querySelector("summary").addEventListener("click", (event) => event.preventDefault());
}

function zoom(factor) {
  network.moveTo({scale: network.getScale() * factor, animation: ANIMATION});
}
document.getElementById("zoom-in").addEventListener("click", () => zoom(1.3));
document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
document.getElementById("zoom-fit").addEventListener("click", () => fitAll(ANIMATION));

// Show every node that no filter hides, beside the legend rather than under it.
function fitAll(animation) {
  const shown = nodes.get().filter((node) => !node.hidden);
  if (!shown.length) return;
  const boxes = shown.map((node) => network.getBoundingBox(node.id));
  const [left, top] = ["left", "top"].map((side) => Math.min(...boxes.map((box) => box[side])));
  const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((box) => box[side])));
  const {clientWidth, clientHeight} = document.getElementById("network");
  const legend = document.getElementById("legend").getBoundingClientRect().width + 14;
  const aside = clientWidth > 2.2 * legend ? legend : 0;
  const scale = Math.min((clientWidth - aside - 90) / (right - left), (clientHeight - 90) / (bottom - top), 1.4);
  network.moveTo({position: {x: (left + right) / 2, y: (top + bottom) / 2}, scale, offset: {x: aside / 2 - 22, y: -14}, animation});
}

network.canvas.frame.tabIndex = 0;
network.canvas.frame.setAttribute("aria-label", "Graph: arrow keys move it, + and - zoom; the search finds a name");
if (contents.around.length === 1) chooseNode(contents.around[0]);
else show();
fitAll(false);
