// Search as you type, and filters. Without this script the page lists everything.
"use strict";
(function () {
  const form = document.getElementById("search");
  const status = document.getElementById("status");
  const fields = Array.from(form.querySelectorAll("input, select"));
  const terms = new Map((window.packIndex || []).map(([name, names, terms]) => [name, { names: plain(names), terms, plain: terms.map(plain) }]));
  const packs = Array.from(document.querySelectorAll(".pack"), (element) => ({ element, ...read(element) }));
  const groups = Array.from(document.querySelectorAll(".group"));

  // Small letters without accents: "énergie" is found by "energie". Signs between words count as spaces.
  function plain(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  function read(element) {
    const data = element.dataset;
    return {
      index: terms.get(data.pack) || { names: "", terms: [], plain: [] },
      found: element.querySelector(".found"),
      subject: JSON.parse(data.subjects),
      level: JSON.parse(data.levels),
      kind: data.kinds.split(" "),
      edition: data.editions.split(" "),
    };
  }

  // Return the terms of a pack that hold a wanted word which its names do not; null where a word is nowhere.
  function matched(pack, words) {
    const shown = new Set();
    for (const word of words) {
      const at = pack.index.plain.flatMap((term, place) => ((" " + term).includes(" " + word) ? [place] : []));
      const named = (" " + pack.index.names).includes(" " + word);
      if (!named && !at.length) return null;
      if (!named) at.slice(0, 3).forEach((place) => shown.add(pack.index.terms[place]));
    }
    return Array.from(shown).slice(0, 4);
  }

  function update() {
    const wanted = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
    const words = plain(wanted.q).split(" ").filter(Boolean);
    let count = 0;
    for (const pack of packs) {
      const kept = ["subject", "level", "kind", "edition"].every((name) => !wanted[name] || pack[name].includes(wanted[name]));
      const shown = kept ? matched(pack, words) : null;
      pack.element.hidden = shown === null;
      pack.found.hidden = !shown || !shown.length;
      pack.found.textContent = shown && shown.length ? status.dataset.found + " " + shown.join(", ") : "";
      count += shown === null ? 0 : 1;
    }
    for (const group of groups) group.hidden = !group.querySelector(".pack:not([hidden])");
    const text = count === 0 ? status.dataset.none : count === 1 ? status.dataset.one : status.dataset.many;
    status.textContent = text.replace("{n}", count).replace("{of}", packs.length);
    remember(wanted);
  }

  // The address tells what is looked for, so that it can be sent to somebody; a page on a disk has none to change.
  function remember(wanted) {
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString();
    if (location.protocol.startsWith("http")) history.replaceState(null, "", location.pathname + (query ? "?" + query : ""));
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = fields.find((each) => each.name === name);
    if (field) field.value = value;
  }
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => { event.preventDefault(); update(); });
  form.addEventListener("reset", () => setTimeout(update));
  form.hidden = false;
  if (location.search) update();
})();
