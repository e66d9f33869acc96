// Codes such as flexjob.age are for those who ask; what is wider than the page can be scrolled by key.
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
