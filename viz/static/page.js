(function () {
  "use strict";
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("network-data");
  const details = read("details");
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const holder = document.getElementById("mynetwork");
  const network = new vis.Network(holder, { nodes, edges }, JSON.parse(data.options));
  window.compendium = { network, nodes, edges };
  const byId = new Map(details.nodes.map((node, index) => [node.id, index]));

  const make = (tag, text, className) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  // Document text enters the page through textContent only.
  function quoted(quote) {
    const box = make("div", undefined, "quote");
    const words = make("p");
    const at = quote.text.indexOf(quote.quote);
    if (at < 0) {
      words.append(make("mark", quote.quote));
    } else {
      words.append(quote.text.slice(0, at), make("mark", quote.quote), quote.text.slice(at + quote.quote.length));
    }
    box.append(make("p", quote.document + ", " + quote.passage, "from"), words);
    box.append(make("p", "rule " + quote.rule + " · " + quote.grade, "from"));
    return box;
  }

  function jump(text, index, what) {
    const button = make("button", text);
    button.type = "button";
    button.addEventListener("click", () => (what === "node" ? showNode(index) : showEdge(index)));
    return button;
  }

  function panel(title, kind, parts) {
    document.getElementById("panel-title").textContent = title;
    const body = document.getElementById("panel-body");
    body.replaceChildren(make("p", kind, "kindline"), ...parts);
    document.getElementById("panel").scrollTop = 0;
  }

  function facts(pairs) {
    const list = make("dl");
    for (const [name, value] of pairs) list.append(make("dt", name), make("dd", value));
    return list;
  }

  function tieList(id) {
    const list = make("ul", undefined, "ties");
    details.edges.forEach((edge, index) => {
      if (edge.source !== id && edge.target !== id) return;
      const out = edge.source === id;
      const other = byId.get(out ? edge.target : edge.source);
      const item = make("li");
      item.append(jump(edge.label, index, "edge"), out ? " → " : " ← ", jump(details.nodes[other].label, other, "node"));
      list.append(item);
    });
    return list;
  }

  function leading(href) {
    const link = make("a", "Its page, with its text");
    link.href = href;
    return link;
  }

  function showNode(index) {
    const node = details.nodes[index];
    const parts = [facts(node.facts), ...node.quotes.slice(0, 6).map(quoted)];
    if (node.quotes.length > 6) parts.push(make("p", "and " + (node.quotes.length - 6) + " more places", "from"));
    parts.push(make("h2", "Ties"), tieList(node.id), make("p", node.id, "iri"));
    if (node.href) parts.push(leading(node.href));
    panel(node.label, node.kind, parts);
    if (nodes.get(index) && !nodes.get(index).hidden) {
      network.selectNodes([index]);
      network.focus(index, { scale: Math.max(network.getScale(), 0.8), animation: false });
    }
  }

  function showEdge(index) {
    const edge = details.edges[index];
    const from = byId.get(edge.source);
    const to = byId.get(edge.target);
    const ends = make("p");
    ends.append(jump(details.nodes[from].label, from, "node"), " " + edge.label + " ", jump(details.nodes[to].label, to, "node"));
    const words = edge.quotes.length ? edge.quotes.map(quoted) : [make("p", "This tie comes from the authority tables, or from other ties.")];
    panel(edge.label, "Tie", [ends, ...words]);
    if (edges.get(index)) network.selectEdges([index]);
  }

  network.on("click", (event) => {
    if (event.nodes.length) showNode(event.nodes[0]);
    else if (event.edges.length) showEdge(event.edges[0]);
  });
  document.querySelectorAll(".show").forEach((button) =>
    button.addEventListener("click", () => {
      if (button.dataset.node !== undefined) showNode(Number(button.dataset.node));
      else showEdge(Number(button.dataset.edge));
      window.scrollTo({ top: 0 });
    })
  );

  const checked = (name) => new Set([...document.querySelectorAll("input." + name + ":checked")].map((box) => box.value));
  function filter() {
    const kinds = checked("kind");
    const relations = checked("relation");
    nodes.update(details.nodes.map((node, index) => ({ id: index, hidden: !kinds.has(node.kindName) })));
    edges.update(details.edges.map((edge, index) => ({ id: index, hidden: !relations.has(edge.relation) })));
    const left = details.nodes.filter((node) => kinds.has(node.kindName)).length;
    document.getElementById("count").textContent = left + " of " + details.total + " things, " +
      details.edges.filter((edge) => relations.has(edge.relation)).length + " ties.";
  }
  document.querySelectorAll("nav input[type=checkbox]").forEach((box) => box.addEventListener("change", filter));

  document.getElementById("search").addEventListener("change", (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    if (!wanted) return;
    const exact = details.nodes.findIndex((node) => node.label.toLowerCase() === wanted);
    const near = exact >= 0 ? exact : details.nodes.findIndex((node) => node.label.toLowerCase().includes(wanted));
    if (near >= 0) showNode(near);
    else panel("Nothing found", "Search", [make("p", "No thing in this picture is called “" + event.target.value + "”.")]);
  });
  document.getElementById("whole").addEventListener("click", () => network.fit());
  document.getElementById("again").addEventListener("click", () => {
    network.setOptions({ physics: { enabled: true, solver: "forceAtlas2Based", stabilization: { iterations: 100 } } });
    network.once("stabilized", () => network.setOptions({ physics: { enabled: false } }));
    network.stabilize(100);
  });
  document.getElementById("picture").addEventListener("click", () => {
    const link = make("a");
    link.download = "compendium.png";
    link.href = holder.querySelector("canvas").toDataURL("image/png");
    link.click();
  });
  network.on("beforeDrawing", (canvas) => {
    const reach = 100000;
    canvas.font = "600 30px system-ui, Liberation Sans, Arial";
    canvas.textAlign = "center";
    for (const mark of data.marks) {
      canvas.strokeStyle = "#dde3e9";
      canvas.beginPath();
      canvas.moveTo(mark.x, -reach);
      canvas.lineTo(mark.x, reach);
      canvas.stroke();
      canvas.fillStyle = "#5b6876";
      canvas.fillText(mark.label, mark.x + 130, 8);
    }
  });
  network.once("afterDrawing", () => { document.body.dataset.drawn = "yes"; });
  // Where the whole would be too small to read, the page opens on what was asked about.
  network.fit();
  if (network.getScale() < 0.5 && details.nodes.length) {
    const asked = details.nodes.map((node, index) => index).filter((index) => details.nodes[index].asked);
    const places = Object.values(network.getPositions(asked.length ? asked : undefined));
    const middle = (axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
    network.moveTo({ scale: 0.5, position: { x: middle("x"), y: middle("y") } });
  }
})();
