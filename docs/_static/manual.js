// Codes such as flexjob.age are for those who ask; on a phone the rows of wide tables are stacked, each
// cell under its head; what is wider than the page can be scrolled by key.
document.addEventListener("DOMContentLoaded", () => {
  const codes = document.getElementById("codes");
  const show = (on) => document.body.classList.toggle("with-codes", on);
  if (codes) {
    codes.checked = localStorage.getItem("codes") === "shown";
    show(codes.checked);
    codes.addEventListener("change", () => {
      localStorage.setItem("codes", codes.checked ? "shown" : "hidden");
      show(codes.checked);
    });
  }

  for (const table of document.querySelectorAll("table.docutils:not(.answers, .compared)")) {
    const heads = [...table.querySelectorAll("thead th, thead td")].map((head) => head.innerText.trim());
    if (heads.length < 3) continue;
    table.classList.add("stacks");
    table.setAttribute("role", "table");
    for (const row of table.rows) {
      row.setAttribute("role", "row");
      [...row.cells].forEach((cell, place) => {
        if (cell.tagName === "TH") return cell.setAttribute("role", "columnheader");
        cell.setAttribute("role", "cell");
        cell.dataset.label = heads[place];
        cell.classList.toggle("empty", !cell.innerText.trim());
      });
    }
  }

  const scrolled = "pre, .table-wrapper, .output, .socialkapitel-explanation, .socialkapitel-table, .socialkapitel-report, .scheme-picture, .picture, .chart";
  const reach = () => {
    for (const place of document.querySelectorAll(scrolled)) {
      if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
      else place.removeAttribute("tabindex");
    }
  };
  reach();
  addEventListener("resize", reach);
});
