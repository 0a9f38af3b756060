// The way through what was found: by key or button, words and margin together; choices are counted and kept as they are made.
export function review(form: HTMLFormElement) {
  const cards = [...form.querySelectorAll<HTMLElement>("[data-card]")];
  if (cards.length === 0) return;
  const counts = form.querySelector<HTMLElement>("[data-counts]")!;
  const wordsOf = (card: HTMLElement) => form.querySelectorAll<HTMLElement>(`.issue[data-issue="${card.dataset.card}"]`);
  const radios = (card: HTMLElement) => [...card.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const choiceOf = (card: HTMLElement) => radios(card).find((radio) => radio.checked)?.value ?? "";
  let at = -1;

  filters(form, cards, wordsOf);
  form.querySelector("[data-print]")?.addEventListener("click", () => print());

  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const turnTo = (card: HTMLElement) => {
    for (const old of form.querySelectorAll(".is-current")) old.classList.remove("is-current");
    at = cards.indexOf(card);
    card.classList.add("is-current");
    for (const words of wordsOf(card)) words.classList.add("is-current");
  };
  const go = (step: number) => {
    const shown = cards.filter((card) => !card.hidden);
    if (shown.length === 0) return;
    // From where one is, even when that card is hidden now.
    const next = step > 0 ? shown.find((card) => cards.indexOf(card) > at) : shown.findLast((card) => cards.indexOf(card) < at);
    const card = next ?? (step > 0 ? shown[0] : shown[shown.length - 1]);
    turnTo(card);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "center", behavior: still.matches ? "instant" : "smooth" });
  };
  form.querySelector("[data-next]")?.addEventListener("click", () => go(1));
  form.querySelector("[data-previous]")?.addEventListener("click", () => go(-1));

  const count = () => {
    const made = cards.map(choiceOf);
    const taken = made.filter((choice) => choice === "take").length;
    const left = made.filter((choice) => choice === "leave").length;
    const text = counts.dataset.counts!.replace("{0}", String(cards.length - taken - left)).replace("{1}", String(taken)).replace("{2}", String(left));
    if (counts.textContent !== text) counts.textContent = text;
    for (const card of cards) {
      const choice = choiceOf(card);
      for (const part of [card, ...wordsOf(card)]) {
        part.classList.toggle("is-taken", choice === "take");
        part.classList.toggle("is-left", choice === "leave");
      }
    }
  };

  // What is chosen is kept on the server a moment later, so that a reload or a visit to a source loses nothing.
  let waiting = 0;
  const keep = async () => {
    clearTimeout(waiting);
    waiting = 0;
    const body = new FormData(form);
    body.set("do", "keep");
    const kept = await fetch(form.action, { method: "POST", body, redirect: "manual" }).then((response) => response.ok, () => false);
    form.classList.toggle("is-not-kept", !kept);
    if (!kept) counts.textContent = form.dataset.notKept!;
  };
  const changed = () => {
    count();
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void keep(), 600);
  };
  form.addEventListener("change", (event) => {
    if ((event.target as HTMLElement).closest(".card-choice")) changed();
  });
  form.addEventListener("submit", () => {
    clearTimeout(waiting);
    waiting = 0;
  });
  addEventListener("pagehide", () => {
    if (waiting === 0) return;
    const body = new FormData(form);
    body.set("do", "keep");
    navigator.sendBeacon(form.action, body);
  });

  const choose = (value: string) => {
    if (at < 0) go(1);
    if (at < 0) return;
    for (const radio of radios(cards[at])) radio.checked = radio.value === value;
    changed();
  };

  const keys = form.querySelector<HTMLInputElement>("[data-keys]");
  if (keys) {
    keys.checked = localStorage.getItem("check-keys") !== "off";
    keys.addEventListener("change", () => localStorage.setItem("check-keys", keys.checked ? "on" : "off"));
  }
  document.addEventListener("keydown", (event) => {
    if (!keys?.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as HTMLElement;
    if (target.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])")) return;
    switch (event.key) {
      case "j": case "n": go(1); break;
      case "k": case "p": go(-1); break;
      case "a": choose("take"); break;
      case "x": choose("leave"); break;
      case "u": choose(""); break;
      default: return;
    }
    event.preventDefault();
  });

  // Words and margin answer each other.
  const pair = (target: EventTarget | null) => {
    const part = (target as HTMLElement | null)?.closest<HTMLElement>("[data-card], .issue[data-issue]");
    const number = part?.dataset.card ?? part?.dataset.issue;
    return number === undefined ? [] : [...form.querySelectorAll(`[data-card="${number}"], .issue[data-issue="${number}"]`)];
  };
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]] as const) {
    form.addEventListener(name, (event) => {
      for (const part of pair(event.target)) part.classList.toggle("is-near", on);
    });
  }
  form.addEventListener("focusin", (event) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>("[data-card]");
    if (card && cards[at] !== card) turnTo(card);
  });
  // A number in the words leads to its card; the card is where one is then.
  form.addEventListener("click", (event) => {
    const number = (event.target as HTMLElement).closest(".issue-number")?.getAttribute("href")?.slice(2);
    const card = number && cards.find((one) => one.dataset.card === number);
    if (card) card.focus({ preventScroll: true });
  });
  count();
}

function filters(form: HTMLFormElement, cards: HTMLElement[], wordsOf: (card: HTMLElement) => Iterable<HTMLElement>) {
  const boxes = [...form.querySelectorAll<HTMLInputElement>("[data-severity-filter]")];
  const rule = form.querySelector<HTMLSelectElement>("[data-rule-filter]");
  const shown = form.querySelector<HTMLElement>("[data-shown]");
  const apply = () => {
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.severityFilter));
    let count = 0;
    for (const card of cards) {
      const on = severities.has(card.dataset.severity) && (!rule?.value || rule.value === card.dataset.rule);
      card.hidden = !on;
      if (on) count++;
      for (const words of wordsOf(card)) words.classList.toggle("is-filtered", !on);
    }
    if (shown) shown.textContent = count === cards.length ? "" : shown.dataset.shown!.replace("{0}", String(count)).replace("{1}", String(cards.length));
  };
  for (const box of boxes) {
    box.checked = true;
    box.addEventListener("change", apply);
  }
  if (rule) {
    rule.value = "";
    rule.addEventListener("change", apply);
  }
}
