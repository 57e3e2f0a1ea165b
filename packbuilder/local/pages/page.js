// The page's script: pieces of the page are asked for as choices change and exchanged where they stand. Without it the page works by plain forms.
"use strict";

const $ = (id) => document.getElementById(id);
const body = document.body.dataset;
const form = $("order");
const status = (text) => { $("status").textContent = text; };

// --- exchanging pieces ---

// What was unfolded stays so, and the focus stays where it was: on the same field, by what the field sends.
function exchange(html) {
  const at = document.activeElement;
  const focus = at && at.name ? `[name="${CSS.escape(at.name)}"][value="${CSS.escape(at.value)}"]` : "";
  for (const piece of new DOMParser().parseFromString(html, "text/html").querySelectorAll("template[data-into]")) {
    const into = $(piece.dataset.into);
    if (!into) continue;
    const held = into.contains(at);
    const open = new Set([...into.querySelectorAll("details[open][data-keep]")].map((each) => each.dataset.keep));
    const top = into.scrollTop;
    into.replaceChildren(document.importNode(piece.content, true));
    for (const each of into.querySelectorAll("details[data-keep]")) each.open = open.has(each.dataset.keep);
    into.scrollTop = top;
    if (held && focus) into.querySelector(focus)?.focus({ preventScroll: true });
  }
  prepare();
}

async function ask(path, fields, signal) {
  const answer = await fetch(path, { method: fields ? "POST" : "GET", body: fields && new URLSearchParams(fields), signal, redirect: "error" });
  return { code: answer.status, text: await answer.text() };
}

// --- choices ---

let asking = null;
let pause = 0;

function choicesChanged() {
  clearTimeout(pause);
  pause = setTimeout(offer, 150);
}

async function offer() {
  asking?.abort();
  asking = new AbortController();
  try {
    const { code, text } = await ask("/pieces/offer", new FormData(form), asking.signal);
    if (code === 200) exchange(text);
    else if (code === 403) location.reload();
  } catch (failure) {
    if (failure.name !== "AbortError") gone();
  }
}

function prepare() {
  for (const each of document.querySelectorAll("button.all")) each.hidden = false;
  if (form) search();
}

function search() {
  const words = $("find").value.trim().toLowerCase().split(/\s+/);
  let count = 0;
  for (const subject of document.querySelectorAll(".subject")) {
    const name = subject.querySelector("h3").textContent;
    let any = false;
    for (const topic of subject.querySelectorAll(".topic")) {
      const text = `${name} ${topic.textContent} ${topic.querySelector("input").value}`.toLowerCase();
      topic.hidden = !words.every((word) => text.includes(word));
      any ||= !topic.hidden;
      count += !topic.hidden;
    }
    subject.hidden = !any;
  }
  const chosen = document.querySelectorAll(".topic input:checked").length;
  $("found").textContent = `${$("find").value.trim() ? `${count} found, ` : ""}${chosen} chosen.`;
}

function chooseAll(button) {
  const boxes = [...button.closest(".subject").querySelectorAll(".topic:not([hidden]) input")];
  const all = boxes.every((box) => box.checked);
  for (const box of boxes) box.checked = !all;
  search();
  choicesChanged();
}

// --- making ---

let making = null;

async function make(submitter) {
  making?.abort();
  making = new AbortController();
  const own = making;
  const fields = new FormData(form, submitter);
  $("make").setAttribute("aria-disabled", "true");
  status("Making it …");
  try {
    const { code, text } = await ask("/pieces/make", fields, own.signal);
    if (code === 403) location.reload();
    if (code !== 200) return;
    latest += 1;
    exchange(text);
    shown();
  } catch (failure) {
    if (failure.name !== "AbortError") gone();
  } finally {
    if (making === own) $("make").setAttribute("aria-disabled", "false");
  }
}

function shown() {
  if ($("slips").childElementCount) return status("");
  const failed = document.querySelector("#outcome .errors");
  if (!failed) $("f-seed").value = document.querySelector("#outcome .made").dataset.seed;
  status(!failed ? "Done. The pages are shown under “What was made”." : "This could not be made. “What was made” says why.");
  history.replaceState(null, "", `/?page=${body.page}`);
  $("result-head").focus({ preventScroll: true });
  $("result").scrollIntoView({ block: "start" });
}

// --- news of the folder ---

let news = null;
let lost = false;

function listen() {
  if (news || document.hidden) return;
  news = new EventSource(`/news?page=${body.page}`);
  news.addEventListener("hello", (event) => {
    const [run, revision] = event.data.split(" ");
    if (run !== body.run) return location.reload();
    if (lost) status("packbuilder is running again.");
    lost = false;
    if (revision !== body.revision) folderChanged(revision);
  });
  news.addEventListener("bank", (event) => folderChanged(event.data));
  news.addEventListener("made", remade);
  news.onerror = gone;
}

function gone() {
  lost = true;
  status("packbuilder has stopped, or this computer was asleep. Start it again: this page then goes on by itself.");
}

function chosen() {
  return new URLSearchParams(new FormData(form)).toString();
}

async function folderChanged(revision) {
  body.revision = revision;
  if (!form) return location.reload();
  try {
    // What is chosen while the answer is on its way must not be undone by it: the answer then is to another question.
    let asked, code, text;
    do {
      asked = chosen();
      ({ code, text } = await ask("/pieces/folder", new FormData(form)));
      if (code === 403) return location.reload();
      if (revision !== body.revision) return;
    } while (asked !== chosen());
    exchange(text);
    if (!document.querySelector(".topic")) return location.reload();
    const errors = document.querySelectorAll("#mistakes .errors li").length;
    status(errors ? `The notes have changed, and ${errors === 1 ? "there is a mistake" : `there are ${errors} mistakes`} to mend.` : "The notes have changed; this page follows.");
    await Promise.all([offer(), remade()]);
  } catch { gone(); }
}

// Answers may overtake each other: only the one to the latest question is shown.
let latest = 0;

async function remade() {
  const own = ++latest;
  try {
    const { code, text } = await ask(`/pieces/result?page=${body.page}`);
    if (code === 200 && own === latest) exchange(text);
  } catch { gone(); }
}

// --- pages in large ---

const large = $("large");
let shots = [];
let current = 0;

function show(index) {
  current = Math.max(0, Math.min(index, shots.length - 1));
  const small = shots[current].querySelector("img");
  const picture = large.querySelector("img");
  picture.alt = small.alt;
  picture.height = Math.round(1240 * small.height / small.width);
  // The small picture stands in until the large one is there.
  picture.src = small.src;
  const whole = new Image();
  whole.onload = () => { if (shots[current]?.dataset.large === whole.getAttribute("src")) picture.src = whole.src; };
  whole.src = shots[current].dataset.large;
  $("large-head").textContent = small.alt;
  large.querySelector("[data-do=back]").disabled = current === 0;
  large.querySelector("[data-do=on]").disabled = current === shots.length - 1;
  large.scrollTop = 0;
}

large.addEventListener("click", (event) => {
  const what = event.target.dataset?.do;
  if (what === "close" || event.target === large) large.close();
  if (what === "back") show(current - 1);
  if (what === "on") show(current + 1);
});
large.addEventListener("keydown", (event) => {
  if (event.key === "ArrowLeft") show(current - 1);
  if (event.key === "ArrowRight") show(current + 1);
});
large.addEventListener("close", () => shots[current]?.focus());

// --- the whole ---

document.addEventListener("click", (event) => {
  const shot = event.target.closest("a.shot");
  if (shot && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    shots = [...document.querySelectorAll("a.shot")];
    large.showModal();
    show(shots.indexOf(shot));
  }
  const all = event.target.closest("button.all");
  if (all) chooseAll(all);
});

if (form) {
  form.noValidate = true;
  $("search").hidden = false;
  $("ask").hidden = true;
  $("find").addEventListener("input", (event) => { event.stopPropagation(); search(); });
  $("find").addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  form.addEventListener("input", (event) => { if (event.target.name === "topic") search(); choicesChanged(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); make(event.submitter); });
}
document.addEventListener("visibilitychange", () => {
  // A browser opens six connections to one address at most: pages that nobody looks at keep none.
  if (document.hidden) { news?.close(); news = null; } else listen();
});
prepare();
listen();
