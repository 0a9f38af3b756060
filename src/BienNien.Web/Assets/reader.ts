// Only in the document reader: the key's boxes, the way through the mentions by arrow keys, and what a mention means.
const article = document.querySelector<HTMLElement>(".document");
const boxes = [...document.querySelectorAll<HTMLInputElement>("[data-kind]")];

if (article) {
  keyOfColours(article);
  mentions(article);
  targets(article);
}

function keyOfColours(article: HTMLElement) {
  // Hiding a kind is one rule of a constructed style sheet: however long the document is, nothing in it changes.
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const hidden = new Set((sessionStorage.getItem("hidden-kinds") ?? "").split(" ").filter(Boolean));
  const apply = () => {
    const rules = [...hidden].filter((kind) => /^[a-z]+$/.test(kind));
    sheet.replaceSync(rules.map((kind) => `.document .m-${kind} { background: none; border-bottom-color: transparent; }`).join("\n"));
    sessionStorage.setItem("hidden-kinds", rules.join(" "));
  };
  for (const box of boxes) {
    box.hidden = false;
    box.checked = !hidden.has(box.dataset.kind!);
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(box.dataset.kind!);
      else hidden.add(box.dataset.kind!);
      apply();
    });
  }
  const all = (checked: boolean) => () => {
    for (const box of boxes) {
      if (box.checked !== checked) box.click();
    }
  };
  document.querySelector("[data-all]")?.addEventListener("click", all(true));
  document.querySelector("[data-none]")?.addEventListener("click", all(false));
  for (const part of document.querySelectorAll<HTMLElement>(".with-script")) part.hidden = false;
  apply();
}

function mentions(article: HTMLElement) {
  const marks = [...article.querySelectorAll<HTMLElement>(".m:not(.more)")];
  if (marks.length === 0) return;
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);
  let shown: HTMLElement | null = null;

  const show = (mark: HTMLElement) => {
    hide();
    const title = mark.title || mark.dataset.title;
    if (!title) return;
    // The browser's own hint would cover ours.
    mark.dataset.title = title;
    mark.removeAttribute("title");
    mark.setAttribute("aria-describedby", "tip");
    tip.textContent = title;
    tip.hidden = false;
    const place = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const left = Math.min(place.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    tip.style.left = `${Math.max(8, left) + scrollX}px`;
    tip.style.top = `${(place.top > tip.offsetHeight + 12 ? place.top - tip.offsetHeight - 6 : place.bottom + 6) + scrollY}px`;
    shown = mark;
  };
  const hide = () => {
    if (!shown) return;
    shown.title = shown.dataset.title ?? "";
    shown.removeAttribute("aria-describedby");
    tip.hidden = true;
    shown = null;
  };

  article.addEventListener("mouseover", (event) => {
    const mark = (event.target as HTMLElement).closest<HTMLElement>(".m");
    if (mark) show(mark);
    else hide();
  });
  article.addEventListener("mouseleave", hide);

  // One stop for the Tab key; from there the arrows go from mention to mention.
  let at = 0;
  marks[0].tabIndex = 0;
  const go = (next: number) => {
    marks[at].tabIndex = -1;
    at = Math.max(0, Math.min(marks.length - 1, next));
    marks[at].tabIndex = 0;
    marks[at].focus();
  };
  article.addEventListener("focusin", (event) => {
    const mark = event.target as HTMLElement;
    if (mark.matches(".m")) show(mark);
  });
  article.addEventListener("focusout", hide);
  article.addEventListener("keydown", (event) => {
    if (!(event.target as HTMLElement).matches(".m")) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") hide();
    else if (step !== undefined) {
      event.preventDefault();
      go(at + step);
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      go(event.key === "Home" ? 0 : marks.length - 1);
    }
  });
}

function targets(article: HTMLElement) {
  // A sentence that is cut (by a page break, by overlapping marks) is marked in all its pieces, and its note with it.
  const mark = () => {
    for (const old of document.querySelectorAll(".is-target")) old.classList.remove("is-target");
    const event = /^#e(\d+)$/.exec(location.hash)?.[1];
    if (!event) return;
    for (const piece of article.querySelectorAll(`[data-events~="${event}"], [data-note="${event}"]`)) piece.classList.add("is-target");
    document.getElementById(`e${event}`)?.closest("[data-events]")?.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", mark);
  mark();

  // From a note to the words it speaks of.
  const near = (event: Event, on: boolean) => {
    const note = (event.target as HTMLElement).closest<HTMLElement>("[data-note]");
    if (!note) return;
    for (const piece of article.querySelectorAll(`[data-events~="${note.dataset.note}"]`)) piece.classList.toggle("is-near", on);
  };
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]] as const) {
    article.addEventListener(name, (event) => near(event, on));
  }
}
