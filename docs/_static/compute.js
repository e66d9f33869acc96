// The form of a calculator: hands what is filled in to the worker, and shows what comes back.
const form = document.querySelector("form.compute");
const { calculator, language } = form.dataset;
const words = JSON.parse(form.dataset.words);
const example = JSON.parse(form.dataset.example);
const result = document.querySelector(".compute-result");
const status = document.querySelector(".compute-status [role=status]");
const progress = document.querySelector(".compute-status progress");
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// --- the form ------------------------------------------------------------------

function addRow(set, number) {
  const row = set.querySelector("template").content.cloneNode(true);
  const old = `${set.dataset.name}.0.`;
  for (const element of all("*", row)) {
    for (const { name, value } of [...element.attributes]) {
      if (value.startsWith(old)) {
        element.setAttribute(name, value.replace(old, `${set.dataset.name}.${number}.`));
      }
    }
  }
  set.querySelector(".rows").append(row);
}

const numbers = (names, set) => {
  const start = `${set.dataset.name}.`;
  const found = names.filter((name) => name.startsWith(start))
    .map((name) => Number(name.slice(start.length).split(".")[0]));
  return [...new Set(found)].filter((number) => Number.isInteger(number)).sort((a, b) => a - b);
};

function showVariants() {
  for (const variants of all("[data-variants]", form)) {
    const chosen = variants.querySelector("select").value;
    for (const set of all(":scope > fieldset[data-variant]", variants)) {
      set.hidden = set.disabled = set.dataset.variant !== chosen;
    }
  }
}

function fill(values) {
  for (const set of all("fieldset[data-rows]", form)) {
    set.querySelector(".rows").replaceChildren();
    for (const number of numbers(Object.keys(values), set)) addRow(set, number);
  }
  for (const element of form.elements) {
    if (element.type === "checkbox") element.checked = element.name in values;
    else if (element.name) element.value = values[element.name] ?? "";
    if (element.matches("select") && element.selectedIndex < 0) element.selectedIndex = 0;
  }
  for (const details of all("details", form)) {
    details.open = all("[name]", details).some((one) => one.name in values);
  }
  showVariants();
}

function filled() {
  return Object.fromEntries([...new FormData(form)].filter(([, text]) => text.trim()));
}

function clearFaults() {
  for (const fault of all(".fault", form)) fault.hidden = true;
  for (const element of all("[aria-invalid]", form)) element.removeAttribute("aria-invalid");
}

function showFaults(faults) {
  const others = [];
  for (const [name, message] of Object.entries(faults)) {
    let way = name, place;
    while (way && !(place = form.querySelector(`[data-name="${CSS.escape(way)}"]`))) {
      way = way.split(".").slice(0, -1).join(".");
    }
    if (!place) {
      others.push(message);
      continue;
    }
    const fault = place.querySelector(":scope > .fault");
    fault.textContent = message;
    fault.hidden = false;
    place.querySelector("input, select")?.setAttribute("aria-invalid", "true");
    for (let up = place.closest("details"); up; up = up.parentElement.closest("details")) {
      up.open = true;
    }
  }
  result.hidden = true;
  say([...others, ...(others.length ? [] : [words.faults])].join("\n"), true);
}

function say(text, wrong = false) {
  status.textContent = text;
  status.classList.toggle("wrong", wrong);
}

// --- the worker ------------------------------------------------------------------

const worker = new Worker(new URL("../../pyodide/worker.js", import.meta.url), { type: "module" });
let last = 0;
let ready = false;

function ask(what) {
  worker.postMessage({ id: ++last, calculator, language, given: filled(), ...what });
  if (ready) say(words.computing);
}

worker.onerror = (event) => say(`${words.no_worker} ${event.message ?? ""}`, true);
worker.onmessage = ({ data }) => {
  if (data.all) {
    const text = (bytes) => (bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1 });
    progress.hidden = false;
    progress.value = data.done / data.all;
    say(data.done < data.all
      ? words.fetching.replace("{done}", text(data.done)).replace("{all}", text(data.all))
      : words.starting);
  } else if (data.ready) {
    ready = true;
    progress.hidden = true;
    say(words.ready);
    keep();
  } else if (data.id !== last) {
    return; // something else was asked since
  } else if (data.failed) {
    result.hidden = true;
    say(`${words.failed} ${data.failed}`, true);
  } else if (data.file) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([data.file]));
    link.download = `${calculator}.xlsx`;
    link.click();
    URL.revokeObjectURL(link.href);
    say(words.ready);
  } else {
    show(data.answer);
  }
};

function show({ faults, html, amount, code }) {
  clearFaults();
  if (faults) {
    showFaults(faults);
    return;
  }
  result.querySelector(".amount").textContent = amount;
  // An empty cell is no header of anything.
  result.querySelector(".shown").innerHTML = html.replaceAll("<th></th>", "<td></td>");
  result.querySelector("pre").textContent = code;
  result.hidden = false;
  say(words.ready);
}

// Keeps the page and what it has loaded for when there is no network; offline.js gives it back.
async function keep() {
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
  await navigator.serviceWorker.register(new URL("../../offline.js", import.meta.url));
  const pages = await caches.open("socialkapitel-pages");
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name)
    .filter((name) => name.startsWith(location.origin) && name.includes("/_static/"));
  const scripts = ["worker.js", "fzstd.mjs", "pyodide.mjs", "pyodide.asm.mjs"]
    .map((name) => new URL(`../../pyodide/${name}`, import.meta.url).href);
  await pages.addAll([location.origin + location.pathname, ...loaded, ...scripts]);
}

// --- what the reader does ----------------------------------------------------------

function compute() {
  const values = filled();
  history.replaceState(null, "", `#${new URLSearchParams(values)}`);
  ask({});
}

const actions = {
  clear() {
    fill({});
    clearFaults();
    result.hidden = true;
    say("");
    history.replaceState(null, "", location.pathname);
  },
  example() {
    fill(example);
    compute();
  },
  async share(button) {
    history.replaceState(null, "", `#${new URLSearchParams(filled())}`);
    await copy(location.href, button);
  },
  copy: (button) => copy(result.querySelector("pre").textContent, button),
  save: () => ask({ save: true }),
};

async function copy(text, button) {
  await navigator.clipboard.writeText(text);
  const before = button.textContent;
  button.textContent = words.copied;
  setTimeout(() => { button.textContent = before; }, 1500);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  compute();
});
form.addEventListener("change", () => {
  showVariants();
  compute();
});
document.addEventListener("click", ({ target }) => {
  const set = target.closest("fieldset[data-rows]");
  if (target.matches("button.add")) {
    const names = all("[name]", set).map((one) => one.name);
    addRow(set, Math.max(-1, ...numbers(names, set)) + 1);
    all(".row:last-child [name]", set)[0].focus();
  } else if (target.matches("button.remove")) {
    target.closest(".row").remove();
    compute();
  } else if (target.dataset.do in actions) {
    actions[target.dataset.do](target);
  } else if (target.closest(".language-switch a")) {
    target.closest("a").hash = location.hash; // the case goes along to the other language
  }
});
window.addEventListener("hashchange", begin);

function begin() {
  const shared = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const known = Object.keys(shared).some((name) => /^[a-z]/.test(name) && shared[name]);
  fill(known ? shared : example);
  ask({});
}
begin();
