// When it was said: a bar a day, week or month; a stretch drawn over them is the filter.

const STEPS = [[130, d3.utcDay, "day"], [1000, d3.utcWeek, "week"], [7000, d3.utcMonth, "month"], [Infinity, d3.utcYear, "year"]];
// The share of statements that may lie before the first bar: one told of 1945 would
// press all others into one bar.
const EARLY = 0.01;
const EDGE = 28;
const timeline = makeTimeline();

function makeTimeline() {
  const first = firstDay([contents.days.dated, contents.days.reported]);
  const days = [contents.days.dated, contents.days.reported].flatMap(starts).map(([number]) => number).filter((number) => number >= first);
  const last = d3.max(days) ?? first;
  const [, interval, noun] = STEPS.find(([most]) => last - first <= most);
  const domain = [interval.floor(new Date(first * DAY)), interval.offset(interval.floor(new Date(last * DAY)), 1)];
  return {first, domain, interval, noun, isEmpty: !days.length};
}

function starts(histogram) {
  return d3.range(0, histogram.length, 3).filter((at) => histogram[at] !== null).map((at) => [histogram[at], histogram[at + 2]]);
}

function firstDay(histograms) {
  const ordered = d3.sort(histograms.flatMap(starts), ([number]) => number);
  const limit = d3.sum(ordered, ([, many]) => many) * EARLY;
  let passed = 0;
  return ordered.find(([, many]) => (passed += many) > limit)?.[0] ?? 0;
}

function bars(histogram) {
  return d3.rollup(starts(histogram), (each) => d3.sum(each, ([, many]) => many), ([number]) => +timeline.interval.floor(new Date(number * DAY)));
}

// The days of what is chosen.
function chosenDays() {
  const {person, about} = state;
  if (person !== null && about !== null) return saidBetween(person, about);
  if (person !== null) return entities[person].says;
  return about === null ? null : entities[about].about;
}

function drawTimeline() {
  const {first, domain, interval, noun, isEmpty} = timeline;
  get("timeline").hidden = isEmpty;
  if (isEmpty) return;
  const svg = d3.select("#days");
  const width = get("timeline").clientWidth || 600;
  const height = 76;
  const x = d3.scaleUtc(domain, [EDGE, width - EDGE]);
  const own = chosenDays();
  const dated = bars(own ? [] : contents.days.dated);
  const reported = bars(own ? [] : contents.days.reported);
  const chosen = bars(own ?? []);
  const early = d3.sum((own ? [own] : [contents.days.dated, contents.days.reported]).flatMap(starts), ([number, many]) => (number < first ? many : 0));
  const steps = interval.range(...domain);
  const y = d3.scaleLinear([0, d3.max(steps, (step) => d3.sum([dated, reported, chosen], (each) => each.get(+step) ?? 0)) || 1], [height - 18, 4]);
  const bar = (values, name, base = () => 0) => svg.append("g").attr("class", name).selectAll("rect").data(steps.filter((step) => values.get(+step))).join("rect")
    .attr("x", (step) => x(step)).attr("width", (step) => Math.max(1, x(interval.offset(step, 1)) - x(step) - 1))
    .attr("y", (step) => y(base(step) + values.get(+step))).attr("height", (step) => y(base(step)) - y(base(step) + values.get(+step)))
    .append("title").text((step) => `${noun === "day" ? "" : `${noun} of `}${day(isoDay(+step / DAY))}: ${values.get(+step).toLocaleString("en")}`);
  svg.attr("width", width).attr("height", height).attr("viewBox", `0 0 ${width} ${height}`).selectChildren().remove();
  bar(dated, "bars dated");
  bar(reported, "bars reported", (step) => dated.get(+step) ?? 0);
  bar(chosen, "bars chosen");
  svg.append("g").attr("class", "axis").attr("transform", `translate(0,${height - 18})`).call(axis(x, steps, width));
  drawBrush(svg, x, width, height);
  const what = own ? [make("i", {class: "key-chosen"}), " chosen "] : [make("i", {class: "key-dated"}), " day stated ", make("i", {class: "key-reported"}), " only reported then "];
  get("timeline-caption").replaceChildren(`Statements per ${noun} `, ...what,
    early ? make("span", {}, `· ${plural(early, "statement")} on earlier days `) : "", make("span", {class: "wide"}, "· draw across to choose days"));
}

function axis(x, steps, width) {
  const most = Math.max(2, Math.floor(width / 90));
  const bottom = d3.axisBottom(x).tickSizeOuter(0);
  // A few days have ticks of their own: d3 would go on to hours.
  if (timeline.noun === "day" && steps.length <= most) return bottom.tickValues(steps).tickFormat(d3.utcFormat("%-d %b"));
  return bottom.ticks(most).tickFormat((step) => d3.utcFormat(step < d3.utcMonth(step) || step > d3.utcMonth(step) ? "%-d %b" : step > d3.utcYear(step) ? "%b" : "%b %Y")(step));
}

function drawBrush(svg, x, width, height) {
  const brush = d3.brushX().extent([[EDGE, 0], [width - EDGE, height - 18]]).on("end", (event) => {
    if (!event.sourceEvent) return;
    if (!event.selection) take({from: "", to: ""});
    else {
      const [from, to] = event.selection.map((at) => +x.invert(at) / DAY);
      take({from: isoDay(Math.floor(from)), to: isoDay(Math.max(Math.floor(from), Math.ceil(to) - 1))});
    }
  });
  const group = svg.append("g").attr("class", "brush").call(brush);
  if (!isFiltered()) return;
  const [left, right] = x.range();
  const within = (at) => Math.min(right, Math.max(left, at));
  const from = state.from ? x(new Date(`${state.from}T00:00:00Z`)) : left;
  const to = state.to ? x(new Date((dayNumber(state.to) + 1) * DAY)) : right;
  group.call(brush.move, [within(from), Math.max(within(to), within(from) + 1)]);
}
