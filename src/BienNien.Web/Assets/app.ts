// On every page: type, styles, and the few things that want a script. Without it every page still works.
import "./fonts.css";
import "./app.css";
import "../Home/home.css";
import "../Events/events.css";
import "../Search/search.css";
import "../Documents/documents.css";
import "../Timeline/timeline-page.css";

// “/” goes to the search box, as in many archives.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (target.closest("input, textarea, select, [contenteditable]")) return;
  const box = document.querySelector<HTMLInputElement>("[data-search]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// A filter left empty does not lengthen the address.
for (const form of document.querySelectorAll<HTMLFormElement>(".filters form")) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData.entries()]) {
      if (value === "") event.formData.delete(name);
    }
  });
}
