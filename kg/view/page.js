// The page as a whole: everything follows from what is chosen, and is drawn anew with it.

const panel = get("panel");
const fields = {from: get("from"), to: get("to")};
const filters = {labels: [], kinds: []};

function show() {
  fields.from.value = state.from;
  fields.to.value = state.to;
  get("all-days").hidden = !isFiltered();
  document.body.classList.toggle("embed", state.embed);
  document.body.classList.toggle("chosen", (state.person ?? state.about) !== null);
  get("whole").hidden = !state.embed;
  get("whole").href = addressOf(false);
  showTitle();
  showPanel();
  drawTimeline();
  // Last, since it takes what room the others leave.
  showPicture();
}

function showPanel() {
  const {person, about} = state;
  let parts = overviewPanel();
  if (person !== null && about !== null) parts = pairPanel(person, about);
  else if ((person ?? about) !== null) parts = entityPanel(person ?? about);
  panel.replaceChildren(...parts.filter((part) => part !== ""));
  panel.scrollTop = 0;
}

function showPicture() {
  const svg = d3.select("#drawing");
  svg.selectChildren().remove();
  svg.on("click pointermove pointerleave", null).on(".zoom", null).style("cursor", null);
  showTip("");
  for (const view of ["matrix", "network"]) get(`view-${view}`).setAttribute("aria-pressed", String(state.view === view));
  document.body.dataset.view = state.view;
  const drawnNow = state.view === "matrix" ? {text: drawMatrix(svg)} : drawNetwork(svg);
  showSettings(drawnNow);
  get("status").textContent = drawnNow.text;
  reachByKeys(svg);
}

// Title and totals: what is chosen, in which days, and how many statements that is.
function showTitle() {
  const name = (at) => entities[at].name;
  const {person, about} = state;
  const base = document.body.dataset.title;
  let what = base;
  if (person !== null && about !== null) what = `${name(person)} about ${name(about)}`;
  else if (person !== null) what = `What ${name(person)} said`;
  else if (about !== null) what = `What was said about ${name(about)}`;
  document.title = isFiltered() ? `${what}, ${daysText()}` : what;
  const number = count(chosenDays() ?? [...contents.days.dated, ...contents.days.reported]);
  const of = chosenDays() || number === contents.total ? "" : `of ${contents.total.toLocaleString("en")} `;
  get("title").replaceChildren(isolated(what), make("small", {}, ` ${number.toLocaleString("en")} ${of}${(of ? contents.total : number) === 1 ? "statement" : "statements"}${isFiltered() ? `, ${daysText()}` : ""}`));
}

function daysText() {
  if (state.from && state.to) return state.from === state.to ? day(state.from) : `${day(state.from)} – ${day(state.to)}`;
  return state.from ? `since ${day(state.from)}` : `until ${day(state.to)}`;
}

// One stop for the tab key; arrows go from name to name, line to line, cell to cell.
function reachByKeys(svg) {
  const stops = [...svg.node().querySelectorAll(".node, .head, .cell"), ...svg.node().querySelectorAll(".line")];
  if (stops.length) stops[0].setAttribute("tabindex", 0);
  svg.on("keydown.stops", (event) => {
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity}[event.key];
    const now = stops.indexOf(document.activeElement);
    if (!step || now < 0) return;
    event.preventDefault();
    const next = stops[Math.max(0, Math.min(stops.length - 1, now + step))];
    stops[now].setAttribute("tabindex", -1);
    next.setAttribute("tabindex", 0);
    next.focus();
  });
}

// Choose a name from a list or the search: the keyboard goes on in the panel.
function focusName(at) {
  hidden.labels.delete(entities[at].label);
  for (const {box, value} of filters.labels) box.checked = !hidden.labels.has(value);
  choose(at);
  panel.focus({preventScroll: true});
  if (matchMedia("(max-width: 860px)").matches) panel.scrollIntoView();
}

function chip(kind, value, text, number, mark) {
  const box = make("input", {type: "checkbox", id: `${kind}-${value}`, checked: true, onchange: () => {
    if (box.checked) hidden[kind].delete(value);
    else hidden[kind].add(value);
    show();
  }});
  filters[kind].push({box, value});
  return make("label", {for: box.id}, box, mark, text, number === null ? "" : make("span", {class: "number"}, number.toLocaleString("en")));
}

function stroke({kind, dashes}) {
  const svg = d3.create("svg").attr("class", "sign stroke").attr("viewBox", "0 0 24 10").attr("aria-hidden", "true");
  svg.append("line").attr("x1", 0).attr("x2", 24).attr("y1", 5).attr("y2", 5).attr("stroke-width", 3).attr("class", `stroke-${kind}`).attr("stroke-dasharray", dashes || null);
  return svg.node();
}

get("legend").append(
  ...contents.labels.map(({label, count: number}) => chip("labels", label, label, number, sign(label))),
  make("span", {class: "only-network kinds"}, ...contents.kinds.map((each) => chip("kinds", each.kind, each.name, null, stroke(each)))),
);

function select(label, value, options, change) {
  const list = make("select", {onchange: () => change(list.value)}, ...options.map(([key, text]) => make("option", {value: key, selected: key === value}, text)));
  return make("label", {}, `${label} `, list);
}

function showSettings({names, least, strongest}) {
  if (state.view === "matrix") {
    get("settings").replaceChildren(
      select("Sort by", state.sort, [["count", "statements"], ["name", "name"], ["group", "groups"]], (sort) => take({sort})),
      select("Names", String(state.names ?? ""), [["", "as fit"], ["40", "40"], ["80", "80"], ["200", "200"]], (value) => take({names: Number(value) || null})),
    );
    return;
  }
  const range = make("input", {type: "range", id: "least", min: 1, max: Math.max(least, Math.min(strongest, 40)), value: least,
    "aria-label": "Lines of at least so many statements, events and offices", onchange: () => { take({least: Number(range.value)}); get("least").focus(); }});
  get("settings").replaceChildren(
    select("Names", String(names), contents.levels.map((each) => [String(each.names), String(each.names)]), (value) => take({names: Number(value), least: null})),
    make("label", {}, "Lines of at least ", range, make("output", {}, ` ${least}`)),
  );
}

for (const view of ["matrix", "network"]) get(`view-${view}`).addEventListener("click", () => take({view, names: null, least: null}));
for (const field of Object.values(fields)) field.addEventListener("change", () => take({from: fields.from.value, to: fields.to.value}));
get("all-days").addEventListener("click", () => {
  take({from: "", to: ""});
  fields.from.focus();
});
get("zoom-in").addEventListener("click", () => zoomBy(1.3));
get("zoom-out").addEventListener("click", () => zoomBy(1 / 1.3));
get("zoom-fit").addEventListener("click", fitNetwork);
for (const form of ["legend", "settings"]) get(form).addEventListener("submit", (event) => event.preventDefault());

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.matches("input, textarea, select");
  if (event.key === "/" && !isTyping) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape" && !isTyping && (state.person ?? state.about) !== null) clearChoice();
});

get("left-out").append(...contents.leftOut.map((text) => make("li", {}, text)));
if (contents.leftOut.length) get("shows").append(" ", make("u", {}, "What is left out"));
else get("scope").classList.add("whole");

function readAndShow() {
  readAddress();
  if (state.person === null && state.about === null && contents.around.length === 1) state.person = contents.around[0];
  show();
}

document.body.dataset.title = document.title;
addEventListener("popstate", readAndShow);
addEventListener("hashchange", readAndShow);
readAndShow();
// A picture is as large as its room; before there is any, as in a hidden tab, it waits.
const size = () => `${get("stage").clientWidth} ${get("stage").clientHeight}`;
let room = size();
new ResizeObserver(() => {
  if (!get("stage").clientWidth || size() === room) return;
  room = size();
  show();
}).observe(get("stage"));
