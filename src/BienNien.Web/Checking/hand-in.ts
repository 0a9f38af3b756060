// A file dropped anywhere on the form, a file too large told before it is sent, and a sign that the machine is at work.
export function handIn(form: HTMLFormElement) {
  const file = form.querySelector<HTMLInputElement>("input[type=file]")!;
  const drop = form.querySelector<HTMLElement>("[data-drop]")!;
  const problem = form.querySelector<HTMLElement>("[data-problem]")!;
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]")!;
  const busy = form.querySelector<HTMLElement>("[data-busy]")!;
  const words = form.querySelector<HTMLElement>("[data-busy-words]")!;
  const status = form.querySelector<HTMLElement>("[data-status]")!;
  const most = Number(form.dataset.most);

  const tell = (text: string) => {
    problem.textContent = text;
    problem.classList.toggle("notice", text !== "");
  };
  const fits = () => {
    const chosen = file.files?.[0];
    const tooLarge = chosen !== undefined && chosen.size > most;
    tell(tooLarge ? form.dataset.tooLarge! : "");
    return !tooLarge;
  };
  file.addEventListener("change", fits);

  // Entering a child leaves its parent: counted, so that the frame does not flicker.
  let depth = 0;
  const over = (change: number) => {
    depth = Math.max(0, depth + change);
    drop.classList.toggle("is-over", depth > 0);
  };
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  form.addEventListener("dragenter", (event) => holdsFiles(event) && over(1));
  form.addEventListener("dragleave", (event) => holdsFiles(event) && over(-1));
  form.addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
  form.addEventListener("drop", (event) => {
    const files = event.dataTransfer?.files;
    if (!files || files.length === 0) return;
    event.preventDefault();
    over(-depth);
    if (files.length > 1) {
      tell(form.dataset.oneFile!);
      return;
    }
    file.files = files;
    file.focus();
    fits();
  });

  let timer = 0;
  const rest = () => {
    clearInterval(timer);
    busy.hidden = true;
    button.removeAttribute("aria-disabled");
    status.textContent = "";
  };
  form.addEventListener("submit", (event) => {
    if (button.getAttribute("aria-disabled") === "true" || !fits()) {
      event.preventDefault();
      return;
    }
    const began = Date.now();
    const count = () => {
      words.textContent = form.dataset.working!.replace("{0}", String(Math.round((Date.now() - began) / 1000)));
    };
    // Said once; the seconds are for the eye.
    status.textContent = status.dataset.working!;
    button.setAttribute("aria-disabled", "true");
    busy.hidden = false;
    count();
    timer = window.setInterval(count, 1000);
  });
  // Back from the result: the page is as it was left.
  addEventListener("pageshow", rest);
}
