// Only on the timeline page: the drawing.
import "vis-timeline/styles/vis-timeline-graph2d.min.css";
import { Drawing } from "../Timeline/drawing";

for (const root of document.querySelectorAll<HTMLElement>("[data-timeline]")) void new Drawing(root).start();
