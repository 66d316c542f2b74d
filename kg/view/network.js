// The network: names by community, and one line for all that ties two of them.

// A name takes at least this part of its size, else fewer names are shown.
const READABLE = 0.85;
// How many lines a name on an average, before a picture is a thicket.
const LINES = 1.7;
const NEAR = 10;
let drawn = {nodes: [], lines: [], places: []};

function level() {
  const wanted = state.names ?? 0;
  const has = (each, at) => at === null || each.places.some(([key]) => key === at);
  const fits = contents.levels.filter((each) => scaleOf(each.places) >= READABLE);
  const natural = wanted ? contents.levels.find(({names}) => names >= wanted) ?? contents.levels.at(-1) : fits.at(-1) ?? contents.levels[0];
  return contents.levels.find((each) => each.names >= natural.names && has(each, state.person) && has(each, state.about)) ?? natural;
}

// The frame around names as placed: left, top, right, bottom.
function frameOf(places) {
  const boxes = places.map(([at, x, y]) => {
    const {lines, size, font} = entities[at];
    const half = Math.max(size, d3.max(lines, (line) => line.length) * font * 0.29);
    return [x - half, y - size, x + half, y + size + lines.length * font * 1.2];
  });
  return [d3.min(boxes, ([left]) => left), d3.min(boxes, ([, top]) => top), d3.max(boxes, ([, , right]) => right), d3.max(boxes, ([, , , low]) => low)];
}

function scaleOf(places) {
  if (!places.length) return 1;
  const [left, top, right, low] = frameOf(places);
  const {clientWidth, clientHeight} = get("stage");
  return Math.min(clientWidth / (right - left + 30), clientHeight / (low - top + 40), 1.25);
}

function strengths(among) {
  return ties.filter(({first, second}) => among.has(first) && among.has(second)).map((tie) => ({tie, force: strength(tie)})).filter(({force}) => force.all);
}

// The fewest statements a line stands for where the reader names none.
function leastFor(found, names) {
  const ranked = found.map(({force}) => force.all).sort((a, b) => b - a);
  return ranked[Math.ceil(names * LINES)] + 1 || 1;
}

function drawNetwork(svg) {
  const {places, names} = level();
  const among = new Map(places.filter(([at]) => isLabelShown(at)).map(([at, x, y, group]) => [at, {at, x, y, group, ...entities[at]}]));
  const found = strengths(among);
  const least = state.least ?? leastFor(found, among.size);
  const isOwn = ({first, second}) => (state.person === null || state.about === null ? isChosen(first) || isChosen(second) : isChosen(first) && isChosen(second));
  const lines = found.filter(({tie, force}) => force.all >= least || isOwn(tie)).map(({tie, force}) => ({tie, force, from: among.get(tie.first), to: among.get(tie.second), isOwn: isOwn(tie)}));
  const tied = new Set(lines.flatMap(({tie}) => [tie.first, tie.second]));
  const nodes = [...among.values()].filter(({at}) => tied.has(at) || isChosen(at));
  drawn = {nodes, lines, places};
  const {clientWidth, clientHeight} = get("stage");
  svg.attr("width", clientWidth).attr("height", clientHeight).attr("viewBox", `0 0 ${clientWidth} ${clientHeight}`)
    .attr("role", "group").attr("aria-label", `Network of ${nodes.length} names and ${lines.length} lines`);
  const ground = svg.append("g").attr("class", "ground");
  drawArrow(svg);
  drawHulls(ground, nodes);
  drawLines(ground, lines);
  drawNodes(ground, nodes);
  listenToLines(svg);
  zoomTo(svg, ground);
  return {names, least, strongest: d3.max(found, ({force}) => force.all) ?? 1,
    text: `${nodes.length.toLocaleString("en")} of ${plural(entities.length, "name")}, ${plural(lines.length, "line")} of at least ${plural(least, "statement, event or office", "statements, events or offices")}.`};
}

function drawArrow(svg) {
  svg.append("defs").append("marker").attr("id", "arrow").attr("viewBox", "0 0 8 8").attr("refX", 7).attr("refY", 4)
    .attr("markerUnits", "userSpaceOnUse").attr("markerWidth", 9).attr("markerHeight", 9).attr("orient", "auto-start-reverse")
    .append("path").attr("d", "M0,0L8,4L0,8Z").attr("class", "fill-said");
}

function drawHulls(ground, nodes) {
  const groups = [...d3.group(nodes, ({group}) => group).values()].filter((each) => each.length > 2);
  const corners = ({x, y, size, font, lines}) => [[x - size, y - size], [x + size, y - size], [x - 30, y + size + font * lines.length], [x + 30, y + size + font * lines.length]];
  ground.append("g").attr("class", "hulls").selectAll("path").data(groups).join("path")
    .attr("d", (each) => `M${d3.polygonHull(each.flatMap(corners)).join("L")}Z`);
}

// What a line is drawn as: the kind that it has most of.
function kindOf({force}) {
  if (force.there + force.back) return "said";
  return force.acts ? "acts" : "offices";
}

// The two ends of a line, outside of its nodes.
function endsOf({from, to}) {
  const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const step = (node) => Math.min(node.size + 4, long / 2) / long;
  const [a, b] = [step(from), step(to)];
  return [from.x + (to.x - from.x) * a, from.y + (to.y - from.y) * a, to.x - (to.x - from.x) * b, to.y - (to.y - from.y) * b];
}

function lineLabel({tie, force}) {
  const [one, other] = [entities[tie.first].name, entities[tie.second].name];
  return `${one} – ${other}: ${[
    force.there ? `${one} about ${other} ${force.there.toLocaleString("en")}` : "", force.back ? `${other} about ${one} ${force.back.toLocaleString("en")}` : "",
    force.acts ? plural(force.acts, "event") : "", force.offices ? plural(force.offices, "office") : "",
  ].filter(Boolean).join(", ")}`;
}

function chooseLine({tie, force}) {
  const swap = force.back > force.there;
  choose(swap ? tie.second : tie.first, swap ? tie.first : tie.second);
}

function drawLines(ground, lines) {
  const dashes = Object.fromEntries(contents.kinds.map(({kind, dashes: each}) => [kind, each]));
  const thick = d3.scaleSqrt([1, Math.max(12, d3.max(lines, ({force}) => force.all) ?? 1)], [1.1, 7]);
  const isOff = (line) => (state.person ?? state.about) !== null && !line.isOwn;
  button(ground.append("g").attr("class", "lines").selectAll("line").data(d3.sort(lines, (line) => -line.force.all)).join("line"), lineLabel, chooseLine)
    .attr("class", (line) => `stop line stroke-${kindOf(line)}${isOff(line) ? " off" : ""}`)
    .attr("data-tie", ({tie}) => tie.id)
    .attr("stroke-dasharray", (line) => dashes[kindOf(line)] || null)
    .attr("stroke-width", ({force}) => thick(force.all))
    .attr("marker-end", ({force}) => (force.there ? "url(#arrow)" : null)).attr("marker-start", ({force}) => (force.back ? "url(#arrow)" : null))
    .each(function place(line) {
      const [x1, y1, x2, y2] = endsOf(line);
      d3.select(this).attr("x1", x1).attr("y1", y1).attr("x2", x2).attr("y2", y2).on("click", null);
    });
}

function drawNodes(ground, nodes) {
  const near = new Set(drawn.lines.filter(({isOwn}) => isOwn).flatMap(({tie}) => [tie.first, tie.second]));
  const isOff = ({at}) => (state.person ?? state.about) !== null && !near.has(at) && !isChosen(at);
  const groups = button(ground.append("g").attr("class", "nodes").selectAll("g").data(nodes).join("g"),
    ({name, label, says, about}) => `${name} (${label}): says ${count(says)}, spoken about ${count(about)}`, ({at}) => choose(at))
    .attr("class", (node) => `stop node${isOff(node) ? " off" : ""}${isChosen(node.at) ? " chosen" : ""}`)
    .attr("data-key", ({key}) => key).attr("transform", ({x, y}) => `translate(${x},${y})`);
  groups.append("path").attr("d", ({label, size}) => outline(label, size)).attr("class", ({label}) => `fill-${label}`);
  groups.each(function write({lines, size, font}) {
    const text = d3.select(this).append("text").attr("font-size", font).attr("text-anchor", "middle");
    lines.forEach((line, row) => text.append("tspan").attr("x", 0).attr("y", size + font * (0.95 + 1.15 * row)).text(line));
  });
}

// The line nearest to the pointer, so that a thick one beside it steals no click.
function nearestLine(event) {
  const [x, y] = d3.pointer(event, d3.select("#drawing .ground").node());
  const reach = NEAR / d3.zoomTransform(get("drawing")).k;
  const near = d3.least(drawn.lines, (line) => distance(endsOf(line), x, y));
  return near && distance(endsOf(near), x, y) <= reach ? near : null;
}

function distance([x1, y1, x2, y2], x, y) {
  const long = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
  const share = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / long));
  return Math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1));
}

function listenToLines(svg) {
  svg.on("click", (event) => {
    if (event.target.closest(".node")) return;
    const line = nearestLine(event);
    if (line) chooseLine(line);
    else if ((state.person ?? state.about) !== null) clearChoice();
  }).on("pointermove", (event) => {
    const line = event.target.closest(".node") ? null : nearestLine(event);
    svg.selectAll(".line").classed("hover", (each) => each === line);
    svg.style("cursor", line ? "pointer" : null);
    showTip(line ? lineLabel(line) : "", event);
  }).on("pointerleave", () => showTip(""));
}

function showTip(text, event) {
  const tip = get("tip");
  tip.hidden = !text;
  tip.textContent = text;
  if (!text) return;
  const [x, y] = d3.pointer(event, get("stage"));
  tip.style.left = `${Math.min(x + 14, get("stage").clientWidth - 240)}px`;
  tip.style.top = `${y + 14}px`;
}

// Show all names once; what is chosen or filtered then moves nothing.
const zooming = d3.zoom().scaleExtent([0.2, 6]);
let fitFor = "";

function zoomTo(svg, ground) {
  zooming.on("zoom", ({transform}) => ground.attr("transform", transform));
  svg.call(zooming).on("dblclick.zoom", null);
  const {clientWidth, clientHeight} = get("stage");
  const shape = [drawn.places.length, clientWidth, clientHeight].join(" ");
  if (shape === fitFor) ground.attr("transform", d3.zoomTransform(svg.node()));
  else fitNetwork();
  fitFor = shape;
}

function fitNetwork() {
  const {clientWidth, clientHeight} = get("stage");
  if (!drawn.places.length) return;
  const [left, top, right, low] = frameOf(drawn.places);
  const scale = scaleOf(drawn.places);
  d3.select("#drawing").call(zooming.transform, d3.zoomIdentity.translate(clientWidth / 2, clientHeight / 2).scale(scale).translate(-(left + right) / 2, -(top + low) / 2));
}

function zoomBy(factor) {
  d3.select("#drawing").call(zooming.scaleBy, factor);
}
