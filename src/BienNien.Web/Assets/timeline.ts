// Only on pages that draw a timeline.
import { DataSet, Timeline } from "vis-timeline/standalone";
import "vis-timeline/styles/vis-timeline-graph2d.min.css";

export { DataSet, Timeline };
