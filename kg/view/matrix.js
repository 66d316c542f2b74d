// Who speaks about whom: a row a speaker, a column a subject, a cell what was said.

const CELL = {width: 30, height: 24};
const ROOM = {left: 178, top: 150, right: 46};
// How long a slanted name may be.
const LONGEST = 148;

// Cut a name that is longer than its room; the whole of it is its title.
function fitted(texts, most) {
  texts.text(({at}) => entities[at].name).each(function cut() {
    const {textContent: name} = this;
    for (let long = name.length - 1; long && this.getComputedTextLength() > most; long -= 1) this.textContent = `${name.slice(0, long)}…`;
  }).append("title").text(({at}) => entities[at].name);
}

// The names of one side, most statements first; the chosen one is always among them.
function side(name, most, chosen) {
  const joined = new Set(ties.flatMap((tie) => (isLabelShown(tie.first) && isLabelShown(tie.second) ? sidesOf(tie, name) : [])));
  const ranked = [...joined].map((at) => ({at, total: count(entities[at][name])}))
    .filter(({total}) => total).sort((a, b) => b.total - a.total || a.at - b.at);
  const kept = ranked.slice(0, most);
  const missing = ranked.find(({at}) => at === chosen);
  if (missing && !kept.includes(missing)) kept.splice(-1, 1, missing);
  return {kept: ordered(kept), left: ranked.length - kept.length};
}

function sidesOf(tie, name) {
  const there = count(tie.there) > 0;
  const back = count(tie.back) > 0;
  const [says, about] = [[there && tie.first, back && tie.second], [there && tie.second, back && tie.first]];
  return (name === "says" ? says : about).filter((at) => at !== false);
}

function ordered(kept) {
  const community = new Map(contents.levels.at(-1).places.map(([at, , , group]) => [at, group]));
  if (state.sort === "name") return d3.sort(kept, ({at}) => fold(entities[at].name));
  if (state.sort === "group") return d3.sort(kept, ({at}) => community.get(at) ?? Infinity, ({total}) => -total);
  return kept;
}

function matrixSize() {
  const {clientWidth, clientHeight} = get("stage");
  const fit = [Math.floor((clientHeight - ROOM.top - 24) / CELL.height), Math.floor((clientWidth - leftRoom() - ROOM.right) / CELL.width)];
  return state.names ? [state.names, state.names] : fit.map((number) => Math.max(6, Math.min(40, number)));
}

function leftRoom() {
  return get("stage").clientWidth < 500 ? 128 : ROOM.left;
}

function drawMatrix(svg) {
  const [tall, wide] = matrixSize();
  const rows = side("says", tall, state.person);
  const columns = side("about", wide, state.about);
  const left = leftRoom();
  const width = left + columns.kept.length * CELL.width + ROOM.right + 44;
  const height = ROOM.top + rows.kept.length * CELL.height + 12;
  svg.attr("width", width).attr("height", height).attr("viewBox", `0 0 ${width} ${height}`)
    .attr("role", "group").attr("aria-label", `Who speaks about whom: ${rows.kept.length} speakers, ${columns.kept.length} subjects`);
  const cells = rows.kept.flatMap((row, r) => columns.kept.map((column, c) => ({row, column, r, c, number: row.at === column.at ? 0 : count(saidBetween(row.at, column.at))})))
    .filter(({number}) => number);
  drawRows(svg, rows.kept, left, columns.kept.length);
  drawColumns(svg, columns.kept, left, rows.kept.length);
  drawCells(svg, cells, left);
  return `${rows.kept.length} of ${plural(rows.kept.length + rows.left, "speaker")}, ${columns.kept.length} of ${plural(columns.kept.length + columns.left, "subject")}; a statement about two names stands in both columns.`;
}

function button(selection, label, act) {
  return selection.attr("role", "button").attr("tabindex", -1).attr("aria-label", label)
    .on("click", (event, each) => act(each)).on("keydown.act", (event, each) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act(each);
    });
}

function drawRows(svg, rows, left, columns) {
  const groups = button(svg.append("g").attr("class", "rows").selectAll("g").data(rows).join("g"),
    ({at, total}) => `${entities[at].name}: ${plural(total, "statement")}`, ({at}) => choose(at))
    .attr("class", ({at}) => (state.person === at ? "stop head chosen" : "stop head"))
    .attr("transform", (_, r) => `translate(0,${ROOM.top + r * CELL.height})`);
  groups.append("rect").attr("class", "band").attr("width", left + columns * CELL.width + ROOM.right).attr("height", CELL.height - 1);
  fitted(groups.append("text").attr("x", left - 8).attr("y", 16).attr("text-anchor", "end"), left - 14);
  groups.append("text").attr("class", "total").attr("x", left + columns * CELL.width + ROOM.right - 4).attr("y", 16).attr("text-anchor", "end").text(({total}) => total.toLocaleString("en"));
}

function drawColumns(svg, columns, left, rows) {
  const groups = button(svg.append("g").attr("class", "columns").selectAll("g").data(columns).join("g"),
    ({at, total}) => `About ${entities[at].name}: ${plural(total, "statement")}`, ({at}) => choose(null, at))
    .attr("class", ({at}) => (state.about === at ? "stop head chosen" : "stop head"))
    .attr("transform", (_, c) => `translate(${left + c * CELL.width},0)`);
  groups.append("rect").attr("class", "band").attr("y", ROOM.top - 20).attr("width", CELL.width - 1).attr("height", rows * CELL.height + 20);
  fitted(groups.append("text").attr("transform", `translate(${CELL.width / 2},${ROOM.top - 24}) rotate(-52)`), LONGEST);
  groups.append("text").attr("class", "total").attr("x", CELL.width / 2).attr("y", ROOM.top - 8).attr("text-anchor", "middle").text(({total}) => d3.format(total < 10000 ? "d" : ".2s")(total));
  svg.append("text").attr("class", "axis-name").attr("x", 4).attr("y", 16).text("who ↓  about whom →");
  svg.append("text").attr("class", "axis-name").attr("x", left + columns.length * CELL.width + ROOM.right - 4).attr("y", ROOM.top - 8).attr("text-anchor", "end").text("in all");
}

function drawCells(svg, cells, left) {
  const most = d3.max(cells, ({number}) => number) ?? 1;
  const strong = d3.scaleSqrt([1, Math.max(2, most)], [0.12, 1]);
  const groups = button(svg.append("g").attr("class", "cells").selectAll("g").data(cells).join("g"),
    ({row, column, number}) => `${entities[row.at].name} about ${entities[column.at].name}: ${plural(number, "statement")}`,
    ({row, column}) => choose(row.at, column.at))
    .attr("class", ({row, column}) => (state.person === row.at && state.about === column.at ? "stop cell chosen" : "stop cell"))
    .attr("data-pair", ({row, column}) => `${row.at} ${column.at}`)
    .attr("transform", ({r, c}) => `translate(${left + c * CELL.width},${ROOM.top + r * CELL.height})`);
  groups.append("rect").attr("width", CELL.width - 1).attr("height", CELL.height - 1).attr("rx", 2).attr("fill-opacity", ({number}) => strong(number));
  groups.append("text").attr("x", CELL.width / 2).attr("y", 16).attr("text-anchor", "middle").attr("class", ({number}) => (strong(number) > 0.55 ? "on-strong" : "")).text(({number}) => d3.format(number < 10000 ? "d" : ".2s")(number));
  groups.append("title").text(({row, column, number}) => `${entities[row.at].name} about ${entities[column.at].name}: ${plural(number, "statement")}`);
}
