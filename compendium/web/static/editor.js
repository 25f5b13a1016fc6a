"use strict";
// The SPARQL editor: this service is its only endpoint, and nothing is fetched from anywhere else.
(function () {
  const endpoint = new URL("/sparql", location.href).href;

  function literal(value) { return value === undefined ? "" : value.value; }

  // A name for a term, as in the other pages: the last part of an IRI.
  function brief(term) {
    const text = literal(term);
    if (!term || term.type !== "uri") { return text; }
    const part = text.split(/[#/]/).pop();
    try { return decodeURIComponent(part || text); } catch (error) { return part || text; }
  }

  function make(tag, text, attributes) {
    const svg = ["svg", "line", "circle", "text", "g", "title"].includes(tag);
    const element = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    if (text !== null) { element.textContent = text; }
    Object.entries(attributes || {}).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  }

  function rows(yasr) {
    const told = yasr.results && yasr.results.getBindings && yasr.results.getBindings();
    return told || [];
  }

  function names(yasr) { return (yasr.results && yasr.results.getVariables()) || []; }

  function isNumber(term) { return term && term.type === "literal" && term.value !== "" && isFinite(term.value); }

  const MOST = 100;

  // Bars: the first column with words against the first with numbers.
  class Chart {
    constructor(yasr) { this.yasr = yasr; this.priority = 3; this.label = "Chart"; }
    columns() {
      const found = rows(this.yasr), known = names(this.yasr);
      const number = known.find((name) => found.length && found.every((row) => !row[name] || isNumber(row[name])) && found.some((row) => row[name]));
      const words = known.find((name) => name.endsWith("Label")) || known.find((name) => name !== number && found.some((row) => row[name] && !isNumber(row[name])));
      return number && words ? [words, number] : null;
    }
    canHandleResults() { return this.columns() !== null; }
    getIcon() { return make("span", "▥ "); }
    draw() {
      const [words, number] = this.columns(), found = rows(this.yasr).filter((row) => row[number]);
      const most = Math.max(...found.map((row) => Number(row[number].value)), 1);
      const holder = make("div", null, { class: "bars" });
      found.slice(0, MOST).forEach((row) => {
        holder.append(make("span", brief(row[words])));
        const bar = make("span", null), meter = make("meter", null, { min: 0, max: most, value: row[number].value });
        bar.append(meter, make("b", row[number].value));
        holder.append(bar);
      });
      if (found.length > MOST) { holder.append(make("em", `the first ${MOST} of ${found.length} rows`)); }
      this.yasr.resultsEl.replaceChildren(holder);
    }
  }

  // Things in a circle, tied where a row or a triple names two of them.
  class Ties {
    constructor(yasr) { this.yasr = yasr; this.priority = 2; this.label = "Graph"; }
    ties() {
      const known = names(this.yasr), triple = ["subject", "predicate", "object"].every((name) => known.includes(name));
      const found = [];
      rows(this.yasr).forEach((row) => {
        const ends = triple ? [row.subject, row.object] : known.map((name) => row[name]).filter((term) => term && term.type === "uri").slice(0, 2);
        if (ends.length === 2 && ends.every((term) => term && term.type === "uri")) { found.push([ends[0], ends[1], triple ? brief(row.predicate) : ""]); }
      });
      return found;
    }
    canHandleResults() { return this.ties().length > 0; }
    getIcon() { return make("span", "◌ "); }
    draw() {
      const all = this.ties(), ends = [...new Map(all.flatMap(([from, to]) => [[from.value, from], [to.value, to]])).values()].slice(0, MOST);
      const place = new Map(ends.map((term, at) => {
        const angle = 2 * Math.PI * at / ends.length;
        return [term.value, [400 + 300 * Math.cos(angle), 260 + 220 * Math.sin(angle)]];
      }));
      const picture = make("svg", null, { viewBox: "-60 0 1000 520", class: "ties", role: "img", "aria-label": `${ends.length} things` });
      const shown = all.filter(([from, to]) => place.has(from.value) && place.has(to.value));
      shown.forEach(([from, to, words]) => {
        const [x1, y1] = place.get(from.value), [x2, y2] = place.get(to.value);
        picture.append(make("line", null, { x1, y1, x2, y2 }));
        if (words && shown.length < 40) { picture.append(make("text", words, { x: (x1 + x2) / 2, y: (y1 + y2) / 2, class: "tie" })); }
      });
      ends.forEach((term) => {
        const [x, y] = place.get(term.value), left = x < 400;
        picture.append(make("circle", null, { cx: x, cy: y, r: 6 }));
        picture.append(make("text", brief(term).slice(0, 40), { x: left ? x - 10 : x + 10, y: y + 4, "text-anchor": left ? "end" : "start" }));
      });
      this.yasr.resultsEl.replaceChildren(picture);
      if (all.length > shown.length) { this.yasr.resultsEl.append(make("p", `${shown.length} of ${all.length} ties, among the first ${MOST} things`)); }
    }
  }

  function completion(kind, iris) {
    Yasgui.Yasqe.forkAutocompleter(kind, { name: `known-${kind}`, bulk: true, persistenceId: null, get: () => Promise.resolve(iris) }, false);
  }

  function start(told) {
    const Yasqe = Yasgui.Yasqe, Yasr = Yasgui.Yasr;
    completion("class", told.classes);
    completion("property", told.properties);
    Yasr.registerPlugin("chart", Chart);
    Yasr.registerPlugin("ties", Ties);
    const editor = new Yasgui(document.getElementById("yasgui"), {
      persistenceId: null,
      corsProxy: undefined,
      copyEndpointOnNewTab: false,
      requestConfig: { endpoint, method: "POST" },
      endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: ["endpoint"], renderItem: (data, source) => { source.textContent = data.value.endpoint; } },
      populateFromUrl: (config) => { config.requestConfig.endpoint = endpoint; return config; },
      yasqe: {
        value: told.examples.length ? told.examples[0].query : "SELECT * WHERE { ?s ?p ?o } LIMIT 10",
        persistenceId: null,
        prefixCcApi: new URL("/editor/prefixes.json", location.href).href,
        autocompleters: ["prefixes", "variables", "known-class", "known-property"],
      },
      yasr: { persistenceId: null, pluginOrder: ["table", "boolean", "ties", "chart", "response", "error"], prefixes: told.prefixes },
    });
    if (!location.hash && told.examples.length) {
      editor.getTab().setName(told.examples[0].name);
      told.examples.slice(1, 4).forEach((one) => editor.addTab(false, { name: one.name, yasqe: { value: one.query } }));
    }
    const choice = document.getElementById("question");
    told.examples.forEach((one, at) => choice.append(make("option", `${one.number}  ${one.question}`, { value: at })));
    choice.addEventListener("change", () => {
      const one = told.examples[choice.value];
      if (one) { editor.addTab(true, { name: one.name, yasqe: { value: one.query } }); }
      choice.value = "";
    });
    const asked = new URLSearchParams(location.search).get("question");
    const wanted = told.examples.find((one) => one.name === asked);
    if (wanted) { editor.addTab(true, { name: wanted.name, yasqe: { value: wanted.query } }); }
    // Our things are told of here, wherever their IRIs lead on the web.
    document.getElementById("yasgui").addEventListener("click", (event) => {
      const link = event.target.closest && event.target.closest("a[href]");
      if (link && link.href.startsWith(told.base)) {
        event.preventDefault();
        window.open("/" + link.href.slice(told.base.length), "_blank", "noopener");
      }
    });
    window.editor = editor;
    document.body.dataset.ready = "yes";
  }

  fetch("/editor/known.json").then((answer) => answer.json()).then(start);
})();
