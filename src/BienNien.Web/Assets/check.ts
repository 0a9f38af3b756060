// Only on the pages where drafts are checked: handing in, and the way through what was found.
import "../Checking/checking.css";
import { handIn } from "../Checking/hand-in";
import { review } from "../Checking/review";

for (const part of document.querySelectorAll<HTMLElement>(".with-script")) part.hidden = false;
for (const part of document.querySelectorAll<HTMLElement>(".without-script")) part.hidden = true;
for (const form of document.querySelectorAll<HTMLFormElement>("[data-hand-in]")) handIn(form);
for (const form of document.querySelectorAll<HTMLFormElement>("[data-review]")) review(form);
