// The drawing of the timeline page. The list below it has the same events and works without this.
import { DataSet, Timeline, moment } from "vis-timeline/standalone";

interface Item {
  id: string; start: number; end: number; text: string; date: string; type: string; typeName: string; grain: string;
  doubtful: boolean; openStart: boolean; openEnd: boolean; sentence: string; source: string; href: string;
}
interface Stretch { start: number; end: number; count: number; label: string }
interface Data { items: Item[]; clusters: Stretch[]; total: number; first: number | null; last: number | null; dense: [number, number] | null }

const Day = 86_400_000;
const date = (day: number) => new Date(day * Day);

export class Drawing {
  private readonly area: HTMLElement;
  private readonly status: HTMLElement;
  private readonly card: HTMLElement;
  private readonly things = new DataSet<any>([]);
  private timeline!: any;
  private data: Data = { items: [], clusters: [], total: 0, first: null, last: null, dense: null };
  private loaded: [number, number] = [0, 0];
  private request?: AbortController;
  private timer = 0;
  private months?: boolean;

  constructor(private readonly root: HTMLElement) {
    this.area = root.querySelector<HTMLElement>(".drawing-area")!;
    this.status = root.querySelector<HTMLElement>(".drawing-status")!;
    this.card = root.querySelector<HTMLElement>(".drawing-card")!;
  }

  async start() {
    this.root.hidden = false;
    let wanted = this.wantedWindow();
    if (!(await this.load(wanted && this.around(wanted))) || this.data.first === null) return;
    if (!wanted && this.data.dense) {
      wanted = this.data.dense;
      if (!(await this.load(this.around(wanted)))) return;
    }
    const all = this.whole();
    const [from, to] = wanted ?? all;
    const margin = (all[1] - all[0]) * 0.5 + 366;
    this.timeline = new Timeline(this.area, this.things, {
      start: date(from),
      end: date(to),
      min: date(all[0] - margin),
      max: date(all[1] + margin),
      zoomMin: 8 * Day,
      zoomKey: "ctrlKey",
      moment: (at: Date) => moment(at).utc(),
      minHeight: "20rem",
      maxHeight: "34rem",
      verticalScroll: true,
      margin: { item: { horizontal: 6, vertical: 5 }, axis: 8 },
      orientation: { axis: "top", item: "top" },
      order: (a: any, b: any) => a.rank - b.rank || a.start - b.start,
      showMajorLabels: this.showsMonths(from, to),
      showCurrentTime: false,
      showTooltips: false,
      selectable: true,
      format: { minorLabels: this.minor, majorLabels: this.major },
    });
    this.draw();
    this.timeline.on("rangechange", () => this.resize());
    this.timeline.on("rangechanged", (change: { byUser: boolean }) => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.moved(change.byUser), 120);
    });
    this.timeline.on("select", (chosen: { items: string[] }) => this.select(chosen.items[0]));
    this.keys();
    const event = this.root.dataset.event;
    if (event && this.things.get(event)) this.timeline.setSelection(event);
  }

  // What is known of all events, so that a page of one document does not open on a thousand empty years.
  private whole(): [number, number] {
    const first = this.data.first!, last = this.data.last!;
    const air = Math.max((last - first) * 0.04, 20);
    return [first - air, last + air];
  }

  private wantedWindow(): [number, number] | undefined {
    const saved = new URLSearchParams(location.search).get("window")?.split("_").map((day) => Date.parse(day) / Day);
    if (saved?.length === 2 && saved.every(Number.isFinite) && saved[0] < saved[1]) return [saved[0], saved[1]];
    const span = this.root.dataset.eventDay?.split(" ").map(Number);
    if (!span) return undefined;
    const air = Math.max((span[1] - span[0]) * 2, 3 * 366);
    return [span[0] - air, span[1] + air];
  }

  private around([from, to]: [number, number]): [number, number] {
    const air = (to - from) / 2;
    return [Math.floor(from - air), Math.ceil(to + air)];
  }

  private async load(span?: [number, number]): Promise<boolean> {
    this.request?.abort();
    const request = (this.request = new AbortController());
    const query = new URLSearchParams(this.root.dataset.query);
    if (span) {
      query.set("start", String(span[0]));
      query.set("end", String(span[1]));
    }
    // Only a slow answer is announced.
    const slow = window.setTimeout(() => (this.status.textContent = this.root.dataset.loading!), 250);
    try {
      const response = await fetch(`/timeline/data?${query}`, { signal: request.signal });
      if (!response.ok) throw new Error(String(response.status));
      this.data = await response.json();
      this.loaded = span ?? [-Infinity, Infinity];
      return true;
    } catch (problem) {
      if ((problem as Error).name !== "AbortError") this.status.textContent = this.root.dataset.failed!;
      return false;
    } finally {
      clearTimeout(slow);
    }
  }

  private range(): [number, number] {
    const { start, end } = this.timeline.getWindow();
    return [start.getTime() / Day, end.getTime() / Day];
  }

  private perPixel(): number {
    const [from, to] = this.range();
    return (to - from) / Math.max(1, this.area.clientWidth);
  }

  private async moved(byUser: boolean) {
    const [from, to] = this.range();
    const inside = this.loaded[0] <= from && to <= this.loaded[1];
    // Clusters come apart when one comes nearer; without them nothing new can be seen.
    if ((!inside || this.data.clusters.length > 0) && !(await this.load(this.around([from, to])))) return;
    this.draw();
    if (byUser) this.keep(from, to);
  }

  // The window is in the address, so that it can be sent to somebody.
  private keep(from: number, to: number) {
    const url = new URL(location.href);
    const [a, b] = [date(Math.round(from)), date(Math.round(to))].map((day) => day.toISOString().split("T")[0]);
    url.searchParams.set("window", `${a}_${b}`);
    history.replaceState(null, "", url);
  }

  // Over years alone, the second line of the axis would be empty.
  private showsMonths(from: number, to: number): boolean {
    return (to - from) / 366 < this.area.clientWidth / 90;
  }

  private draw() {
    const scale = this.perPixel();
    const [from, to] = this.range();
    const months = this.showsMonths(from, to);
    if (months !== this.months) this.timeline.setOptions({ showMajorLabels: (this.months = months) });
    const wide = (to - from) / 3;
    const things: any[] = this.data.clusters.map((cluster) => ({
      id: `c${cluster.start}`, rank: 0, type: "range", start: date(cluster.start), end: date(cluster.end), className: "cluster",
      content: this.element("span", "", (cluster.end - cluster.start) / scale < 90 ? String(cluster.count) : cluster.label), cluster,
    }));
    for (const item of this.data.items) {
      const width = (item.end - item.start) / scale;
      const fits = width > item.text.length * 6.6 + 18;
      const classes = ["event-mark", `t-${item.type}`, `g-${item.grain}`, item.doubtful && "doubtful", item.openStart && "open-start", item.openEnd && "open-end"];
      const content = this.element("span", "mark-label", "");
      content.title = `${item.date} · ${item.typeName} · ${item.source}`;
      if (!fits) {
        // A picture has a width of its own; the drawing library reads elements in as text, where the policy forbids styles.
        const bar = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        bar.setAttribute("class", "bar");
        bar.setAttribute("aria-hidden", "true");
        bar.setAttribute("width", String(Math.max(6, width)));
        bar.dataset.days = String(item.end - item.start);
        content.append(bar);
      }
      content.append(item.text);
      things.push({
        id: item.id,
        // What lasts lies at the bottom, what is a moment above it.
        rank: item.end - item.start > wide ? 1 : 2,
        // What is too narrow for its words has them beside it, and both take room when things are stacked.
        type: fits ? "range" : "point",
        start: date(item.start),
        end: fits ? date(item.end) : undefined,
        className: classes.filter(Boolean).join(" "),
        content,
        item,
      });
    }
    const gone = new Set(this.things.getIds() as string[]);
    for (const thing of things) gone.delete(thing.id);
    this.things.remove([...gone]);
    this.things.update(things);
    const here = this.data.items.filter((item) => item.start < to && item.end > from).length
      + this.data.clusters.filter((cluster) => cluster.start < to && cluster.end > from).reduce((sum, cluster) => sum + cluster.count, 0);
    this.status.textContent = this.root.dataset.count!.replace("{0}", here.toLocaleString(document.documentElement.lang));
  }

  // While zooming, spans keep the width of their days.
  private resize() {
    const scale = this.perPixel();
    for (const bar of this.area.querySelectorAll<SVGElement>(".bar")) bar.setAttribute("width", String(Math.max(6, Number(bar.dataset.days) / scale)));
  }

  private select(id?: string) {
    const thing = id === undefined ? null : this.things.get(id);
    if (thing?.cluster) {
      this.timeline.setWindow(thing.start, thing.end, { animation: this.animation() });
      return;
    }
    this.card.hidden = !thing;
    if (!thing) return;
    const item = thing.item as Item;
    this.card.className = `drawing-card t-${item.type}`;
    const source = this.element("p", "meta", item.source);
    const sentence = this.element("p", "", "");
    sentence.lang = "vi";
    const link = this.element("a", "", item.sentence) as HTMLAnchorElement;
    link.href = item.href;
    sentence.append(link);
    const head = this.element("p", "", "");
    const when = this.element("a", "card-date", item.date) as HTMLAnchorElement;
    when.href = `/events/${item.id}`;
    head.append(when, ` · ${item.typeName}`);
    this.card.replaceChildren(head, sentence, source);
  }

  private keys() {
    const zoom: Record<string, () => void> = {
      in: () => this.timeline.zoomIn(0.4, { animation: this.animation() }, () => this.touched()),
      out: () => this.timeline.zoomOut(0.6, { animation: this.animation() }, () => this.touched()),
      fit: () => {
        const [from, to] = this.whole();
        this.timeline.setWindow(date(from), date(to), { animation: this.animation() }, () => this.touched());
      },
    };
    for (const button of this.root.querySelectorAll<HTMLButtonElement>("[data-zoom]")) button.addEventListener("click", () => zoom[button.dataset.zoom!]());
    const move = (share: number) => {
      const [from, to] = this.range();
      const step = (to - from) * share;
      this.timeline.setWindow(date(from + step), date(to + step), { animation: this.animation() }, () => this.touched());
    };
    const actions: Record<string, () => void> = {
      ArrowLeft: () => move(-0.25), ArrowRight: () => move(0.25), "+": zoom.in, "=": zoom.in, "-": zoom.out, "0": zoom.fit, Escape: () => this.select(),
    };
    this.area.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !actions[event.key]) return;
      event.preventDefault();
      actions[event.key]();
    });
  }

  private touched() {
    this.keep(...this.range());
  }

  private animation() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 250, easingFunction: "easeInOutQuad" };
  }

  private element(tag: string, className: string, text: string): HTMLElement {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.textContent = text;
    return element;
  }

  private year = (at: any): string => {
    const year = at.year();
    return year > 0 ? String(year) : `${1 - year} ${this.root.dataset.before}`;
  };

  private minor = (value: any, scale: string): string => {
    const at = moment(value).utc();
    if (scale === "month") return this.root.dataset.months!.split("|")[at.month()];
    return scale === "year" ? this.year(at) : String(at.date());
  };

  private major = (value: any, scale: string): string => {
    const at = moment(value).utc();
    if (scale === "year") return "";
    return scale === "month" ? this.year(at) : `${this.root.dataset.months!.split("|")[at.month()]} ${this.year(at)}`;
  };
}
